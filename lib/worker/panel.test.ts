import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { configurationId, organizationId } from '@/lib/model/ids';
import { defaultSettings } from '@/lib/model/settings';
import type { ResponseOf } from '@/lib/messages/protocol';
import type { DattoNode } from '@/test/simulator/datto/state';
import type { ConfigurationRow, OrganizationRow } from '@/test/simulator/itglue/state';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { valueOf, World } from '@/test/world/world';
import { devicesQuestion } from '@/lib/views/lists/question.fixture';

let world: World;
let acme: OrganizationRow;
let bolt: OrganizationRow;
let lobby: DattoNode;
let attic: DattoNode;
let ofLobby: ConfigurationRow;
let printer: ConfigurationRow;
let ofBolt: ConfigurationRow;

/** Acme's network has `Lobby`, which is documented, and `Attic`, which is not; Bolt has no network. */
beforeEach(async () => {
  const tenant = tenantWith((builder) => {
    acme = builder.organization({ name: 'Acme' });
    bolt = builder.organization({ name: 'Bolt' });
    const network = builder.network({ name: 'Acme' });
    lobby = builder.accessPoint(network, { name: 'Lobby' });
    attic = builder.accessPoint(network, { name: 'Attic' });
    ofLobby = builder.configuration(acme, { name: 'AP Lobby', mac: lobby.mac });
    printer = builder.configuration(acme, { name: 'Printer' });
    ofBolt = builder.configuration(bolt, { name: 'Server' });
    return [acme];
  });
  world = await World.start(new DirectVendors(tenant));
});
afterEach(() => world.close());

type Page = Pick<ConfigurationRow, 'id' | 'organizationId'>;

/** What a panel on a configuration's page is answered. */
async function panel(
  name: 'panel.view' | 'panel.refresh',
  { id, organizationId }: Page = ofLobby,
): Promise<ResponseOf<typeof name>> {
  return valueOf(
    await world.portal(
      name,
      { organizationId, configurationId: id },
      `/${organizationId}/configurations/${id}`,
    ),
  );
}
const view = (page?: Page) => panel('panel.view', page);
const refresh = (page?: Page) => panel('panel.refresh', page);

describe('before the first sync', () => {
  it('says that none has ended', async () => {
    expect(await view()).toMatchObject({ kind: 'unmatched', why: 'never-synced', title: null });
  });

  it('asks no API for a configuration of which nothing is known', async () => {
    expect(await refresh()).toMatchObject({ kind: 'unmatched', why: 'never-synced' });
    expect(world.vendors.requests.count()).toBe(0);
  });
});

describe('after a sync', () => {
  beforeEach(async () => {
    await world.sync();
    world.vendors.requests.clear();
  });

  it('shows at once the device of the configuration as it is stored, and asks no API', async () => {
    expect(await view()).toMatchObject({
      kind: 'device',
      device: { key: deviceKey('access-point', String(lobby.id)), name: 'Lobby' },
      configuration: { id: ofLobby.id, name: 'AP Lobby' },
      networkName: 'Acme',
      rule: 'mac',
      mayMatch: false,
      status: { state: 'ok' },
      problem: null,
    });
    expect(world.vendors.requests.count()).toBe(0);
  });

  it.each<[string, () => Page, object]>([
    [
      'that no device fits',
      () => printer,
      { why: 'device-unmatched', title: 'Printer', ignored: false },
    ],
    ['that the organization has no network', () => ofBolt, { why: 'organization-unmatched' }],
    [
      'that the last sync did not see the configuration',
      () => ({ id: '987654', organizationId: acme.id }),
      { why: 'configuration-unknown', title: null },
    ],
    [
      'nothing of a configuration under the address of another organization',
      () => ({ id: ofLobby.id, organizationId: bolt.id }),
      { why: 'organization-unmatched', title: null },
    ],
  ])('says %s', async (_, page, expected) => {
    expect(await view(page())).toMatchObject({ kind: 'unmatched', ...expected });
  });

  it.each<[string | null, boolean]>([
    ['1', true],
    ['2', true],
    ['3', false],
    [null, false],
  ])('lets user %s change a match: %s', async (user, mayMatch) => {
    await world.iAm(user);
    expect(await view()).toMatchObject({ mayMatch });
    expect(await view(printer)).toMatchObject({ mayMatch });
  });

  it('lets a Manager change no match of an organization that is not theirs', async () => {
    await world.iAm('2');
    expect(await view(ofBolt)).toMatchObject({ kind: 'unmatched', mayMatch: false });
  });

  it('says that the configuration is ignored', async () => {
    await world.iAm('1');
    const { id, organizationId } = printer;
    await world.portal(
      'panel.ignore',
      { organizationId, configurationId: id, ignored: true },
      `/${organizationId}/configurations/${id}`,
    );
    expect(await view(printer)).toMatchObject({ ignored: true });
  });

  it('lists what is ignored on the matching page, from where it is asked about again', async () => {
    await world.iAm('1');
    const asked = {
      organizationId: organizationId(acme.id),
      configurationId: configurationId(printer.id),
    };
    const path = `/${acme.id}/configurations/${printer.id}`;
    await world.portal('panel.ignore', { ...asked, ignored: true }, path);
    const listed = async () =>
      valueOf(
        await world.page(
          'matching.devices',
          devicesQuestion({ organizationId: asked.organizationId }),
        ),
      ).ignored;
    expect(await listed()).toEqual([
      { id: printer.id, name: 'Printer', url: world.portalUrl + path },
    ]);
    const back = { ...asked, ignored: false };
    expect(valueOf(await world.page('matching.ignore-configuration', back)).ok).toBe(true);
    expect(await listed()).toEqual([]);
    expect(await view(printer)).toMatchObject({ ignored: false });
    await world.iAm('3');
    expect(valueOf(await world.page('matching.ignore-configuration', back))).toEqual({
      ok: false,
      refusal: { kind: 'not-permitted' },
    });
  });

  it('misses a device where the type of the configuration is one chosen under Types', async () => {
    expect(await view(printer)).toMatchObject({ expected: false });
    await world.page('types.save', {
      ...defaultSettings.configurationTypes,
      'managed-power': printer.typeId,
    });
    expect(await view(printer)).toMatchObject({ expected: true });
  });

  it('shows nothing once the extension is disconnected', async () => {
    const path = `/${acme.id}/configurations/${ofLobby.id}`;
    const asked = { organizationId: acme.id, configurationId: ofLobby.id };
    await world.ask('connection.disconnect', { documented: 'keep' });
    // The page is no longer one of a connected tenant.
    expect(await world.portal('panel.view', asked, path)).toMatchObject({ ok: false });
    world.chrome.inFront = world.portalUrl + path;
    expect(await world.ask('popup.panel')).toEqual({ kind: 'none' });
  });

  describe('a refresh', () => {
    it('asks Datto for that one device and IT Glue for that one configuration, and shows both anew', async () => {
      Object.assign(lobby, { name: 'Lobby, moved' });
      ofLobby.name = 'AP Lobby, renamed';
      const before = await view();
      const after = await refresh();
      expect(after).toMatchObject({
        kind: 'device',
        device: { name: 'Lobby, moved' },
        configuration: { name: 'AP Lobby, renamed' },
        problem: null,
      });
      if (before.kind !== 'device' || after.kind !== 'device') throw new Error('No device.');
      expect(Date.parse(after.readAt)).toBeGreaterThan(Date.parse(before.readAt));
      expect(await view()).toEqual(after);
      expect(world.vendors.requests.all({ api: 'datto' }).map(({ path }) => path)).toEqual([
        `/node/${lobby.id}`,
      ]);
      expect(world.vendors.requests.count({ api: 'itglue' })).toBe(1);
    });

    it('keeps the device in the next sync, as one that this sync saw', async () => {
      await refresh();
      await world.sync();
      expect(await view()).toMatchObject({ kind: 'device', problem: null });
    });

    it('keeps what is stored and says why when Datto cannot be reached', async () => {
      world.vendors.faults.add({ kind: 'reset', api: 'datto', times: Infinity });
      expect(await refresh()).toMatchObject({
        kind: 'device',
        device: { name: 'Lobby' },
        problem: { kind: 'offline', side: 'datto' },
      });
      expect(await view()).toMatchObject({ kind: 'device', problem: null });
    });

    it('does not wait where Datto asks for it, says until when, and leaves it alone', async () => {
      const headers = { 'Retry-After': '30' };
      world.vendors.faults.add({ kind: 'answer', api: 'datto', status: 429, body: {}, headers });
      const before = world.now();
      const answer = await refresh();
      expect(answer).toMatchObject({
        device: { name: 'Lobby' },
        problem: { kind: 'rate-limited' },
      });
      const until = answer.kind === 'device' ? Date.parse(answer.problem?.retryAt ?? '') : NaN;
      expect(Math.floor((until - before) / 1000)).toBe(30);
      const asked = world.vendors.requests.count({ api: 'datto' });
      expect(await refresh()).toMatchObject({ problem: { kind: 'rate-limited' } });
      expect(world.vendors.requests.count({ api: 'datto' })).toBe(asked);
    });

    it('shows fresh values of the device while IT Glue cannot be reached', async () => {
      lobby.name = 'Lobby, moved';
      world.vendors.faults.add({ kind: 'reset', api: 'itglue', times: Infinity });
      expect(await refresh()).toMatchObject({
        device: { name: 'Lobby, moved' },
        configuration: { name: 'AP Lobby' },
        problem: null,
      });
    });

    it('says that Datto no longer has the device, and leaves its removal to the next sync', async () => {
      const [network] = world.tenant.datto.networks;
      network!.nodes = network!.nodes.filter((node) => node !== lobby);
      expect(await refresh()).toMatchObject({
        kind: 'device',
        device: { name: 'Lobby' },
        problem: { kind: 'not-found', side: 'datto' },
      });
      await world.sync();
      expect(await view()).toMatchObject({ kind: 'unmatched', why: 'device-unmatched' });
    });

    it('leaves a configuration that IT Glue no longer has to the next sync', async () => {
      world.tenant.itglue.configurations.delete(ofLobby.id);
      expect(await refresh()).toMatchObject({
        kind: 'device',
        configuration: { name: 'AP Lobby' },
        problem: null,
      });
      await world.sync();
      expect(await view()).toMatchObject({ kind: 'unmatched', why: 'configuration-unknown' });
    });

    it('shows the device of a configuration that was documented since the last sync', async () => {
      const made = { ...structuredClone(ofLobby), id: '7654321', name: 'AP Attic' };
      made.interfaces[0]!.macAddress = attic.mac;
      world.tenant.itglue.configurations.set(made.id, made);
      expect(await view(made)).toMatchObject({ kind: 'unmatched', why: 'configuration-unknown' });
      expect(await refresh(made)).toMatchObject({
        kind: 'device',
        device: { name: 'Attic' },
        configuration: { name: 'AP Attic' },
        rule: 'mac',
      });
    });

    it('asks no API where the organization has no network', async () => {
      await refresh(ofBolt);
      expect(world.vendors.requests.count()).toBe(0);
    });

    it.each(['datto', 'itglue'] as const)(
      'remembers that %s refused its keys: the status says so, nothing more is asked, no sync is due',
      async (side) => {
        if (side === 'datto') world.tenant.datto.keys[0]!.secret = 'changed';
        else world.tenant.itglue.keys[0]!.key = 'ITG.renewed';
        expect(await refresh()).toMatchObject({
          kind: 'device',
          status: { state: 'credentials-failed', side },
        });
        world.vendors.requests.clear();
        expect(await refresh()).toMatchObject({ kind: 'device', device: { name: 'Lobby' } });
        expect(world.vendors.requests.count()).toBe(0);
        expect(world.chrome.set.has('sync-due')).toBe(false);
        await world.wake();
        expect(world.chrome.badge.text).toBe('!');
        expect(await world.page('sync.start')).toMatchObject({
          ok: false,
          problem: { kind: 'credentials', side },
        });
      },
    );

    it.each(['datto', 'itglue'] as const)(
      'brings nothing back to life when it is disconnected before %s answers',
      async (api) => {
        const hang = world.vendors.faults.add({ kind: 'hang', api });
        const refreshing = refresh();
        await hang.reached;
        await world.ask('connection.disconnect', { documented: 'keep' });
        hang.release();
        expect(await refreshing).toEqual({ kind: 'none' });
        expect(await world.store.count('devices')).toBe(0);
        expect(await world.store.count('configurations')).toBe(0);
      },
    );
  });
});
