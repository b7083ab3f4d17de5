import { expect, it } from 'vitest';
import { pageStep, readPageStep } from './page-step';

it.each([1, { number: 3, size: 250 }, { number: 1, size: 50 }] as const)(
  'a page is the same once read from its step: %j',
  (at) => {
    expect(readPageStep(pageStep(at))).toEqual(at);
  },
);

it('a step of an earlier version is of pages of 1000', () => {
  expect(readPageStep('3')).toEqual({ number: 3, size: 1000 });
});
