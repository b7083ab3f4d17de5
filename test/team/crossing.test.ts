import { expect, it } from 'vitest';
import { forEachKind } from '@/lib/model/device';
import { readSettings } from '@/lib/store/meta';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';

import {
  tenant,
  types,
  vendors,
  acme,
  acmeNetwork,
  lobby,
  printer,
  server,
  ann,
  ben,
  browser,
  keyOf,
  matchDevice,
  share,
  decisions,
  unseen,
  useCompany,
} from './company.fixture';

useCompany();

it('Auto-Create is not switched by an Editor where nothing is matched yet either', async () => {
  await ann.ask('team.start', { home: null });
  await share(ben);
  await ann.store.clear('networkMatches');
  await ben.iAm('3');
  await ben.store.put(
    'meta',
    { ...(await ben.store.get('meta', 'settings'))!, autoCreate: true },
    'settings',
  );
  await share(ben, ann);
  expect(await ann.ask('auto-create.view')).toMatchObject({ on: false });
  expect((await ann.ask('team.view')).notAccepted).toHaveLength(1);
});

it('a decision that is made while those of others are being read is not lost to them', async () => {
  await ann.ask('team.start', { home: null });
  await share(ben);
  await matchDevice(ben, lobby, server);
  await share(ben);
  const reading = vendors.faults.add({
    kind: 'hang',
    effect: 'after',
    api: 'itglue',
    method: 'GET',
    path: /^\/flexible_assets\?/,
  });
  const refreshed = ann.ask('team.refresh');
  await reading.reached;
  // As the matching page puts it; that it is noticed waits for the reading.
  await ann.store.put('deviceMatches', {
    deviceKey: keyOf(lobby),
    networkId: networkId(acmeNetwork.id),
    at: new Date(ann.now()).toISOString(),
    state: 'matched',
    configurationId: configurationId(printer.id),
    organizationId: organizationId(acme.id),
    rule: 'by-hand',
  });
  reading.remove();
  await refreshed;
  await share(ann, ben, ann);
  expect(await decisions(ann)).toEqual(await decisions(ben));
  expect((await decisions(ann)).matches).toContainEqual(
    expect.objectContaining({ deviceKey: keyOf(lobby), configurationId: printer.id }),
  );
});

it('the later of two decisions counts, however far a computer’s clock is off', async () => {
  await ann.ask('team.start', { home: null });
  const hasty = await browser('1', 30 * 60_000);
  await share(ben, hasty);
  await unseen(
    () => matchDevice(hasty, lobby, printer),
    () => matchDevice(ben, lobby, server),
  );
  await share(hasty, ben, hasty, ann);
  for (const world of [ann, ben, hasty])
    expect((await decisions(world)).matches).toContainEqual(
      expect.objectContaining({ deviceKey: keyOf(lobby), configurationId: server.id }),
    );
  // What people are told is by the clock of their own computer.
  const { browsers } = await hasty.ask('team.view');
  for (const { seenAt } of browsers)
    expect(hasty.now() - Date.parse(seenAt)).toBeLessThan(10 * 60_000);
  await hasty.close();
});

it('one configuration type for a kind of device, from whom may choose it only', async () => {
  await ann.ask('team.start', { home: null });
  await share(ben);
  await ann.ask('types.save', { ...forEachKind(null), switch: '77' });
  await share(ann, ben);
  expect((await readSettings(ben.store)).configurationTypes).toMatchObject({ switch: '77' });
  await ben.iAm('3');
  await ben.ask('types.save', { ...forEachKind(null), switch: '78' });
  await share(ben, ann);
  expect((await readSettings(ann.store)).configurationTypes).toMatchObject({ switch: '77' });
  expect((await ann.ask('team.view')).notAccepted).toMatchObject([{ setting: 'types' }]);
});

it('is shared where the company has no organization of its own too, once it is said where', async () => {
  for (const organization of tenant.itglue.organizations.values()) organization.primary = false;
  await ann.ask('team.start', { home: null });
  const { notShared, homes } = await ann.ask('team.view');
  expect(notShared).toBe('no-home');
  expect(homes.map(({ name }) => name)).toContain('Acme');
  await ann.ask('team.start', { home: acme.id });
  await matchDevice(ann, lobby, printer);
  await share(ann, ben);
  expect((await decisions(ben)).matches).toEqual((await decisions(ann)).matches);
  const type = types()[0]!.id;
  const kept = [...tenant.itglue.flexibleAssets.values()].filter(({ typeId }) => typeId === type);
  // Ben was not asked: the records that there are tell.
  expect(new Set(kept.map(({ organizationId: at }) => at))).toEqual(new Set([acme.id]));
  expect(kept.length).toBeGreaterThan(2);
});
