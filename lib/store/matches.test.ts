import { beforeEach, describe, expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { DeviceMatch } from '@/lib/model/match';
import { freshStore } from '@/test/sync/store';
import { write } from './open';
import type { Database } from './schema';
import * as stored from './stored';

let store: Database;
beforeEach(async () => {
  store = await freshStore();
});

describe('network matches', () => {
  it('name the organization of a network, unless it is ignored or undecided', async () => {
    await write(store, (transaction) =>
      stored.networkMatches.putAll(transaction, [
        {
          networkId: networkId(1),
          at: 'now',
          state: 'matched',
          organizationId: organizationId(5),
          rule: 'name',
        },
        { networkId: networkId(2), at: 'now', state: 'ignored' },
      ]),
    );
    expect(await stored.organizationOf(store, networkId(1))).toBe('5');
    expect(await stored.organizationOf(store, networkId(2))).toBeNull();
    expect(await stored.organizationOf(store, networkId(3))).toBeNull();
  });
});

describe('device matches', () => {
  const match = (id: string, network: string, organization: string): DeviceMatch => ({
    deviceKey: deviceKey('switch', id),
    networkId: networkId(network),
    at: 'now',
    state: 'matched',
    configurationId: configurationId(`c${id}`),
    organizationId: organizationId(organization),
    rule: 'mac',
  });
  const keys = (matches: readonly DeviceMatch[]) => matches.map((each) => each.deviceKey);

  it('are found by network, organization and configuration', async () => {
    await write(store, (transaction) =>
      stored.deviceMatches.putAll(transaction, [
        match('1', '10', '100'),
        match('2', '10', '200'),
        match('3', '11', '100'),
      ]),
    );
    expect(keys(await stored.deviceMatches.ofNetwork.all(store, networkId(10)))).toEqual([
      'switch:1',
      'switch:2',
    ]);
    expect(keys(await stored.deviceMatches.ofOrganization.all(store, organizationId(100)))).toEqual(
      ['switch:1', 'switch:3'],
    );
    const holder = await stored.deviceMatches.ofConfiguration.first(store, configurationId('c3'));
    expect(holder?.deviceKey).toBe('switch:3');
    expect(await stored.deviceMatches.ofNetwork.count(store, networkId(12))).toBe(0);
    const both = [networkId(11), networkId(12), networkId(10)];
    const inBoth = ['switch:3', 'switch:1', 'switch:2'];
    expect(keys(await stored.deviceMatches.ofNetwork.allOf(store, both))).toEqual(inBoth);
    expect(await stored.deviceMatches.ofNetwork.keysOf(store, both)).toEqual(inBoth);
  });

  it('of many devices are read at once, in the order asked for, without those undecided', async () => {
    await write(store, (transaction) =>
      stored.deviceMatches.putAll(transaction, [match('1', '10', '100'), match('2', '10', '100')]),
    );
    const asked = ['2', '9', '1'].map((id) => deviceKey('switch', id));
    expect(keys(await stored.deviceMatches.getMany(store, asked))).toEqual([
      'switch:2',
      'switch:1',
    ]);
  });

  it('change where they are there, and are not written where nothing changes', async () => {
    await write(store, (transaction) =>
      stored.deviceMatches.putAll(transaction, [match('1', '10', '100'), match('2', '11', '100')]),
    );
    const moved: string[] = [];
    await write(store, (transaction) =>
      stored.deviceMatches.changeMany(
        transaction,
        ['1', '2', '3'].map((id) => deviceKey('switch', id)),
        (each) => {
          if (each.networkId === networkId(11)) return each;
          moved.push(each.deviceKey);
          return { ...each, networkId: networkId(11) };
        },
      ),
    );
    expect(moved).toEqual(['switch:1']);
    expect(await stored.deviceMatches.ofNetwork.count(store, networkId(11))).toBe(2);
  });
});
