import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DepartedDevice } from '@/lib/model/departed-device';
import { deviceKey } from '@/lib/model/device';
import { networkId } from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';
import { returnedDevices } from './returned-devices';

const mac = fc.constantFrom('aa', 'bb', 'cc').map((text) => text as Mac);
const kind = fc.constantFrom('switch' as const, 'router' as const);
const departed = fc
  .uniqueArray(fc.tuple(kind, mac, fc.nat(9), fc.nat(2)), { selector: ([, , id]) => id })
  .map((rows) =>
    rows.map(([kind, mac, id, day]): DepartedDevice => ({
      key: deviceKey(kind, String(id)),
      kind,
      mac,
      name: null,
      networkId: networkId('n1'),
      at: `2026-01-0${day + 1}`,
      match: null,
      rejected: [],
    })),
  );
const present = fc
  .uniqueArray(fc.tuple(kind, fc.option(mac), fc.nat(9), fc.boolean()), {
    selector: ([, , id]) => id,
  })
  .map((rows) =>
    rows.map(([kind, mac, id, decided]) => ({
      key: deviceKey(kind, String(id)),
      id: String(id),
      kind,
      mac,
      name: null,
      networkId: networkId('n2'),
      decided,
    })),
  );
const shuffled = <Row>(rows: readonly Row[], seed: number) =>
  rows
    .map((row, place) => ({ row, order: Math.sin(seed + place) }))
    .sort((a, b) => a.order - b.order)
    .map(({ row }) => row);
const pairs = ({ back, superseded }: ReturnType<typeof returnedDevices>) => ({
  back: back.map(({ departed, device }) => `${departed.key} → ${device.key}`).sort(),
  superseded: superseded.map(({ key }) => key).sort(),
});

it('hands over each decision at most once, to the only device with the MAC, in any order', () => {
  fc.assert(
    fc.property(departed, present, fc.nat(), (gone, here, seed) => {
      const decided = new Set(here.flatMap((each) => (each.decided ? [each.key] : [])));
      const result = returnedDevices(gone, here, decided);
      for (const { departed, device } of result.back) {
        expect([device.kind, device.mac]).toEqual([departed.kind, departed.mac]);
        expect(decided.has(device.key)).toBe(false);
        const alike = here.filter(({ kind, mac }) => kind === device.kind && mac === device.mac);
        expect(alike).toHaveLength(1);
      }
      const takers = result.back.map(({ device }) => device.key);
      expect(new Set(takers).size).toBe(takers.length);
      const settled = [...result.back.map(({ departed }) => departed), ...result.superseded];
      expect(new Set(settled).size).toBe(settled.length);
      expect(pairs(returnedDevices(shuffled(gone, seed), shuffled(here, seed), decided))).toEqual(
        pairs(result),
      );
    }),
  );
});
