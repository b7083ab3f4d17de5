import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configurationId } from '@/lib/model/ids';
import { sharingKey } from '@/lib/model/shared-mac';
import { configuration } from './samples.fixture';
import { legitimizing, sharedMacs } from './shared-macs';

const a = '00000000000a';
const b = '00000000000b';
const ids = (...all: string[]) => all.map(configurationId);
const found = (...all: Parameters<typeof sharedMacs>[0][]) =>
  sharedMacs(all.flatMap((each) => [...each])).map(({ configurationIds, macs }) => [
    configurationIds.join(' '),
    macs.join(' '),
  ]);

describe('configurations that have a MAC in common', () => {
  it('are found once with all their MACs, on interfaces and across organizations too', () => {
    expect(
      found([
        configuration('1', { macs: [b, a] }),
        configuration('2', { macs: [a, b], organization: 'o2' }),
        configuration('3', { macs: ['00000000000c'] }),
      ]),
    ).toEqual([['1 2', `${a} ${b}`]]);
  });

  it('are found for each set of them', () => {
    expect(
      found([
        configuration('1', { macs: [a] }),
        configuration('2', { macs: [a, b] }),
        configuration('3', { macs: [a, b] }),
      ]),
    ).toEqual([
      ['1 2 3', a],
      ['2 3', b],
    ]);
  });

  it('are none where the other is archived, or one has it twice', () => {
    expect(
      found([
        configuration('1', { macs: [a, a] }),
        configuration('2', { macs: [a], archived: true }),
      ]),
    ).toEqual([]);
  });

  const tenants = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 12 }).map(String),
      macs: fc.subarray([a, b, '00000000000c', '00000000000d']),
      archived: fc.boolean(),
    }),
    { selector: ({ id }) => id },
  );

  it('are those of which each pair in use has one, whatever their order', () => {
    fc.assert(
      fc.property(tenants, (rows) => {
        const all = rows.map(({ id, ...row }) => configuration(id, row));
        const shared = sharedMacs(all);
        expect(sharedMacs(all.toReversed())).toEqual(shared);
        expect(new Set(shared.map(({ key }) => key)).size).toBe(shared.length);
        const used = all.filter(({ archived }) => !archived);
        for (const one of used)
          for (const other of used) {
            if (one.id >= other.id) continue;
            const common = one.macs.filter((mac) => other.macs.includes(mac)).sort();
            const told = shared.filter(({ configurationIds }) =>
              [one.id, other.id].every((id) => configurationIds.includes(id)),
            );
            expect(told.flatMap(({ macs }) => macs).sort()).toEqual(common);
          }
      }),
    );
  });
});

describe('what is legitimate', () => {
  const decision = (...all: string[]) => ({
    key: sharingKey(ids(...all)),
    configurationIds: ids(...all),
    at: '2026-01-01T00:00:00.000Z',
  });

  it('stays so when one of them is gone, and asks again when one comes', () => {
    const decisions = [decision('1', '2', '3'), decision('4', '5')];
    expect(legitimizing(ids('1', '2', '3'), decisions)).toEqual([decisions[0]]);
    expect(legitimizing(ids('3', '1'), decisions)).toEqual([decisions[0]]);
    expect(legitimizing(ids('1', '2', '3', '4'), decisions)).toEqual([]);
    expect(legitimizing(ids('1', '4'), decisions)).toEqual([]);
  });

  it('has one name for one set', () => {
    expect(sharingKey(ids('3', '1', '2'))).toBe(sharingKey(ids('1', '2', '3')));
  });
});
