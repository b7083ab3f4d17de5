import type { KnipConfig } from 'knip';

/** `npm run lint` asks twice: what nothing uses, and with `--production` what only tests use. */
const production = process.argv.includes('--production');

export default {
  // The gallery's is named by its page.
  entry: ['entrypoints/{*,*/index,*/main}.{ts,tsx}!', 'wxt.config.ts', 'test/gallery/main.tsx'],
  // `!` at the end marks what ships.
  project: [
    '**/*.{js,ts,tsx}!',
    '!{scripts,test}/**!',
    '!**/*.{test,fixture}.{ts,tsx}!',
    '!*.{js,ts}!',
    // Served to a browser as it is, by the simulated portal.
    '!test/simulator/portal/client/**',
  ],
  // Its plugin takes every file below entrypoints/ for an entry, so that none could be unused.
  wxt: false,
  // Linux has them; where they may not be used the test is skipped.
  ...(!production && { ignoreBinaries: ['mount', 'umount'] }),
  // What ships may export something it uses itself for its unit test.
  ignoreExportsUsedInFile: production,
} satisfies KnipConfig;
