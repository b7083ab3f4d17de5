import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { deviceKey, deviceKinds } from '@/lib/model/device';
import { networkId } from '@/lib/model/ids';
import nodeJson from './examples/node.json';
import {
  apiErrors,
  failure,
  harness,
  json,
  localTime,
  networks,
  publicKey,
  refuse,
  secretKey,
  site,
} from './client.fixture';

describe('requests', () => {
  it('are signed over authorization and path, with version and whole seconds', async () => {
    const { client, requests } = harness(networks, { randomNonce: () => 'n1' });
    await client.listNetworks();
    const authorization = `key=${publicKey},timestamp=${localTime / 1000},nonce=n1`;
    expect(requests).toMatchObject([
      {
        host: 'api.cloudtrax.com',
        path: '/network/list',
        authorization,
        version: '1',
        signature: createHmac('sha256', secretKey)
          .update(`${authorization}/network/list`)
          .digest('hex'),
      },
    ]);
  });

  it('carry no cookies and follow no redirect', async () => {
    const { client } = harness((_sent, _index, init) => {
      expect(init).toMatchObject({ credentials: 'omit', redirect: 'error' });
      return networks();
    });
    await client.listNetworks();
  });

  it('are at most six at a time', async () => {
    let running = 0;
    let maxRunning = 0;
    const { client } = harness(
      async () => {
        maxRunning = Math.max(maxRunning, ++running);
        await new Promise((resolve) => setTimeout(resolve, 20));
        running -= 1;
        return json({ switches: [] });
      },
      { host: 'api.cloudtrax.com' },
    );
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => client.listDevices(networkId(index), 'switch')),
    );
    expect(maxRunning).toBe(6);
  });

  it.each([
    ['', secretKey, 'publicKey'],
    ['one,nonce=two', secretKey, 'publicKey'],
    ['schlüssel\u2028', secretKey, 'publicKey'],
    [publicKey, '', 'secretKey'],
  ])('are not sent with the impossible keys %j and %j', async (key, secret, field) => {
    const { client, requests } = harness(networks, { publicKey: key, secretKey: secret });
    const error = await failure(client.listNetworks());
    expect(error).toMatchObject({ kind: 'credentials', field });
    expect(requests).toEqual([]);
  });
});

describe('hosts', () => {
  it('falls back to api-v2 for a key that api does not know, and remembers it', async () => {
    const onHost = vi.fn();
    const { client, hosts } = harness(
      ({ host }) => (host === 'api.cloudtrax.com' ? refuse(13011) : networks()),
      { onHost },
    );
    await client.listNetworks();
    await client.listNetworks();
    expect(hosts()).toEqual(['api.cloudtrax.com', 'api-v2.cloudtrax.com', 'api-v2.cloudtrax.com']);
    expect(onHost.mock.calls).toEqual([['api-v2.cloudtrax.com']]);
  });

  it('begins with the host that is remembered and does not report it again', async () => {
    const onHost = vi.fn();
    const { client, hosts } = harness(networks, { host: 'api-v2.cloudtrax.com', onHost });
    await client.listNetworks();
    expect(hosts()).toEqual(['api-v2.cloudtrax.com']);
    expect(onHost).not.toHaveBeenCalled();
  });

  it('does not change host for another error than an unknown key', async () => {
    const { client, hosts } = harness(() => refuse(13000));
    expect((await failure(client.listNetworks())).kind).toBe('credentials');
    expect(hosts()).toEqual(['api.cloudtrax.com']);
  });

  it.each([
    ['access-point', 'api.cloudtrax.com', '/node/network/7/list', { nodes: {} }],
    ['switch', 'api.cloudtrax.com', '/switch/network/7/list', { switches: [] }],
    ['managed-power', 'api-v3.cloudtrax.com', '/powerstrip/network/7/list', { powerstrips: [] }],
    ['router', 'api-v2.cloudtrax.com', '/router/network/7/list', { routers: [] }],
  ] as const)('asks for %s lists at the right place', async (kind, host, path, body) => {
    const { client, requests } = harness(() => json(body));
    expect(await client.listDevices(site, kind)).toEqual({
      rows: [],
      skipped: [],
      oddFields: [],
      supported: true,
    });
    expect(requests).toMatchObject([{ host, path }]);
  });

  it('reads one device by its key', async () => {
    const { client, requests } = harness(() => json(nodeJson));
    const device = await client.readDevice(deviceKey('access-point', '31792'), site);
    expect(device).toMatchObject({
      key: 'access-point:31792',
      networkId: '7',
      name: 'AP42_upstairs',
    });
    expect(requests).toMatchObject([{ path: '/node/31792' }]);
  });
});

describe('endpoints that an account does not have', () => {
  const none = { rows: [], skipped: [], oddFields: [], supported: false };

  it.each(deviceKinds)('are no failure with code 1002 (%s)', async (kind) => {
    const { client } = harness(() => json(apiErrors(1002), 404));
    expect(await client.listDevices(site, kind)).toEqual(none);
  });

  it.each(['managed-power', 'router'] as const)(
    'are no failure with a plain 404 (%s)',
    async (kind) => {
      const { client } = harness(() => new Response('<h1>Not Found</h1>', { status: 404 }));
      expect(await client.listDevices(site, kind)).toEqual(none);
    },
  );

  it.each(['access-point', 'switch'] as const)('a plain 404 for %s is one', async (kind) => {
    const { client } = harness(() => new Response('', { status: 404 }));
    expect(await failure(client.listDevices(site, kind))).toMatchObject({
      kind: 'not-implemented',
    });
  });

  it('finds routers on api where api-v2 has none', async () => {
    const { client, hosts } = harness(({ host }) =>
      host === 'api.cloudtrax.com'
        ? json({ routers: [{ router_id: 1, model: 'D200' }] })
        : json(apiErrors(1002), 404),
    );
    expect((await client.listDevices(site, 'router')).rows).toMatchObject([{ key: 'router:1' }]);
    expect(hosts()).toEqual(['api-v2.cloudtrax.com', 'api.cloudtrax.com']);
  });

  it('takes a host that does not know the key for one without routers, and asks once per account', async () => {
    const { client, requests } = harness(({ host }) =>
      host === 'api-v2.cloudtrax.com' ? refuse(13011) : json(apiErrors(1002), 404),
    );
    expect(await client.listDevices(site, 'router')).toEqual(none);
    expect(await client.listDevices(networkId(8), 'router')).toEqual(none);
    expect(requests).toHaveLength(2);
  });

  it('does not hide that no host knows the key', async () => {
    const { client } = harness(() => refuse(13011));
    expect(await failure(client.listDevices(site, 'router'))).toMatchObject({
      kind: 'credentials',
    });
  });
});

describe('cancelling', () => {
  it('rejects with the reason and sends nothing more', async () => {
    const controller = new AbortController();
    const reason = new Error('The tab is gone.');
    const { client, requests } = harness((_sent, _index, init) => {
      controller.abort(reason);
      return Promise.reject(init.signal?.reason as Error);
    });
    await expect(client.listNetworks(controller.signal)).rejects.toBe(reason);
    expect(requests).toHaveLength(1);
  });

  it('takes a waiting request out of the queue', async () => {
    const controller = new AbortController();
    const release: (() => void)[] = [];
    const { client, requests } = harness(
      () => new Promise((resolve) => release.push(() => resolve(json({ switches: [] })))),
      { host: 'api.cloudtrax.com' },
    );
    const running = Array.from({ length: 6 }, () => client.listDevices(site, 'switch'));
    const waiting = client.listNetworks(controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => expect(release).toHaveLength(6));
    for (const go of release) go();
    await Promise.all(running);
    expect(requests.some(({ path }) => path === '/network/list')).toBe(false);
  });
});

describe('verify', () => {
  const several = () =>
    json({
      networks: [
        { id: 1, name: 'A' },
        { id: 2, name: 'B' },
      ],
    });

  it('tells an account-level key by its networks', async () => {
    expect(await harness(several).client.verify()).toEqual({
      ok: true,
      host: 'api.cloudtrax.com',
      level: 'account',
      networkCount: 2,
    });
  });

  it('cannot tell the level from one network', async () => {
    expect(await harness(networks).client.verify()).toMatchObject({ level: 'unknown' });
  });

  it.each([1001, 13009, 13010])('takes %i for a network-level key', async (code) => {
    const onHost = vi.fn();
    const { client } = harness(({ host }) => refuse(host === 'api.cloudtrax.com' ? 13011 : code), {
      onHost,
    });
    expect(await client.verify()).toEqual({
      ok: true,
      host: 'api-v2.cloudtrax.com',
      level: 'network',
      networkCount: 0,
    });
    expect(onHost).toHaveBeenCalledWith('api-v2.cloudtrax.com');
  });

  it('names the public key when neither host knows it', async () => {
    const { client, hosts } = harness(() => refuse(13011));
    expect(await client.verify()).toMatchObject({ ok: false, field: 'publicKey' });
    expect(hosts()).toEqual(['api.cloudtrax.com', 'api-v2.cloudtrax.com']);
  });

  it('names the secret key when the signature is wrong on the host that knows the key', async () => {
    const { client } = harness(({ host }) => refuse(host === 'api.cloudtrax.com' ? 13011 : 13000));
    expect(await client.verify()).toMatchObject({ ok: false, field: 'secretKey' });
  });

  it('names neither for an expired pair', async () => {
    const { client } = harness(() => refuse(13016));
    expect(await client.verify()).toMatchObject({ ok: false, field: null });
  });

  it('rejects when no answer comes', async () => {
    const { client } = harness(() => Promise.reject(new TypeError()), { retries: 0 });
    expect(await failure(client.verify())).toMatchObject({ kind: 'offline' });
  });
});
