import { expect, test, vi } from 'vitest';
import { createDattoClient } from '@/lib/datto/client';
import { createItGlueClient } from '@/lib/itglue/client';
import { deviceKinds } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import { forSync } from './api-clients';

/** Both clients, on a network that takes requests and never answers. */
function clients() {
  const requests: AbortSignal[] = [];
  const fetch = (_url: string, { signal }: RequestInit) =>
    new Promise<Response>((_resolve, reject) => {
      if (!signal) return;
      requests.push(signal);
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  const datto = createDattoClient({ publicKey: 'p', secretKey: 's', fetch, now: Date.now });
  const itGlue = createItGlueClient({
    apiKey: 'k',
    region: 'us',
    fetch,
    now: Date.now,
    random: Math.random,
    budget: { acquire: () => Promise.resolve() },
  });
  return { requests, ...forSync({ datto, itGlue }) };
}
type Asked = ReturnType<typeof clients>;

test.each<[string, (asked: Asked, signal: AbortSignal) => Promise<unknown>]>([
  ['networks', ({ datto }, signal) => datto.listNetworks(signal)],
  ...deviceKinds.map((kind): [string, (asked: Asked, signal: AbortSignal) => Promise<unknown>] => [
    kind,
    ({ datto }, signal) => datto.listDevices(networkId('1'), kind, signal),
  ]),
  ['organizations', ({ itGlue }, signal) => itGlue.organizationsPage(1, signal)],
  [
    'organizations by id',
    ({ itGlue }, signal) => itGlue.organizationsById([organizationId('1')], signal),
  ],
  [
    'configurations',
    ({ itGlue }, signal) => itGlue.configurationsPage([organizationId('1')], 1, signal),
  ],
  [
    'configurations by id',
    ({ itGlue }, signal) => itGlue.configurationsById([configurationId('1')], signal),
  ],
  ['users', ({ itGlue }, signal) => itGlue.users(signal)],
])('a run that is broken off asks no longer for %s', async (_, ask) => {
  const asked = clients();
  const run = new AbortController();
  const answer = ask(asked, run.signal);
  answer.catch(() => undefined);
  await vi.waitFor(() => expect(asked.requests).toHaveLength(1));
  run.abort();
  await expect(answer).rejects.toThrow();
  expect(asked.requests.map(({ aborted }) => aborted)).toEqual([true]);
});
