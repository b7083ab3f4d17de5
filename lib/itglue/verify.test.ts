import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Region } from '@/lib/model/settings';
import configurationsExample from './examples/configurations.json';
import { apiOrigins } from './regions';
import { fakeClient, json, type Answer } from './client.fixture';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A tenant in one region, whose key no other region knows. */
const tenantIn =
  (home: Region, rows: unknown[]) =>
  ({ url }: { url: URL }): Answer =>
    url.origin === apiOrigins[home] ? json({ data: rows }) : json({}, 403);

async function verdict(
  answer: (request: { url: URL }) => Answer,
  subdomain: string,
  region: Region,
) {
  const { client, requests } = fakeClient(answer, { region });
  const result = client.verify(subdomain);
  await vi.runAllTimersAsync();
  return { result: await result, requests };
}

const rows = configurationsExample.data;

test('key, region and subdomain that belong together are confirmed with one request', async () => {
  const { result, requests } = await verdict(tenantIn('us', rows), 'mycompany', 'us');
  expect(result).toEqual({ ok: true, portal: 'confirmed' });
  expect(requests).toHaveLength(1);
});

test('a tenant without configurations cannot confirm its subdomain', async () => {
  const { result } = await verdict(tenantIn('us', []), 'mycompany', 'us');
  expect(result).toEqual({ ok: true, portal: 'unconfirmed' });
});

test("another tenant's subdomain is named with the right one", async () => {
  const { result } = await verdict(tenantIn('us', rows), 'othercompany', 'us');
  expect(result).toEqual({
    ok: false,
    problem: 'subdomain',
    portal: { subdomain: 'mycompany', region: 'us' },
  });
});

test('a key of another region names that region', async () => {
  const { result } = await verdict(tenantIn('au', []), 'mycompany', 'us');
  expect(result).toEqual({ ok: false, problem: 'region', region: 'au' });
});

test('a key that no region takes is wrong', async () => {
  const { result } = await verdict(() => json({}, 401), 'mycompany', 'eu');
  expect(result).toEqual({ ok: false, problem: 'key' });
});

test.each([
  ['IP Access Control does not allow this IP address', 'address-refused'],
  ['Your plan does not include the API', 'no-api-access'],
])('an account that is kept out is not a wrong key: %s', async (detail, kind) => {
  const refused = () => json({ errors: [{ detail }] }, 403);
  const { result, requests } = await verdict(refused, 'mycompany', 'us');
  expect(result).toMatchObject({ ok: false, problem: 'unreachable', error: { kind } });
  expect(new Set(requests.map(({ url }) => url.origin))).toEqual(new Set([apiOrigins.us]));
});

test('a good key that may not read configurations is not a wrong one', async () => {
  const { result } = await verdict(
    ({ url }) => (url.pathname === '/configurations' ? json({}, 403) : json({ data: [] })),
    'mycompany',
    'us',
  );
  expect(result).toMatchObject({
    ok: false,
    problem: 'unreachable',
    error: { kind: 'out-of-reach' },
  });
});

test.each([
  [() => new TypeError('fetch failed'), 'offline'],
  [() => json({}, 503), 'transient'],
  [() => json({}, 429, { 'retry-after': '200' }), 'rate-limited'],
])(
  'without an answer nothing is said of the key, and the key goes to no other region',
  async (answer, kind) => {
    const { result, requests } = await verdict(answer, 'mycompany', 'us');
    expect(result).toMatchObject({ ok: false, problem: 'unreachable', error: { kind } });
    expect(new Set(requests.map(({ url }) => url.origin))).toEqual(new Set([apiOrigins.us]));
  },
);
