import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from './index';
import { itGlueKey } from './tenant/tenant';
import { askDatto, askItGlue, data } from './test-support';

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ httpPort: 0 });
});
afterEach(() => simulator.close());

const organizations = () => simulator.tenant.itglue.organizations.size;
const create = () =>
  askItGlue(simulator, 'POST', '/organizations', data('organizations', { name: 'New' }));
const list = (size = 50) => askItGlue(simulator, 'GET', `/organizations?page[size]=${size}`);

describe('faults', () => {
  const withEffect = [
    ['server-error', 'before', 0],
    ['server-error', 'after', 1],
    ['reset', 'before', 0],
    ['reset', 'after', 1],
  ] as const;
  for (const [kind, effect, made] of withEffect) {
    it(`${kind} ${effect} the effect: ${made} row made, the next request is fine`, async () => {
      const before = organizations();
      simulator.faults.add({ kind, effect, method: 'POST' });
      const outcome = await create().then(
        ({ status }) => status,
        () => 'reset',
      );
      expect(outcome).toBe(kind === 'reset' ? 'reset' : 500);
      expect(organizations()).toBe(before + made);
      expect((await create()).status).toBe(201);
      expect(simulator.requests.writes().map(({ status }) => status)).toEqual([
        kind === 'reset' ? 0 : 500,
        201,
      ]);
    });
  }

  it('429 names the time to wait and carries nothing out', async () => {
    const before = organizations();
    simulator.faults.add({ kind: 'too-many-requests', retryAfterSeconds: 7 });
    const refused = await create();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('7');
    simulator.faults.add({ kind: 'too-many-requests', retryAfterSeconds: null });
    expect((await create()).headers.get('retry-after')).toBeNull();
    expect(organizations()).toBe(before);
  });

  it('a truncated body ends in the middle', async () => {
    simulator.faults.add({ kind: 'truncated' });
    await expect(list()).rejects.toThrow();
    expect((await list()).status).toBe(200);
  });

  it('a malformed body is complete and not JSON', async () => {
    simulator.faults.add({ kind: 'malformed' });
    const { status, text } = await list();
    expect(status).toBe(200);
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  });

  it('latency delays and changes nothing', async () => {
    simulator.faults.add({ kind: 'latency', milliseconds: 5 });
    expect((await list()).status).toBe(200);
  });

  it('a skewed clock refuses what is signed by the right one, once', async () => {
    simulator.faults.add({ kind: 'clock-skew', seconds: 3600 });
    expect((await askDatto(simulator, '/network/list')).code).toBe(13002);
    expect((await askDatto(simulator, '/network/list')).status).toBe(200);
  });

  it('an answer of the test’s own stands in for the real one', async () => {
    const body = { errors: [{ code: 1016, message: 'Internal error.', context: '', values: {} }] };
    simulator.faults.add({ kind: 'answer', status: 500, body, api: 'datto' });
    expect((await askDatto(simulator, '/network/list')).code).toBe(1016);
  });

  for (const [effect, made] of [
    ['before', 0],
    ['after', 1],
  ] as const) {
    it(`a hang ${effect} the effect holds the request there until it is released`, async () => {
      const before = organizations();
      const hang = simulator.faults.add({ kind: 'hang', effect, method: 'POST' });
      const answer = create();
      await hang.reached;
      if (effect === 'after') await until(() => organizations() === before + 1);
      expect(organizations()).toBe(before + made);
      hang.release();
      expect((await answer).status).toBe(201);
      expect(organizations()).toBe(before + 1);
    });
  }

  it('a request held before its effect is dropped with its client', async () => {
    const before = organizations();
    const hang = simulator.faults.add({ kind: 'hang', method: 'POST' });
    const gone = new AbortController();
    const request = simulator.fetch('https://api.itglue.com/organizations', {
      method: 'POST',
      body: JSON.stringify(data('organizations', { name: 'New' })),
      headers: { 'x-api-key': itGlueKey.key, 'content-type': 'application/vnd.api+json' },
      signal: gone.signal,
    });
    await hang.reached;
    gone.abort();
    await expect(request).rejects.toThrow();
    // The server hears of the closed connection a moment later than the client.
    await new Promise((resolve) => setTimeout(resolve, 50));
    hang.release();
    await until(() => simulator.requests.count({ status: 0 }) === 1);
    expect(organizations()).toBe(before);
  });

  it('hit the requests meant: so many, after so many, by server, method and path', async () => {
    const hits = simulator.faults.add({
      kind: 'server-error',
      api: 'itglue',
      host: 'api.itglue.com',
      path: /page\[size\]=1\b/,
      after: 1,
      times: 2,
    });
    const statuses: number[] = [];
    for (const size of [1, 2, 1, 1, 1]) statuses.push((await list(size)).status);
    expect(statuses).toEqual([200, 200, 500, 500, 200]);
    expect(hits.hits).toBe(2);
    simulator.faults.add({ kind: 'server-error', path: '/users', times: Infinity });
    expect((await list()).status).toBe(200);
    expect((await askItGlue(simulator, 'GET', '/users?page[size]=3')).status).toBe(500);
    simulator.faults.clear();
    expect((await askItGlue(simulator, 'GET', '/users')).status).toBe(200);
  });
});

describe('ways in', () => {
  it('a Request object is as good as an address', async () => {
    const request = new Request('https://api.itglue.com/users', {
      headers: { 'x-api-key': itGlueKey.key },
    });
    expect((await simulator.fetch(request)).status).toBe(200);
  });

  it('a client with nothing but a base address finds all three on the plain port', async () => {
    const base = `http://127.0.0.1:${simulator.httpPort ?? 0}`;
    const itGlue = await fetch(`${base}/organizations`, {
      headers: { 'x-api-key': itGlueKey.key },
    });
    expect(itGlue.status).toBe(200);
    expect(
      ((await (await fetch(`${base}/network/list`)).json()) as { errors: unknown[] }).errors,
    ).toHaveLength(1);
    expect((await fetch(`${base}/time`)).status).toBe(200);
    const portal = await fetch(`${base}/2/configurations/100001`);
    expect(portal.headers.get('content-type')).toContain('text/html');
  });

  it('the portal answers under the subdomain of the tenant and no other', async () => {
    expect((await simulator.fetch(`${simulator.portalUrl}/2`)).status).toBe(200);
    expect((await simulator.fetch('https://somebody-else.itglue.com/2')).status).toBe(404);
  });

  it('another process adds and clears faults over HTTP', async () => {
    const control = `http://127.0.0.1:${simulator.httpPort ?? 0}/__simulator`;
    const post = (body: string) => fetch(`${control}/faults`, { method: 'POST', body });
    expect(
      (await post('{"kind":"server-error","path":"/^\\\\/organizations/","times":5}')).status,
    ).toBe(201);
    expect((await list()).status).toBe(500);
    await fetch(`${control}/faults`, { method: 'DELETE' });
    expect((await list()).status).toBe(200);
    expect((await post('{}')).status).toBe(400);
    const summary = (await (await fetch(control)).json()) as { requests: { total: number } };
    expect(summary.requests.total).toBe(2);
  });

  it('no answer invites another origin', async () => {
    const { headers } = await list();
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('the tenant may be changed on either side while it runs', async () => {
    simulator.tenant.datto.networks[0]!.name = 'Renamed';
    const { body } = await askDatto(simulator, '/network/list');
    expect(body.networks[0]?.name).toBe('Renamed');
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
}
