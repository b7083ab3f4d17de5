import { bundlesOf } from '@/scripts/bundles';
import { buildFolder } from '@/test/e2e/harness/launch';
import type { Row } from '../row';
import { plain, type Measurement } from '../row';

const row = (name: string, what: string, most: number): Row => ({
  name,
  what,
  floor: '',
  unit: 'KiB',
  aim: { kind: 'most', most },
});

const files = {
  'worker-bytes': 'background.js',
  'portal-bytes': 'content-scripts/portal.js',
  'matching-bytes': 'matching.html',
};

export const bytes: Measurement = {
  rows: [
    row('worker-bytes', "the worker's code, gzipped", 60),
    row('portal-bytes', 'the script on every portal page, gzipped', 3),
    row('matching-bytes', "the matching page's code, gzipped", 40),
  ],
  rounds: 1,
  open: plain(() => {
    const bundles = new Map(bundlesOf(buildFolder).map((each) => [each.name, each.gzippedBytes]));
    return Promise.resolve(
      Object.fromEntries(
        Object.entries(files).map(([name, file]) => [
          name,
          { ours: (bundles.get(file) ?? NaN) / 1024, floor: null },
        ]),
      ),
    );
  }),
};
