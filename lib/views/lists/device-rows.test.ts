import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manyDevices } from '../devices.fixture';
import { deviceKinds } from '@/lib/model/device';
import { organizationId } from '@/lib/model/ids';
import { deviceReasons } from '@/lib/model/device-reasons';
import { decisionStates } from '../matching';
import { sortKeys } from '../matching-address';
import { deviceList, devicesAt } from './device-rows';
import { devicesQuestion } from './question.fixture';

/** Of three organizations; every device of the last one is matched. */
const rows = manyDevices(120)
  .map((row, at) => ({
    ...row,
    organization: { id: organizationId(at % 3), name: `Customer ${at % 3}` },
  }))
  .filter(({ state, organization }) => organization.id !== '2' || state === 'matched');

const asked = fc
  .record({
    tab: fc.constantFrom(...decisionStates),
    text: fc.constantFrom('', 'hall', 'customer 1'),
    kinds: fc.subarray([...deviceKinds]),
    reason: fc.option(fc.constantFrom(...deviceReasons)),
    hasUnmatched: fc.boolean(),
    sort: fc.constantFrom(...sortKeys),
    descending: fc.boolean(),
  })
  .map(devicesQuestion);

describe('windows of the devices', () => {
  it('are together the list, each a part of its order', () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 40 }), (question, count) => {
        const whole = devicesAt(rows, question);
        const windows = [0, 1, 2, 3].map((nth) =>
          deviceList(rows, { ...question, from: nth * count, count }),
        );
        for (const { keys } of windows) expect(keys).toEqual(whole.map(({ key }) => key));
        expect(windows.flatMap((each) => each.rows)).toEqual(whole.slice(0, 4 * count));
      }),
    );
  });
});

describe('the reasons', () => {
  it.each(decisionStates)('that are offered are those that find something among the %s', (tab) => {
    const found = deviceReasons.filter(
      (reason) => devicesAt(rows, devicesQuestion({ tab, reason })).length > 0,
    );
    expect(deviceList(rows, devicesQuestion({ tab })).reasons).toEqual(found);
  });

  it('part the matched: each is matched by one', () => {
    const all = devicesAt(rows, devicesQuestion({ tab: 'matched' }));
    const parts = deviceReasons.flatMap((reason) =>
      devicesAt(rows, devicesQuestion({ tab: 'matched', reason })),
    );
    expect(new Set(parts)).toEqual(new Set(all));
    expect(parts).toHaveLength(all.length);
  });

  it('leave a rejected suggestion out', () => {
    const [row] = devicesAt(rows, devicesQuestion({ reason: 'name' }));
    const rejected = [
      { ...row!, suggestions: row!.suggestions.map((each) => ({ ...each, rejected: true })) },
    ];
    expect(devicesAt(rejected, devicesQuestion({ reason: 'name' }))).toEqual([]);
    expect(devicesAt(rejected, devicesQuestion({ reason: 'none' }))).toEqual(rejected);
  });
});

it('only organizations with unmatched devices leave out those that are done', () => {
  const names = (hasUnmatched: boolean) =>
    new Set(
      devicesAt(rows, devicesQuestion({ tab: 'matched', hasUnmatched })).map(
        ({ organization }) => organization.name,
      ),
    );
  expect(names(false)).toEqual(new Set(['Customer 0', 'Customer 1', 'Customer 2']));
  expect(names(true)).toEqual(new Set(['Customer 0', 'Customer 1']));
});
