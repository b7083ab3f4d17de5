import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceKinds, forEachKind } from '@/lib/model/device';
import { networkId } from '@/lib/model/ids';
import { decisionStates, type NetworkRow } from '../matching';
import { sortKeys } from '../matching-address';
import { networkList, networksAt } from './network-rows';
import { networksQuestion } from './question.fixture';

const rows: fc.Arbitrary<NetworkRow[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom('Site 2', 'Site 10', 'site 9', 'Hall', 'hall'),
      state: fc.constantFrom(...decisionStates),
      kind: fc.constantFrom(...deviceKinds),
      withoutDevices: fc.boolean(),
      isNew: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((networks) =>
    networks.map(({ kind, ...each }, at) => ({
      ...each,
      id: networkId(at + 1),
      devices: { ...forEachKind(0), [kind]: 1 },
      unmatchedDevices: 0,
      organization: null,
      rule: null,
      team: null,
      suggestions: [],
      version: '',
    })),
  );
const asked = fc
  .record({
    tab: fc.constantFrom(...decisionStates),
    text: fc.constantFrom('', 'site', '1'),
    kinds: fc.subarray([...deviceKinds]),
    withoutDevices: fc.boolean(),
    onlyNew: fc.boolean(),
    sort: fc.constantFrom(...sortKeys),
    descending: fc.boolean(),
  })
  .map(networksQuestion);

describe('windows of the networks', () => {
  it('are together the list, each a part of its order', () => {
    fc.assert(
      fc.property(rows, asked, fc.integer({ min: 1, max: 20 }), (all, question, count) => {
        const whole = networksAt(all, question);
        const windows = [0, 1, 2, 3].map((nth) =>
          networkList(all, { ...question, from: nth * count, count }),
        );
        for (const { keys } of windows) expect(keys).toEqual(whole.map(({ id }) => id));
        expect(windows.flatMap((each) => each.rows)).toEqual(whole.slice(0, 4 * count));
      }),
    );
  });

  it('hold the current row with its neighbours, wherever they are', () => {
    fc.assert(
      fc.property(rows, asked, fc.nat(), (all, question, nth) => {
        const whole = networksAt(all, question);
        const at = nth % Math.max(1, whole.length);
        const row = whole[at]?.id ?? 'gone';
        const window = networkList(all, { ...question, from: 0, count: 1, row }).rows;
        expect(window).toEqual(expect.arrayContaining(whole.slice(Math.max(0, at - 1), at + 2)));
        expect(new Set(window).size).toBe(window.length);
      }),
    );
  });

  it('count what each tab lists, whatever else is asked for', () => {
    fc.assert(
      fc.property(rows, asked, (all, question) => {
        const { counts, total } = networkList(all, question);
        const { withoutDevices } = question;
        for (const tab of decisionStates)
          expect(counts[tab]).toBe(
            networksAt(all, networksQuestion({ tab, withoutDevices })).length,
          );
        expect(total).toBe(all.length);
      }),
    );
  });
});
