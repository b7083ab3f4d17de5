import { acceptAll } from '@/test/world/accept-all';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { networkId, organizationId } from '@/lib/model/ids';
import {
  acme,
  acmeNetwork,
  attic,
  begin,
  bolt,
  boltNetwork,
  decideDevice,
  device,
  devicesView,
  lobby,
  matchNetwork,
  network,
  networks,
  ofLobby,
  ofPrinter,
  world,
} from './decisions.fixture';
import { devicesQuestion } from '@/lib/views/lists/question.fixture';

beforeEach(begin);
afterEach(() => world.close());

describe('who sees what', () => {
  const refusal = { ok: false, problem: { kind: 'not-permitted' } };

  it('shows a Manager exactly the networks and organizations of their groups', async () => {
    await matchNetwork(bolt, '');
    await world.iAm('2');
    expect((await networks()).map(({ name }) => name)).toEqual(['Acme']);
    const view = await world.ask('matching.organizations');
    expect(view.access).toBe('own');
    expect(view.organizations.map(({ name }) => name)).toEqual(['Acme']);
    const hits = await world.ask('matching.search-organizations', { text: '' });
    expect(hits.map(({ name }) => name)).toEqual(['Acme', 'Crane']);
    expect(
      await world.page(
        'matching.devices',
        devicesQuestion({ organizationId: organizationId(bolt.id) }),
      ),
    ).toEqual(refusal);
    const { rows } = await world.ask('activity.list', { before: null, text: '', limit: 100 });
    expect(JSON.stringify(rows)).not.toContain('Bolt');
    expect(JSON.stringify(rows)).toContain('Acme');
  });

  it('lets a Manager decide about nothing else', async () => {
    await world.iAm('2');
    const notPermitted = { ok: false, refusal: { kind: 'not-permitted' } };
    expect(await matchNetwork(acme, '')).toEqual(notPermitted);
    const { version } = await network(acmeNetwork);
    expect(await matchNetwork(bolt, version, acmeNetwork)).toEqual(notPermitted);
    expect(await world.page('creation.similar-organizations', { name: 'Anything' })).toEqual(
      refusal,
    );
    expect(
      await world.ask('creation.organization', {
        networkId: networkId(boltNetwork.id),
        version: '',
        name: 'Mine',
        acknowledged: [],
      }),
    ).toEqual(notPermitted);
    expect(world.vendors.requests.writes({ api: 'itglue' })).toEqual([]);
  });

  for (const [who, access] of [
    ['3', 'panels'],
    [null, 'no-user'],
    ['99', 'no-user'],
  ] as const)
    it(`lets nothing be matched by ${who === null ? 'no user' : `user ${who}`}`, async () => {
      await world.iAm(who);
      expect(await networks()).toEqual([]);
      expect(await world.ask('matching.organizations')).toMatchObject({ access });
      expect(await devicesView()).toMatchObject({ access, rows: [], organization: { name: '' } });
      const key = deviceKey('access-point', String(attic.id));
      for (const action of ['ignore', 'match'] as const)
        expect(await decideDevice(attic, action, '')).toMatchObject({ ok: false });
      expect(
        await world.ask('creation.start', {
          organizationId: organizationId(acme.id),
          deviceKeys: [key],
        }),
      ).toMatchObject({ ok: false });
      expect(
        (await world.store.getAll('deviceMatches')).map(({ deviceKey: each }) => each),
      ).toEqual([`access-point:${lobby.id}`]);
    });

  it('refuses a message from a portal page about another page than its own', async () => {
    await matchNetwork(bolt, '');
    const own = `/${acme.id}/configurations/${ofPrinter.id}`;
    const asked = { organizationId: bolt.id, configurationId: ofPrinter.id };
    const key = deviceKey('access-point', String(attic.id));
    const forged = [
      world.portal('panel.candidates', { ...asked, text: '' }, own),
      world.portal('panel.match', { ...asked, deviceKey: key, version: '' }, own),
      world.portal('panel.ignore', { ...asked, ignored: true }, own),
      world.portal('panel.list', { organizationId: bolt.id }, own),
      world.portal('panel.open-matching', { organizationId: bolt.id }, own),
    ];
    expect(await Promise.all(forged)).toEqual(forged.map(() => refusal));
    expect(world.chrome.opened).toEqual([]);
  });

  it('refuses what only the own pages may ask, from a portal page', async () => {
    const url = `${world.portalUrl}/${acme.id}/configurations/${ofPrinter.id}`;
    const sender = { id: 'extension', url, frameId: 0, tab: { id: 1, url } };
    for (const name of ['matching.networks', 'matching.findings', 'types.list'] as const)
      expect(await world.send(name, undefined, sender)).toEqual(refusal);
    expect(
      await world.send('matching.networks', undefined, { ...sender, id: 'another-extension' }),
    ).toEqual(refusal);
  });

  it('lets a panel match no device of another organization', async () => {
    await matchNetwork(bolt, '');
    const [van] = (await devicesView(bolt)).rows;
    const asked = { organizationId: acme.id, configurationId: ofPrinter.id };
    const reply = await world.portal(
      'panel.match',
      { ...asked, deviceKey: van!.key, version: '' },
      `/${acme.id}/configurations/${ofPrinter.id}`,
    );
    expect(reply).toEqual({ ok: true, value: { ok: false, refusal: { kind: 'not-permitted' } } });
  });
});

describe('the panel on an unmatched configuration', () => {
  const path = () => `/${acme.id}/configurations/${ofPrinter.id}`;
  const asked = () => ({ organizationId: acme.id, configurationId: ofPrinter.id });

  it('offers devices that fit, finds others by text, and matches the one that is chosen', async () => {
    attic.name = 'Printer';
    await world.sync();
    const fitting = await world.portal('panel.candidates', { ...asked(), text: '' }, path());
    expect(fitting).toMatchObject({ ok: true, value: [{ name: 'Printer', reason: 'name' }] });
    const found = await world.portal('panel.candidates', { ...asked(), text: attic.mac }, path());
    expect(found).toMatchObject({ ok: true, value: [{ name: 'Printer' }] });
    const [candidate] = found.ok ? found.value : [];
    const { deviceKey: key, version } = candidate!;
    expect(
      await world.portal('panel.match', { ...asked(), deviceKey: key, version }, path()),
    ).toEqual({ ok: true, value: { ok: true, count: 1 } });
    expect(await device(attic)).toMatchObject({ rule: 'by-hand' });
  });

  it('shows on a list what is unmatched and how the matched are, and opens the matching page at the organization', async () => {
    const list = `/${acme.id}/configurations`;
    const request = { organizationId: acme.id };
    const configuration = { configurationId: String(ofLobby.id), status: 'up' };
    const devices = [{ ...configuration, readAt: expect.stringMatching(/^20.*Z$/) as string }];
    const listed = () => world.portal('panel.list', request, list);
    expect(await listed()).toEqual({ ok: true, value: { unmatched: 1, devices } });
    lobby.down = true;
    await world.sync();
    expect(await listed()).toMatchObject({ value: { devices: [{ status: 'down' }] } });
    await world.portal('panel.open-matching', request, list);
    expect(world.chrome.opened).toEqual([
      expect.stringMatching(new RegExp(`/matching\\.html#.*${acme.id}`)),
    ]);
    await world.iAm('3');
    expect(await listed()).toMatchObject({ value: { unmatched: null, devices: [{}] } });
  });

  it('shows on a list of another organization’s nothing to a Manager', async () => {
    await matchNetwork(bolt, '');
    await world.sync();
    await acceptAll(world, {
      subject: 'devices',
      keys: [deviceKey('access-point', String(boltNetwork.nodes[0]!.id))],
    });
    const request = { organizationId: bolt.id };
    const path = `/${bolt.id}/configurations`;
    const listed = () => world.portal('panel.list', request, path);
    expect(await listed()).toMatchObject({ value: { unmatched: 0, devices: [{}] } });
    await world.iAm('2');
    expect(await listed()).toEqual({
      ok: true,
      value: { unmatched: null, devices: [] },
    });
  });

  it('asks no more about a configuration that is ignored, until that is taken back or it is matched', async () => {
    const ignore = (ignored: boolean) =>
      world.portal('panel.ignore', { ...asked(), ignored }, path());
    await ignore(true);
    expect(await world.store.count('ignoredConfigurations')).toBe(1);
    await ignore(false);
    expect(await world.store.count('ignoredConfigurations')).toBe(0);
    await ignore(true);
    await decideDevice(attic, 'match', '');
    expect(await world.store.count('ignoredConfigurations')).toBe(0);
  });
});

describe('the activity list', () => {
  it('pages from the newest to the oldest, and finds by words', async () => {
    await decideDevice(attic, 'ignore', '');
    const all = await world.ask('activity.list', { before: null, text: '', limit: 100 });
    expect(all.before).toBeNull();
    expect(all.rows.map(({ id }) => id)).toEqual(
      all.rows.map(({ id }) => id).toSorted((a, b) => b - a),
    );
    const paged: (typeof all.rows)[number][] = [];
    let before: number | null = null;
    do {
      const page: typeof all = await world.ask('activity.list', { before, text: '', limit: 2 });
      paged.push(...page.rows);
      ({ before } = page);
    } while (before !== null);
    expect(paged).toEqual(all.rows);
    const found = await world.ask('activity.list', { before: null, text: 'ADA attic', limit: 9 });
    expect(found.rows.map(({ event }) => event.kind)).toEqual(['device-ignored']);
  });
});
