import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { userId } from '@/lib/model/ids';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { World, type WorldOptions } from '@/test/world/world';

let world: World;
let path = '';
const start = async (options: WorldOptions = {}) => {
  const tenant = tenantWith((builder) => {
    const acme = builder.organization({ name: 'Acme' });
    const lobby = builder.accessPoint(builder.network({ name: 'Acme' }), { name: 'Lobby' });
    const { id } = builder.configuration(acme, { name: 'AP Lobby', mac: lobby.mac });
    path = `/${acme.id}/configurations/${id}`;
    return [acme];
  });
  world = await World.start(new DirectVendors(tenant), options);
};
afterEach(() => world.close());

const welcomePage = 'https://extension.example/welcome.html';
const keysFile = '/content-scripts/portal-keys.js';

describe('the first run', () => {
  it('opens by installing, and shows itself where it is open already', async () => {
    await start({ connected: false });
    await world.install();
    await world.portal('welcome.open', undefined, path);
    expect(world.chrome.opened).toEqual([welcomePage]);
    expect(world.chrome.inFront).toBe(welcomePage);
  });

  it.each([
    ['says so', { firstRun: false }],
    [
      'brings the keys',
      { dattoPublicKey: 'a', dattoSecretKey: 'b', itGlueApiKey: 'c', passphraseRequired: true },
    ],
  ])('is skipped where a policy %s', async (_, policy) => {
    await start({ connected: false });
    world.chrome.policy = policy;
    await world.install();
    expect(world.chrome.opened).toEqual([]);
    expect(await world.ask('welcome.view')).toMatchObject({ offered: false });
    await world.portal('portal.arrived', undefined, path);
    expect(world.chrome.injected).toEqual([]);
  });

  it('is said where a panel would be and nowhere else, until it is dismissed', async () => {
    await start({ connected: false });
    const arrive = async (at: string) => {
      await world.portal('portal.arrived', undefined, at);
      return world.chrome.injected.splice(0).flatMap(({ files }) => files);
    };
    expect(await arrive(path)).toEqual([keysFile]);
    expect(await arrive('/2/configurations')).toEqual([]);
    expect(await world.portal('panel.open-options', { section: 'sync' }, path)).toMatchObject({
      ok: false,
    });
    await world.portal('welcome.dismiss', undefined, path);
    expect(await arrive(path)).toEqual([]);
  });

  it('is over with a connection, and ends at a page that has a panel', async () => {
    await start();
    await world.install();
    expect(world.chrome.opened).toEqual([]);
    expect(await world.ask('welcome.view')).toMatchObject({ offered: true, example: null });
    await world.sync();
    expect(await world.ask('welcome.view')).toMatchObject({
      example: { name: 'AP Lobby', url: world.portalUrl + path },
    });
    await world.portal('portal.arrived', undefined, path);
    expect(world.chrome.injected[0]?.files).not.toContain(keysFile);
  });

  it('takes the tenant from the one portal that is open', async () => {
    await start({ connected: false });
    const portal = async () => (await world.ask('welcome.view')).portal;
    expect(await portal()).toBeNull();
    world.chrome.opened.push('https://acme.eu.itglue.com/2', 'https://acme.eu.itglue.com/3');
    expect(await portal()).toEqual({ subdomain: 'acme', region: 'eu' });
    world.chrome.opened.push('https://other.itglue.com/');
    expect(await portal()).toBeNull();
  });
});

describe('keys that are tried', () => {
  it('are told by side what is wrong with them, and nothing is saved', async () => {
    await start({ connected: false });
    const { key, secret } = world.tenant.datto.keys[0]!;
    const tenant = { region: 'us', subdomain: 'contoso-msp' } as const;
    const datto = { side: 'datto', dattoPublicKey: key, ...tenant } as const;
    expect(await world.ask('connection.check', { ...datto, dattoSecretKey: secret })).toEqual([]);
    expect(await world.ask('connection.check', { ...datto, dattoSecretKey: 'x' })).toMatchObject([
      { field: 'dattoSecretKey' },
    ]);
    const itGlueApiKey = world.tenant.itglue.keys[0]!.key;
    const itGlue = { side: 'itglue', itGlueApiKey, region: 'us' } as const;
    expect(await world.ask('connection.check', { ...itGlue, ...tenant })).toEqual([]);
    expect(await world.ask('connection.check', { ...itGlue, subdomain: 'other' })).toMatchObject([
      { field: 'subdomain' },
    ]);
    expect(await world.store.get('meta', 'sealed')).toBeUndefined();
    expect(await world.ask('status.view')).toMatchObject({ status: { state: 'not-connected' } });
  });
});

describe('who sits here', () => {
  const look = () => world.ask('user.recognize');
  const chosen = async () => (await world.ask('options.view')).settings.userId;
  /** What an open page of the portal says. */
  const says = (result: unknown) => {
    world.chrome.opened.splice(0, Infinity, `${world.portalUrl}/`);
    world.chrome.scriptResult = result;
  };

  it('is recognized by an open page of the portal, and is so once the person confirms it', async () => {
    await start();
    expect(await look()).toEqual({ state: 'cannot-tell', why: 'no-users' });
    await world.sync();
    expect(await look()).toEqual({ state: 'cannot-tell', why: 'no-page' });
    says(['Max']);
    const seen = await look();
    expect(seen).toMatchObject({ state: 'found', user: { name: 'Max', roleName: 'Manager' } });
    expect(await chosen()).toBeNull();
    if (seen.state !== 'found') throw new Error('Max is not recognized.');
    says(['Ada']);
    expect(await world.ask('user.confirm', { userId: seen.user.id })).toBe(false);
    says(['Max']);
    expect(await world.ask('user.confirm', { userId: seen.user.id })).toBe(true);
    expect(await chosen()).toBe(seen.user.id);
    expect(await world.events()).toContainEqual({ kind: 'user-chosen', name: 'Max' });
  });

  it.each([
    ['nothing', null],
    ['something else', { name: 'Ada' }],
    ['more than a page has a reason to', Array.from({ length: 41 }, () => 'Ada')],
    ['a text without end', ['Ada'.padEnd(201)]],
  ])('is nobody where the page says %s', async (_, result) => {
    await start();
    await world.sync();
    says(result);
    expect(await look()).toEqual({ state: 'cannot-tell', why: 'nobody-named' });
  });

  it("is not asked of another tenant's pages", async () => {
    await start();
    await world.sync();
    says(['Ada']);
    world.chrome.opened.splice(0, Infinity, 'https://other.itglue.com/');
    expect(await look()).toEqual({ state: 'cannot-tell', why: 'no-page' });
  });

  it('is chosen by hand with a code alone, where a policy asks for one', async () => {
    await start();
    await world.sync();
    const userUnlock = createHash('sha256').update('seven lakes').digest('hex');
    await world.policy({ userUnlock });
    const choose = (unlockCode?: string) =>
      world.page('settings.save', {
        userId: userId('1'),
        ...(unlockCode !== undefined && { unlockCode }),
      });
    const refused = { ok: false, problem: { kind: 'managed' } };
    expect(await choose()).toMatchObject(refused);
    expect(await choose(userUnlock)).toMatchObject(refused);
    expect(await chosen()).toBeNull();
    expect(await choose('seven lakes')).toMatchObject({ ok: true });
    expect(await chosen()).toBe('1');
    says(['Max']);
    const seen = await look();
    if (seen.state !== 'found') throw new Error('Max is not recognized.');
    expect(await world.ask('user.confirm', { userId: seen.user.id })).toBe(true);
    const view = await world.ask('options.view');
    expect(view.managed.fields).toEqual(['userUnlock']);
    expect(JSON.stringify(view)).not.toContain(userUnlock);
  });
});
