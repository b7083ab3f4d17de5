import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** What a test run came to; each failure as its file, its name and the first lines of its reason. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly string[];
}

interface UnitReport {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

interface Suite {
  readonly file: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
}

interface EndToEndReport {
  readonly stats: { readonly expected: number };
  readonly suites?: readonly Suite[];
  readonly errors?: readonly { readonly message?: string }[];
}

/** Reads vitest's JSON report at `path`. A file that could not be loaded counts as one failed test. */
export function countUnit(path: string): Count {
  const report = read<UnitReport>(path);
  const failures = (report?.testResults ?? []).flatMap(
    ({ name, status, message, assertionResults }) =>
      status === 'failed' && assertionResults.length === 0
        ? [told(name, 'could not be loaded', message)]
        : assertionResults
            .filter((test) => test.status === 'failed')
            .map((test) => told(name, test.fullName, test.failureMessages?.[0])),
  );
  return { passed: report?.numPassedTests ?? 0, failed: failures.length, failures };
}

/** Reads Playwright's JSON report at `path`. A test that passed only when repeated counts as failed. */
export function countEndToEnd(path: string): Count {
  const report = read<EndToEndReport>(path);
  const failures = [
    ...(report?.suites ?? []).flatMap(failedIn),
    ...(report?.errors ?? []).map(({ message }) => told('e2e', 'the run', message)),
  ];
  return { passed: report?.stats.expected ?? 0, failed: failures.length, failures };
}

function failedIn({ file, suites = [], specs = [] }: Suite): string[] {
  return [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => /unexpected|flaky/.test(status)))
      .map(({ title, tests }) =>
        told(
          file,
          title,
          tests.flatMap(({ results }) => results).find(({ error }) => error)?.error?.message,
        ),
      ),
    ...suites.flatMap(failedIn),
  ];
}

const reasonLines = 12;

function told(file: string, title: string, reason = 'no reason was given'): string {
  const lines = stripVTControlCharacters(reason).split('\n').slice(0, reasonLines);
  return [`${file} › ${title}`, ...lines.map((line) => `    ${line.slice(0, 300)}`)].join('\n');
}

function read<Report>(path: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
