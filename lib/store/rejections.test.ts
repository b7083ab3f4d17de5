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

describe('rejections', () => {
  const id = networkId(1);
  const rejected = stored.rejectedOrganizations;
  const organizations = (...ids: number[]) => ids.map(organizationId);

  it('are each remembered once, and gone when the last one is taken back', async () => {
    await write(store, async (transaction) => {
      await rejected.add(transaction, id, organizationId(5));
      await rejected.add(transaction, id, organizationId(6));
      await rejected.add(transaction, id, organizationId(5));
    });
    expect(await rejected.of(store, id)).toEqual(organizations(6, 5));
    await write(store, (transaction) => rejected.takeBack(transaction, id, organizationId(6)));
    expect(await rejected.byKey(store)).toEqual(new Map([[id, organizations(5)]]));
    await write(store, (transaction) => rejected.takeBack(transaction, id, organizationId(5)));
    expect(await rejected.of(store, id)).toEqual([]);
    expect((await rejected.byKey(store)).size).toBe(0);
  });

  it('are replaced as a whole, and by none', async () => {
    await write(store, (transaction) => rejected.set(transaction, id, organizations(1, 2)));
    expect(await rejected.of(store, id)).toEqual(organizations(1, 2));
    await write(store, (transaction) => rejected.set(transaction, id, []));
    expect((await rejected.byKey(store)).size).toBe(0);
  });

  it('of devices are kept by device', async () => {
    const key = deviceKey('switch', '1');
    await write(store, (transaction) =>
      stored.rejectedConfigurations.add(transaction, key, configurationId(7)),
    );
    expect(await stored.rejectedConfigurations.byKey(store)).toEqual(
      new Map([[key, [configurationId(7)]]]),
    );
  });
});
