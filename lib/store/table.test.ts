import { beforeEach, describe, expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import { freshStore } from '@/test/sync/store';
import { write } from './open';
import type { Database } from './schema';
import * as stored from './stored';

let store: Database;
beforeEach(async () => {
  store = await freshStore();
});

describe('bulk writes', () => {
  it('are all there or, where one row cannot be stored, none is', async () => {
    const same = { deviceKey: deviceKey('switch', '1'), networkId: networkId(1), at: 'now' };
    const taken = { state: 'matched', configurationId: configurationId(7), rule: 'mac' } as const;
    await expect(
      write(store, (transaction) =>
        stored.deviceMatches.putAll(transaction, [
          { ...same, ...taken, organizationId: organizationId(1) },
          {
            ...same,
            ...taken,
            organizationId: organizationId(1),
            deviceKey: deviceKey('switch', '2'),
          },
        ]),
      ),
    ).rejects.toThrow();
    expect(await stored.deviceMatches.count(store)).toBe(0);
  });
});
