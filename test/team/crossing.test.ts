import { expect, it } from 'vitest';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';

import {
  vendors,
  acme,
  acmeNetwork,
  lobby,
  printer,
  server,
  ann,
  ben,
  keyOf,
  matchDevice,
  share,
  decisions,
  useCompany,
} from './company.fixture';

useCompany();

it('Auto-Create is not switched by an Editor where nothing is matched yet either', async () => {
  await ann.ask('team.start');
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
  await ann.ask('team.start');
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
