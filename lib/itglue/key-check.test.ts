import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { configurationId, flexibleAssetId, organizationId } from '@/lib/model/ids';
import { failureOf, fakeClient, json, listMeta, type Answer } from './client.fixture';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const refusal = (status: number, source?: object) =>
  json({ errors: [{ status, title: 'Unauthorized', detail: 'No', source }] }, status);
const good = () => json({ data: [], meta: listMeta(null, 0) });

/** A client whose cheap call for one organization is answered apart from all others. */
function world(
  answers: { readonly others: () => Answer; readonly check: () => Answer | Promise<Answer> },
  now = () => Date.now(),
) {
  const { client, requests } = fakeClient(
    ({ url }) => (url.searchParams.get('page[size]') === '1' ? answers.check() : answers.others()),
    { now },
  );
  const checks = () =>
    requests.filter(({ url }) => url.searchParams.get('page[size]') === '1').length;
  return { client, requests, checks };
}
async function settled<Value>(call: Promise<Value>): Promise<Value> {
  call.catch(() => undefined);
  await vi.runAllTimersAsync();
  return call;
}
const configuration = configurationId('7');

describe.each([401, 403])('%i', (status) => {
  test('with a pointer is about one record, and nothing else is asked', async () => {
    const { client, checks } = world({
      others: () => refusal(status, { pointer: 'id' }),
      check: good,
    });
    const failure = await failureOf(settled(client.configuration(configuration)));
    expect(failure).toMatchObject({ kind: 'out-of-reach', status, outcome: null });
    expect(checks()).toBe(0);
  });

  test('without one is about one thing where the key is taken otherwise', async () => {
    const { client, checks } = world({ others: () => refusal(status), check: good });
    const failure = await failureOf(settled(client.users()));
    expect(failure).toMatchObject({ kind: 'out-of-reach', status, details: ['No'] });
    expect(checks()).toBe(1);
  });

  test('without one is about the key where that is refused too', async () => {
    const { client } = world({ others: () => refusal(status), check: () => refusal(status) });
    const failure = await failureOf(settled(client.users()));
    expect(failure).toMatchObject({ kind: 'credentials', status });
  });

  test('to a write had no effect, whatever it is about', async () => {
    for (const [check, kind] of [
      [good, 'out-of-reach'],
      [() => refusal(status), 'credentials'],
    ] as const) {
      const { client } = world({ others: () => refusal(status), check });
      const write = client.archiveFlexibleAsset(flexibleAssetId('5'), true);
      expect(await failureOf(settled(write))).toMatchObject({ kind, outcome: 'refused' });
    }
  });
});

test.each<[string, () => Answer, string]>([
  ['nobody answers', () => new TypeError('fetch failed'), 'offline'],
  ['the server fails', () => json({}, 500), 'transient'],
  ['too much is asked', () => json({}, 429, { 'retry-after': '400' }), 'rate-limited'],
])('nothing is said of the key where %s meanwhile', async (_, check, kind) => {
  const { client } = world({ others: () => refusal(401), check });
  expect(await failureOf(settled(client.users()))).toMatchObject({ kind, status: 401 });
});

test.each([
  ['IP Access Control does not allow this IP address', 'address-refused'],
  ['Your plan does not include the API', 'no-api-access'],
])('what keeps the account out is said as what it is: %s', async (detail, kind) => {
  const answer = () => json({ errors: [{ detail }] }, 403);
  const { client } = world({ others: answer, check: answer });
  expect(await failureOf(settled(client.users()))).toMatchObject({ kind, details: [detail] });
});

test('a record that only speaks of an address or a plan is one out of reach', async () => {
  const { client } = world({
    others: () => json({ errors: [{ detail: 'The IP address may not be read' }] }, 403),
    check: good,
  });
  const failure = await failureOf(settled(client.configuration(configuration)));
  expect(failure).toMatchObject({ kind: 'out-of-reach' });
});

test('many refusals at a time are confirmed once, by all calls of the client together', async () => {
  const { client, checks } = world({ others: () => refusal(401), check: good });
  const signal = new AbortController().signal;
  const calls = [
    ...[1, 2, 3].map(() => client.users()),
    ...[1, 2, 3].map((id) => client.withSignal(signal).organization(organizationId(id))),
    client.updateConfiguration(configuration, { name: 'x' }),
  ];
  const kinds = await Promise.all(
    calls.map(async (call) => (await failureOf(settled<unknown>(call))).kind),
  );
  expect(new Set(kinds)).toEqual(new Set(['out-of-reach']));
  expect(checks()).toBe(1);
});

test('a key that was taken is asked about again after a minute, one that was not each time', async () => {
  let time = 1_760_000_000_000;
  let check = good;
  const { client, checks } = world(
    { others: () => refusal(401), check: () => check() },
    () => time,
  );
  const kind = async () => (await failureOf(settled(client.users()))).kind;
  expect(await kind()).toBe('out-of-reach');
  time += 59_000;
  expect(await kind()).toBe('out-of-reach');
  expect(checks()).toBe(1);
  time += 2000;
  check = () => refusal(401);
  expect(await kind()).toBe('credentials');
  expect(await kind()).toBe('credentials');
  expect(checks()).toBe(3);
});

test('a run that is broken off does not wait for the confirmation', async () => {
  const { client, checks } = world({
    others: () => refusal(401),
    check: () => new Promise<Answer>(() => undefined),
  });
  const ended = new AbortController();
  const calls = client.withSignal(ended.signal);
  const read = calls.users();
  const write = calls.updateConfiguration(configuration, { name: 'x' });
  for (const call of [read, write]) call.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(1000);
  expect(checks()).toBe(1);
  ended.abort();
  expect(await failureOf(read)).toMatchObject({ kind: 'aborted', outcome: null });
  expect(await failureOf(write)).toMatchObject({ kind: 'aborted', outcome: 'refused' });
});
