import { expect, test } from 'vitest';
import { asWritten } from './as-written';

test.each([
  ['Inc', ['Acme, Inc.', 'Acme'], 'Inc.'],
  ['Inc', ['Acme', 'Acme Inc'], 'Inc'],
  ['PC', ['Hale Dental P.C.'], 'P.C.'],
  ['GmbH Co KG', ['Maier GmbH & Co. KG'], 'GmbH Co KG'],
  ['LLC', ['Wellco LLC Partners'], 'LLC'],
  ['SA', ['Salt Works', 'Works S. A.'], 'S. A.'],
  ['(', ['Acme ('], '('],
])('%j in %j is written %j', (words, names, written) => {
  expect(asWritten(words, ...names)).toBe(written);
});
