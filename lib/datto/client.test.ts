import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { deviceKey, deviceKinds } from '@/lib/model/device';
import { networkId } from '@/lib/model/ids';
import { createDattoClient, type DattoClientOptions } from './client';
import { DattoError } from './errors';
import nodeJson from './examples/node.json';
import networkListJson from './examples/network-list.json';

const site = networkId(7);
const publicKey = '1b88730ac5ba';
const secretKey = 's3cr3t';
const localTime = Date.UTC(2025, 0, 1);

interface Sent {
  readonly host: string;
  readonly path: string;
  readonly authorization: string;
  readonly signature: string;
  readonly version: string | null;
  readonly timestamp: number;
  readonly nonce: string;
}

const apiErrors = (...codes: number[]) => ({
  errors: codes.map((code) => ({
    code,
    message: `for key ${publicKey}`,
    context: 'x',
    values: {},
  })),
});
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const refuse = (...codes: number[]) => json(apiErrors(...codes), 403);
const networks = () => json(networkListJson);

/** A client on a scripted server; `answer` gets every request with its number. */
function harness(
  answer: (sent: Sent, index: number, init: RequestInit) => Response | Promise<Response>,
  options: Partial<DattoClientOptions> = {},
) {
  const requests: Sent[] = [];
  const pauses: number[] = [];
  const client = createDattoClient({
    publicKey,
    secretKey,
    now: () => localTime,
    retryDelay: () => 0,
    sleep: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
    fetch: async (url, init) => {
      const { host, pathname, search } = new URL(url);
      const headers = new Headers(init.headers);
      const authorization = headers.get('authorization') ?? '';
      const sent: Sent = {
        host,
        path: pathname + search,
        authorization,
        signature: headers.get('signature') ?? '',
        version: headers.get('openmesh-api-version'),
        timestamp: Number(/timestamp=(\d+)/.exec(authorization)?.[1]),
        nonce: /nonce=(.+)$/.exec(authorization)?.[1] ?? '',
      };
      requests.push(sent);
      return answer(sent, requests.length - 1, init);
    },
    ...options,
  });
  return { client, requests, pauses, hosts: () => requests.map(({ host }) => host) };
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error('It did not fail.');
    },
    (error: unknown) => {
      expect(error).toBeInstanceOf(DattoError);
      return error as DattoError;
    },
  );

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
    let most = 0;
    const { client } = harness(
      async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 20));
        running -= 1;
        return json({ switches: [] });
      },
      { host: 'api.cloudtrax.com' },
    );
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => client.listDevices(networkId(index), 'switch')),
    );
    expect(most).toBe(6);
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
  const none = { rows: [], skipped: [], supported: false };

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

describe('the clock', () => {
  const serverAhead = 3600;
  const strict = (sent: Sent) => {
    const serverTime = localTime / 1000 + serverAhead;
    if (sent.path === '/time') return json({ time: new Date(serverTime * 1000).toISOString() });
    return Math.abs(sent.timestamp - serverTime) > 900 ? refuse(13002) : networks();
  };

  it('is measured once after 13002, and signed with from then on', async () => {
    const onClockOffset = vi.fn();
    const { client, requests } = harness(strict, { onClockOffset });
    await client.listNetworks();
    await client.listNetworks();
    expect(requests.map(({ path }) => path)).toEqual([
      '/network/list',
      '/time',
      '/network/list',
      '/network/list',
    ]);
    expect(onClockOffset.mock.calls).toEqual([[serverAhead]]);
  });

  it('is measured once for requests that fail together', async () => {
    const { client, requests } = harness(strict);
    await Promise.all(Array.from({ length: 6 }, () => client.listNetworks()));
    expect(requests.filter(({ path }) => path === '/time')).toHaveLength(1);
  });

  it('is not measured where the remembered offset is right', async () => {
    const { client, requests } = harness(strict, { clockOffset: serverAhead });
    await client.listNetworks();
    expect(requests).toHaveLength(1);
  });

  it('fails when the corrected request is refused too', async () => {
    const { client, requests } = harness(({ path }) =>
      path === '/time' ? json({ time: new Date(localTime).toISOString() }) : refuse(13002),
    );
    expect(await failure(client.listNetworks())).toMatchObject({ kind: 'clock' });
    expect(requests).toHaveLength(3);
  });

  it("is asked of the key's host when the power strips' host complains", async () => {
    const { client, requests } = harness(
      (sent) =>
        sent.path === '/time'
          ? strict(sent)
          : strict(sent).status === 403
            ? refuse(13002)
            : json({ powerstrips: [] }),
      { host: 'api-v2.cloudtrax.com' },
    );
    await client.listDevices(site, 'managed-power');
    expect(requests.find(({ path }) => path === '/time')?.host).toBe('api-v2.cloudtrax.com');
  });
});

describe('nonces', () => {
  it('are replaced once after 13003', async () => {
    const { client, requests } = harness((_, index) => (index === 0 ? refuse(13003) : networks()));
    await client.listNetworks();
    expect(requests).toHaveLength(2);
    expect(requests[0]?.nonce).not.toBe(requests[1]?.nonce);
  });

  it('that are refused twice are a failure', async () => {
    const { client, requests } = harness(() => refuse(13003));
    expect(await failure(client.listNetworks())).toMatchObject({ kind: 'nonce' });
    expect(requests).toHaveLength(2);
  });
});

describe('what may pass', () => {
  const passing: [string, () => Response | Promise<Response>][] = [
    ['500 with HTML', () => new Response('<h1>Oops</h1>', { status: 500 })],
    ['503', () => new Response('', { status: 503 })],
    ['code 1016', () => json(apiErrors(1016), 400)],
    ['429', () => new Response('', { status: 429 })],
    ['HTML with 200', () => new Response('<html>maintenance</html>')],
    ['JSON that is cut off', () => new Response('{"networks":[{"na')],
    ['a connection that breaks in the body', () => new Response(breakingBody())],
    ['no connection', () => Promise.reject(new TypeError('fetch failed'))],
  ];

  it.each(passing)('is tried again, each time signed anew: %s', async (_, broken) => {
    const { client, requests } = harness((_sent, index) => (index < 2 ? broken() : networks()));
    expect((await client.listNetworks()).rows).toHaveLength(1);
    expect(requests).toHaveLength(3);
    expect(new Set(requests.map(({ nonce }) => nonce)).size).toBe(3);
    expect(new Set(requests.map(({ signature }) => signature)).size).toBe(3);
  });

  it.each(
    passing.map(
      ([name, broken], index) =>
        [
          name,
          broken,
          [
            'transient',
            'transient',
            'transient',
            'rate-limited',
            'malformed',
            'malformed',
            'malformed',
            'offline',
          ][index],
        ] as const,
    ),
  )('is a failure after four retries: %s', async (_, broken, kind) => {
    const { client, requests } = harness(broken);
    expect(await failure(client.listNetworks())).toMatchObject({ kind });
    expect(requests).toHaveLength(5);
  });

  it('is tried again after silence, for each attempt has its own time-out', async () => {
    const { client, requests } = harness(
      (_sent, index, init) =>
        index > 0
          ? networks()
          : new Promise((_resolve, reject) =>
              init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
            ),
      { timeout: 20 },
    );
    await client.listNetworks();
    expect(requests).toHaveLength(2);
  });

  it('counts a body that never ends as silence', async () => {
    const { client } = harness(() => new Response(new ReadableStream()), {
      timeout: 20,
      retries: 0,
    });
    expect(await failure(client.listNetworks())).toMatchObject({ kind: 'transient' });
  });
});

describe('Retry-After', () => {
  it('is waited for, by every request of the client', async () => {
    const { client, pauses } = harness((_, index) =>
      index === 0 ? new Response('', { status: 429, headers: { 'Retry-After': '7' } }) : networks(),
    );
    await client.listNetworks();
    // The clock of this test stands still, so the next request has the same wait before it.
    await client.listNetworks();
    expect(pauses).toEqual([7000, 7000]);
  });

  it('may be a date', async () => {
    const { client, pauses } = harness((_, index) =>
      index === 0
        ? new Response('', {
            status: 503,
            headers: { 'Retry-After': new Date(localTime + 12_000).toUTCString() },
          })
        : networks(),
    );
    await client.listNetworks();
    expect(pauses).toEqual([12_000]);
  });

  it('of more than a minute is left to the caller', async () => {
    const { client, requests } = harness(
      () => new Response('', { status: 429, headers: { 'Retry-After': '300' } }),
    );
    expect(await failure(client.listNetworks())).toMatchObject({
      kind: 'rate-limited',
      retryAfterSeconds: 300,
    });
    expect(requests).toHaveLength(1);
  });
});

describe('what will not pass', () => {
  it.each([
    [13000, 'credentials'],
    [13001, 'bad-request'],
    [13004, 'bad-request'],
    [13005, 'credentials'],
    [13009, 'not-permitted'],
    [13012, 'bad-request'],
    [12000, 'not-found'],
    [12001, 'bad-request'],
  ])('is not tried again: %i is %s', async (code, kind) => {
    const { client, requests } = harness(() => refuse(code));
    const error = await failure(client.listDevices(site, 'switch'));
    expect(error).toMatchObject({ kind, codes: [code], host: 'api.cloudtrax.com', status: 403 });
    expect(requests).toHaveLength(1);
  });

  it('says nothing that the server said, which may repeat the key', async () => {
    const { client } = harness(() => refuse(13005));
    const error = await failure(client.listNetworks());
    expect(JSON.stringify([error, error.message, error.stack])).not.toContain(publicKey);
    expect(error.message).toBe('Datto refused the keys (api.cloudtrax.com, code 13005, HTTP 403).');
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

  it('rejects when nobody answers', async () => {
    const { client } = harness(() => Promise.reject(new TypeError()), { retries: 0 });
    expect(await failure(client.verify())).toMatchObject({ kind: 'offline' });
  });
});

function breakingBody(): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"networks":['));
      controller.error(new TypeError('terminated'));
    },
  });
}
