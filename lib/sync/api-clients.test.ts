import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMeta, writeMeta } from '@/lib/store/meta';
import type { DattoNode } from '@/test/simulator/datto/state';
import type { ConfigurationRow, OrganizationRow } from '@/test/simulator/itglue/state';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { World } from '@/test/world/world';

let world: World;
let acme: OrganizationRow;
let lobby: DattoNode;
let ofLobby: ConfigurationRow;
beforeEach(async () => {
  const tenant = tenantWith((builder) => {
    acme = builder.organization({ name: 'Acme' });
    lobby = builder.accessPoint(builder.network({ name: 'Acme' }), { name: 'Lobby' });
    ofLobby = builder.configuration(acme, { name: 'AP Lobby', mac: lobby.mac });
    return [acme];
  });
  world = await World.start(new DirectVendors(tenant));
});
afterEach(() => world.close());

/** The hosts that were asked for networks, access points and switches since the last call. */
function keyHosts(): string[] {
  const path = /^\/(network|node|switch)\//;
  const hosts = world.vendors.requests.all({ api: 'datto', path }).map(({ host }) => host);
  world.vendors.requests.clear();
  return [...new Set(hosts)];
}
const connection = () => readMeta(world.store, 'connection');
const refresh = () =>
  world.portal(
    'panel.refresh',
    { organizationId: acme.id, configurationId: ofLobby.id },
    `/${acme.id}/configurations/${ofLobby.id}`,
  );

describe('the host that takes the Datto key', () => {
  it('is asked first, by every worker', async () => {
    await world.sync();
    expect(keyHosts()).toEqual(['api-v2.cloudtrax.com']);
    world.startWorker();
    await world.sync();
    expect(keyHosts()).toEqual(['api-v2.cloudtrax.com']);
  });

  it('is found and remembered again when the account moves', async () => {
    world.tenant.datto.keys[0]!.server = 'api';
    expect(await world.sync()).toMatchObject({ state: 'done', problems: [] });
    expect(keyHosts()).toContain('api.cloudtrax.com');
    expect(await connection()).toMatchObject({ dattoHost: 'api.cloudtrax.com', region: 'us' });
    world.startWorker();
    await world.sync();
    expect(keyHosts()).toEqual(['api.cloudtrax.com']);
  });

  it('is not remembered for a connection that ends before its answer', async () => {
    await world.sync();
    world.tenant.datto.keys[0]!.server = 'api';
    const hang = world.vendors.faults.add({ kind: 'hang', host: 'api.cloudtrax.com' });
    const refreshing = refresh();
    await hang.reached;
    await world.ask('connection.disconnect', { documented: 'keep' });
    hang.release();
    await refreshing;
    expect(await connection()).toBeUndefined();
    expect((await world.ask('status.view')).status).toEqual({ state: 'not-connected' });
  });
});

describe('a clock that is off', () => {
  const hour = 3_600_000;
  const refusals = () => world.vendors.requests.count({ api: 'datto', path: '/time' });

  it.each([-3, 2])(
    'by %i hours is measured once, remembered, and hinders no sync',
    async (hours) => {
      const browser = await World.start(world.vendors, { skew: hours * hour });
      expect(await browser.sync()).toMatchObject({ state: 'done', problems: [] });
      expect(refusals()).toBe(1);
      const offset = (await readMeta(browser.store, 'clockOffset'))!;
      expect(Math.abs(offset + hours * 3600)).toBeLessThan(60);
      browser.startWorker();
      expect(await browser.sync()).toMatchObject({ state: 'done', problems: [] });
      expect(refusals()).toBe(1);
      await browser.close();
    },
  );

  it('is measured again when it was set right', async () => {
    await writeMeta(world.store, 'clockOffset', 7200);
    expect(await world.sync()).toMatchObject({ state: 'done', problems: [] });
    expect(Math.abs((await readMeta(world.store, 'clockOffset'))!)).toBeLessThan(60);
  });
});

describe('the clients', () => {
  it('are none without keys: nothing is asked', async () => {
    const fresh = await World.start(world.vendors, { connected: false });
    expect(await fresh.page('sync.start')).toMatchObject({ ok: false });
    expect(await fresh.page('types.list')).toMatchObject({
      ok: false,
      problem: { kind: 'credentials' },
    });
    expect(world.vendors.requests.count()).toBe(0);
    await fresh.close();
  });

  it('take new keys at once, without a restart of the worker', async () => {
    await world.sync();
    const { datto, itglue } = world.tenant;
    datto.keys[0]!.secret = 'new-secret';
    itglue.keys[0]!.key = 'ITG.renewed';
    const reply = await world.ask('connection.connect', {
      dattoSecretKey: 'new-secret',
      itGlueApiKey: 'ITG.renewed',
      region: 'us',
      subdomain: itglue.subdomain,
    });
    expect(reply).toEqual({ ok: true });
    expect(await world.settled()).toMatchObject({ state: 'done', problems: [] });
  });
});
