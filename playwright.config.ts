import { defineConfig } from '@playwright/test';

/** What takes minutes: a browser that is killed again and again, four of one company, further shapes of pages. */
const long = /@long/;

export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/global-setup.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  // Limits for what hangs, not measures: a busy machine takes its time.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  projects: [
    { name: 'short', grepInvert: long },
    { name: 'long', grep: long },
  ],
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
