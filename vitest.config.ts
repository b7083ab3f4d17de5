import preact from '@preact/preset-vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

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
    // A limit for what hangs, not a measure: a busy machine takes its time over property tests.
    testTimeout: 120_000,
  },
});
