import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { organizationId, configurationId } from '@/lib/model/ids';
import { createBudget } from './budget';
import { itGlueProblem } from './errors';
import { failureOf, fakeClient, json, type Answer } from './client.fixture';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets every pause pass at once. */
async function settled<Value>(call: Promise<Value>): Promise<Value> {
  call.catch(() => undefined);
  await vi.runAllTimersAsync();
  return call;
}

const acme = { data: { id: '7', type: 'organizations', attributes: { name: 'Acme' } } };
const read = (answers: (index: number) => Answer) => {
  const { client, requests } = fakeClient((_, index) => answers(index));
  return { requests, done: settled(client.organization(organizationId('7'))) };
};
const write = (answers: (index: number) => Answer) => {
  const { client, requests } = fakeClient((_, index) => answers(index));
  return { requests, done: settled(client.createOrganization({ name: 'Acme' })) };
};

/** A body that breaks off in the middle, as when the connection is reset. */
const cut = () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"data": {"id": "7"'));
        controller.error(new TypeError('terminated'));
      },
    }),
  );

const offline = () => new TypeError('fetch failed');
const passing: [string, () => Answer][] = [
  ['a reset connection', offline],
  ['500', () => json({}, 500)],
  ['503', () => json({}, 503)],
  ['429', () => json({}, 429)],
  ['a cut body', cut],
  ['a body that is not JSON', () => json('{"data":')],
  ['an empty body', () => json('')],
];

describe('a read', () => {
  test.each(passing)('is repeated after %s', async (_, fault) => {
    const { requests, done } = read((index) => (index < 2 ? fault() : json(acme)));
    expect((await done).name).toBe('Acme');
    expect(requests).toHaveLength(3);
  });

  test.each([
    [offline, 'offline'],
    [() => json({}, 500), 'transient'],
    [() => json({}, 429), 'rate-limited'],
    [cut, 'transient'],
    [() => json('<html>'), 'transient'],
  ])('gives up after four repetitions', async (fault, kind) => {
    const { requests, done } = read(fault);
    expect(await failureOf(done)).toMatchObject({ kind, outcome: null });
    expect(requests).toHaveLength(5);
  });

  test.each([
    [400, 'malformed-request'],
    [404, 'not-found'],
    [415, 'malformed-request'],
    [422, 'refused'],
  ])('is not repeated after %i, which is %s', async (status, kind) => {
    const { requests, done } = read(() => json({ errors: [{ title: 'No' }] }, status));
    expect(await failureOf(done)).toMatchObject({ kind, status, details: ['No'] });
    expect(requests).toHaveLength(1);
  });

  test('pauses longer before each repetition', async () => {
    const times: number[] = [];
    const { client } = fakeClient(() => {
      times.push(Date.now());
      return json({}, 500);
    });
    await failureOf(settled(client.organization(organizationId('7'))));
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(new Set(pauses).size).toBe(4);
  });

  test('waits as long as IT Glue asks', async () => {
    const start = Date.now();
    const { done } = read((index) =>
      index === 0 ? json({}, 429, { 'retry-after': '17' }) : json(acme),
    );
    await done;
    expect(Date.now() - start).toBe(17_000);
  });

  test('leaves a wait of minutes to its caller', async () => {
    const { requests, done } = read(() => json({}, 429, { 'retry-after': '240' }));
    expect(await failureOf(done)).toMatchObject({ kind: 'rate-limited', retryAfterMs: 240_000 });
    expect(requests).toHaveLength(1);
  });

  test('that never ends is a time-out', async () => {
    const { client, requests } = fakeClient(() => new Promise(() => undefined));
    const failure = await failureOf(settled(client.organization(organizationId('7'))));
    expect(failure).toMatchObject({ kind: 'timeout', outcome: null });
    expect(requests).toHaveLength(2);
    expect(requests[0]?.init.signal?.aborted).toBe(true);
  });

  test('whose answer is no record is transient', async () => {
    const { done } = read(() => json({ data: null }));
    expect(await failureOf(done)).toMatchObject({ kind: 'transient' });
  });
});

describe('a write', () => {
  test('is repeated after 429, which has no effect', async () => {
    const { requests, done } = write((index) => (index < 2 ? json({}, 429) : json(acme, 201)));
    expect((await done).id).toBe('7');
    expect(requests).toHaveLength(3);
  });

  test.each(passing.filter(([name]) => name !== '429'))(
    'is sent once where %s leaves its outcome unknown',
    async (_, fault) => {
      const { requests, done } = write(fault);
      expect(await failureOf(done)).toMatchObject({ outcome: 'unknown' });
      expect(requests).toHaveLength(1);
    },
  );

  test.each([400, 401, 403, 404, 415, 422, 429])('answered with %i was refused', async (status) => {
    const { done } = write(() => json({}, status));
    expect(await failureOf(done)).toMatchObject({ outcome: 'refused', status });
  });

  test('that never ends is sent once and its outcome unknown', async () => {
    const { client, requests } = fakeClient(() => new Promise(() => undefined));
    const failure = await failureOf(settled(client.createOrganization({ name: 'Acme' })));
    expect(failure).toMatchObject({ kind: 'timeout', outcome: 'unknown' });
    expect(requests).toHaveLength(1);
  });

  test('that the budget could not admit was not sent', async () => {
    const { client, requests } = fakeClient(() => json(acme), {
      budget: { acquire: () => Promise.reject(new Error('the store is closed')) },
    });
    const failure = await failureOf(settled(client.createOrganization({ name: 'Acme' })));
    expect(failure).toMatchObject({ kind: 'transient', outcome: 'not-sent' });
    expect(requests).toHaveLength(0);
  });

  test('whose answer is no record has an unknown outcome', async () => {
    const { done } = write(() => json({ data: { attributes: {} } }, 201));
    expect(await failureOf(done)).toMatchObject({ kind: 'transient', outcome: 'unknown' });
  });

  test('says why it was refused, with the fields in words', async () => {
    const errors = [
      {
        detail: "can't be blank",
        source: { pointer: '/data/attributes/configuration-type-id' },
      },
      { detail: 'Name is too long', source: { pointer: '/data/attributes/name' } },
      { detail: 'is taken', source: { pointer: '/data/2/attributes/serial-number' } },
      { title: 'Unprocessable Entity', source: {} },
    ];
    const failure = await failureOf(write(() => json({ errors }, 422)).done);
    expect(failure.details).toEqual([
      "Configuration type: can't be blank",
      'Name is too long',
      '#3 serial number: is taken',
      'Unprocessable Entity',
    ]);
    expect(itGlueProblem(failure)).toMatchObject({ kind: 'refused', side: 'itglue' });
  });
});

describe('every request', () => {
  test('carries the key and, with a body, the media type; no cookie and no redirect', async () => {
    const { client, requests } = fakeClient(() => json(acme), { region: 'eu' });
    await settled(client.organization(organizationId('7')));
    await settled(client.createOrganization({ name: 'Acme' }));
    const [get, post] = requests;
    expect(get?.url.href).toBe('https://api.eu.itglue.com/organizations/7');
    expect(get?.headers.get('x-api-key')).toBe('ITG.test-key');
    expect(get?.headers.has('content-type')).toBe(false);
    expect(post?.headers.get('content-type')).toBe('application/vnd.api+json');
    expect(post?.init).toMatchObject({ credentials: 'omit', redirect: 'error' });
    expect(JSON.parse(post?.body ?? '')).toEqual({
      data: { type: 'organizations', attributes: { name: 'Acme' } },
    });
  });

  test('counts in the budget, repetitions too', async () => {
    let counted = 0;
    const { client } = fakeClient((_, index) => (index < 2 ? json({}, 500) : json(acme)), {
      budget: {
        acquire: () => {
          counted += 1;
          return Promise.resolve();
        },
      },
    });
    await settled(client.organization(organizationId('7')));
    expect(counted).toBe(3);
  });

  test('waits for the budget without running into its own time-out', async () => {
    const wait = (milliseconds: number) =>
      new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    const start = Math.floor(Date.now() / 10_000) * 10_000;
    const budget = createBudget({
      load: () => Promise.resolve({ buckets: [{ start, count: 1500 }] }),
      save: () => Promise.resolve(),
      now: () => Date.now(),
      wait,
    });
    const { client } = fakeClient(() => json(acme), { budget });
    expect((await settled(client.organization(organizationId('7')))).name).toBe('Acme');
    expect(Date.now() - start).toBeGreaterThanOrEqual(300_000);
  });

  test.each(['', 'zwei Wörter', 'key\nx-evil: 1', 'schlüssel'])(
    'with a key that no header can carry is a credentials failure: %j',
    async (apiKey) => {
      const { client, requests } = fakeClient(() => json(acme), { apiKey });
      const failure = await failureOf(settled(client.createOrganization({ name: 'Acme' })));
      expect(failure).toMatchObject({ kind: 'credentials', outcome: 'not-sent' });
      expect(requests).toHaveLength(0);
    },
  );

  test('that fails never shows the API key', async () => {
    const { client } = fakeClient(() =>
      json({ errors: [{ title: 'Key ITG.test-key is revoked' }] }, 401),
    );
    const failure = await failureOf(
      settled(client.configuration(configurationId('1234567890123456789'))),
    );
    expect(
      JSON.stringify({ ...failure, text: String(failure), stack: failure.stack }),
    ).not.toContain('test-key');
    expect(failure.cause).toBeUndefined();
  });
});
