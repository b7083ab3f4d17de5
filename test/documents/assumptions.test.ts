import { describe, expect, it } from 'vitest';
import { dattoChecks } from '@/lib/datto/checks';
import { itGlueChecks } from '@/lib/itglue/checks';
import { assumptionIds } from '@/lib/model/setup-check';
import { portalChecks } from '@/lib/portal/checks';
import { assumptionWords, consequenceWords } from '@/lib/words/setup-check';
import messages from '@/public/_locales/en/messages.json';
import { filesBelow, read } from './files';

const document = read('docs/assumptions.md');
const rows = [...document.matchAll(/^\| `([\w-]+)` +\| (.+?) +\| (\w+) +\| (.+?) +\|$/gm)].map(
  ([, id, assumed, source, follows]) => ({ id, assumed, source, follows }),
);
const checks = [...dattoChecks, ...itGlueChecks, ...portalChecks];

describe('docs/assumptions.md', () => {
  it('has each assumption once, with its check', () => {
    expect(rows.map(({ id }) => id)).toEqual(assumptionIds);
    expect(checks.map(({ id }) => id)).toEqual(assumptionIds);
  });

  it('says of each what its check and the setup check’s page say', () => {
    expect(rows).toEqual(
      checks.map(({ id, source }) => ({
        id,
        assumed: messages[assumptionWords[id]].message,
        source,
        follows: messages[consequenceWords[id]].message,
      })),
    );
  });

  it('lists what the code calls ASSUMED', () => {
    const assumed = ['lib/datto', 'lib/itglue', 'lib/portal']
      .flatMap((folder) => filesBelow(folder, '.ts'))
      .filter((path) => /\bASSUMED\b/.test(read(path)));
    // Each of these says so of an assumption with a check of its own.
    expect(assumed).toEqual([
      'lib/datto/hosts.ts',
      'lib/datto/router.ts',
      'lib/itglue/access-refusal.ts',
    ]);
    expect(checks.filter(({ source }) => source === 'assumed').length).toBeGreaterThanOrEqual(
      assumed.length,
    );
  });
});
