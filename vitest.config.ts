import preact from '@preact/preset-vite';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files without a document first, then those with one. A worker ends where the next file has another environment, and
 * the one after it loads every module again: mixed, that took longer than the tests.
 */
class ByEnvironment extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const withDocument = new Set(sorted.filter(hasDocument));
    return [...sorted.filter((each) => !withDocument.has(each)), ...withDocument];
  }
}

const hasDocument = ({ moduleId }: TestSpecification): boolean =>
  readFileSync(moduleId, 'utf8').startsWith('// @vitest-environment happy-dom');

export default defineConfig({
  plugins: [preact()],
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('.', import.meta.url)),
    },
  },
  test: {
    include: ['{lib,components,entrypoints,scripts,test}/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    setupFiles: ['./test/i18n-setup.ts', './test/node-setup.ts'],
    // Files share their workers: loading the same modules for each of them takes as long as the tests.
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: ByEnvironment },
    // A limit for what hangs, not a measure: a busy machine takes its time over property tests.
    testTimeout: 120_000,
  },
});
