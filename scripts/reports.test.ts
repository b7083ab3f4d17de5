import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { countEndToEnd, countUnit } from './reports';

const folder = mkdtempSync(join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(report: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  return path;
}

it('names each failed unit test with its reason, and each file that could not be loaded', () => {
  const path = written({
    numPassedTests: 7,
    testResults: [
      {
        name: 'lib/a.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'adds', status: 'passed' },
          {
            fullName: 'takes',
            status: 'failed',
            failureMessages: ['\u001b[31mexpected 1\u001b[39m'],
          },
        ],
      },
      { name: 'lib/b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    ],
  });

  expect(countUnit(path)).toEqual({
    passed: 7,
    failed: 2,
    failures: [
      'lib/a.test.ts › takes\n    expected 1',
      'lib/b.test.ts › could not be loaded\n    no such module',
    ],
  });
});

it('names end-to-end tests that failed, or passed only when repeated, in suites of any depth', () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    tests: [{ status, results: [message === undefined ? {} : { error: { message } }] }],
  });
  const path = written({
    stats: { expected: 3 },
    suites: [
      {
        file: 'a.spec.ts',
        specs: [spec('opens', 'expected'), spec('closes', 'unexpected', 'it did not')],
        suites: [{ file: 'a.spec.ts', specs: [spec('repeats', 'flaky', 'not at once')] }],
      },
    ],
    errors: [{ message: 'the server ended' }],
  });

  expect(countEndToEnd(path)).toEqual({
    passed: 3,
    failed: 3,
    failures: [
      'a.spec.ts › closes\n    it did not',
      'a.spec.ts › repeats\n    not at once',
      'e2e › the run\n    the server ended',
    ],
  });
});

it('counts nothing where no report was written', () => {
  expect(countUnit(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 0, failures: [] });
});
