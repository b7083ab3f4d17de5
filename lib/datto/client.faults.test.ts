import { describe, expect, it, vi } from 'vitest';
import {
  type Sent,
  apiErrors,
  failure,
  harness,
  json,
  localTime,
  networks,
  publicKey,
  refuse,
  site,
} from './client.fixture';

function breakingBody(): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"networks":['));
      controller.error(new TypeError('terminated'));
    },
  });
}

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

  it.each(passing)('is tried again, each time signed again: %s', async (_, broken) => {
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

  it('is left to a caller that does not wait so long, who is refused at once until it is over', async () => {
    const { client, requests, pauses } = harness(
      (_, index) =>
        index === 0
          ? new Response('', { status: 429, headers: { 'Retry-After': '7' } })
          : networks(),
      { longestPause: 2_000 },
    );
    for (let time = 0; time < 2; time += 1)
      expect(await failure(client.listNetworks())).toMatchObject({
        kind: 'rate-limited',
        retryAfterSeconds: 7,
      });
    expect(requests).toHaveLength(1);
    expect(pauses).toEqual([]);
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
    expect(error.message).toBe('api.cloudtrax.com: credentials · 13005 · 403');
  });
});
