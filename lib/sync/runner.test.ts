import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DattoError } from '@/lib/datto/errors';
import { ItGlueError } from '@/lib/itglue/errors';
import { networkId, organizationId } from '@/lib/model/ids';
import type { Database } from '@/lib/store/schema';
import { advance } from './runner';
import type { Stage } from './stage';
import {
  deviceByHand,
  deviceIgnored,
  freshStore,
  goOn,
  hour,
  networkByHand,
  networkIgnored,
  noon,
  openedRun,
  sync,
} from '@/test/sync/store';
import { organization } from '@/lib/model/samples.fixture';
import { clientsOf, configuration, device, network } from '@/test/sync/tenant';
import type { Tenant } from '@/test/sync/tenant';
import { sampleTenant } from '@/test/sync/sample';

/** What may have happened at the source, or was decided, since the last sync. */
const changes = {
  'a network vanishes': ({ tenant, index }) => void tenant.networks.splice(index % 4, 1),
  'a device vanishes': ({ tenant, index }) => void tenant.devices.splice(index % 8, 1),
  'a device moves': ({ tenant, index }) => {
    const moved = tenant.devices[index % tenant.devices.length]!;
    const to = networkId(`n${1 + (index % 3)}`);
    tenant.devices = tenant.devices.map((each) =>
      each.key === moved.key ? { ...each, networkId: to } : each,
    );
  },
  'an organization vanishes': ({ tenant, index }) => void tenant.organizations.splice(index % 3, 1),
  'an organization gets the name of a network': ({ tenant, index }) => {
    tenant.organizations.push(organization(`new ${index}`, tenant.networks[0]?.name ?? ''));
  },
  'a configuration vanishes': ({ tenant, index }) =>
    void tenant.configurations.splice(index % 5, 1),
  'a configuration moves': ({ tenant, index }) => {
    const moved = tenant.configurations[index % tenant.configurations.length]!;
    tenant.configurations = tenant.configurations.map((each) =>
      each.id === moved.id
        ? { ...each, organizationId: organizationId(`o${1 + (index % 3)}`) }
        : each,
    );
  },
  'a device appears': ({ tenant, index }) => {
    const mac = `0000000000b${index}`;
    tenant.devices.push(device('access-point', `new ${index}`, { network: 'n1', mac }));
    tenant.configurations.push(configuration(`new ${index}`, { organization: 'o1', mac }));
  },
  'a row cannot be read': ({ tenant, index }) =>
    void tenant.unreadable.add(
      ['network n1', 'switch 1', 'organization o1', 'configuration c1', 'user u1'][index % 5]!,
    ),
  'pages shift': ({ tenant, index }) =>
    void tenant.passedOver.add(['organization o1', 'configuration c1'][index % 2]!),
  'devices cannot be read': ({ tenant, index }) =>
    void tenant.faults.set(
      ['devices n1', 'devices n2 switch', 'devices n1 router'][index % 3]!,
      new DattoError('transient', 'api.cloudtrax.com'),
    ),
  'an endpoint is gone': ({ tenant }) => void tenant.unsupported.add('router'),
  'users cannot be read': ({ tenant }) =>
    void tenant.faults.set(
      'users',
      new ItGlueError({ kind: 'out-of-reach', request: 'GET /users', outcome: null }),
    ),
  'somebody decides about a network': ({ store, index }) =>
    store.put('networkMatches', index % 2 ? networkIgnored('n1') : networkByHand('n3', 'o3')),
  'somebody decides about a device': ({ store, index }) =>
    store.put(
      'deviceMatches',
      index % 2
        ? deviceIgnored(['switch', '2'], 'n2')
        : deviceByHand(['managed-power', '1'], 'n1', 'c3', 'o1'),
    ),
} satisfies Record<
  string,
  (what: { tenant: Tenant; store: Database; index: number }) => Promise<unknown> | void
>;

type Change = [kind: keyof typeof changes, index: number];

/** A store after one sync, and a tenant that changed since. */
async function afterChanges(list: readonly Change[]): Promise<{ store: Database; tenant: Tenant }> {
  const store = await freshStore();
  const tenant = sampleTenant();
  tenant.networks.push(network('n4', 'Acme'));
  tenant.devices.push(
    device('switch', '4', { network: 'n4', mac: '0000000000a4' }),
    device('access-point', '4', { network: 'n4', name: 'Attic' }),
  );
  await sync(store, tenant);
  for (const [kind, index] of list)
    if (tenant.devices.length > 0 && tenant.configurations.length > 0)
      await changes[kind]({ tenant, store, index });
  return { store, tenant };
}

/** Rows as text; the pages of two lists are seen in any order. */
function inAnyOrder(name: string, values: readonly unknown[]): string[] {
  const texts = values.map((value) => JSON.stringify(value).replace(/"run \d+"/g, '"first"'));
  return name === 'seen' ? texts.sort() : texts;
}

/** Everything in the store, times and run ids included; what steps report comes in any order. */
async function everything(store: Database) {
  const rows = await Promise.all(
    [...store.objectStoreNames].map(async (name) => [name, await store.getAll(name)] as const),
  );
  return Object.fromEntries(
    rows.map(([name, values]) => [
      name,
      name === 'runs'
        ? (values as Awaited<ReturnType<typeof sync>>[]).map(
            ({ id, problems, skipped, ...run }) => ({
              // The first sync's name differs between two stores.
              ...(id === 'the run' && { id }),
              ...run,
              problems: problems.map((each) => JSON.stringify(each)).sort(),
              skipped: skipped.map((each) => JSON.stringify(each)).sort(),
            }),
          )
        : inAnyOrder(name, values).map((text) => JSON.parse(text) as unknown),
    ]),
  );
}

describe('a run that is broken off', () => {
  const change = fc.tuple(
    fc.constantFrom(...(Object.keys(changes) as (keyof typeof changes)[])),
    fc.nat({ max: 9 }),
  );
  /** After how many commits, or at which request, each worker dies. */
  const death = fc.record({
    at: fc.constantFrom('commit', 'request'),
    count: fc.integer({ min: 1, max: 12 }),
  });

  it('and taken further ends with the same store as an undisturbed one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 5 }),
        fc.array(death, { minLength: 1, maxLength: 6 }),
        async (list, deaths) => {
          const undisturbed = await afterChanges(list);
          await undisturbed.store.put('runs', openedRun('the run', noon + hour));
          await goOn(undisturbed.store, clientsOf(undisturbed.tenant), 'the run');

          const { store, tenant } = await afterChanges(list);
          await store.put('runs', openedRun('the run', noon + hour));
          for (const { at, count } of deaths) {
            const worker = new AbortController();
            let counted = 0;
            const happened = (what: string) => {
              if (what === at && ++counted === count) worker.abort(new Error('died'));
            };
            tenant.before = () => happened('request');
            await goOn(store, clientsOf(tenant), 'the run', {
              signal: worker.signal,
              committed: () => happened('commit'),
            }).catch(() => expect(worker.signal.aborted).toBe(true));
          }
          tenant.before = () => undefined;
          await goOn(store, clientsOf(tenant), 'the run');

          expect(await everything(store)).toEqual(await everything(undisturbed.store));
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it('does not ask again for what it has committed', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await store.put('runs', openedRun('the run'));
    const worker = new AbortController();
    const died = goOn(store, clientsOf(tenant), 'the run', {
      signal: worker.signal,
      committed() {
        if (tenant.calls.some((call) => call.startsWith('configurations'))) worker.abort();
      },
    });
    await expect(died).rejects.toThrow();
    const before = tenant.calls.length;
    await goOn(store, clientsOf(tenant), 'the run');
    const after = tenant.calls.slice(before);
    expect(after).not.toContain('networks');
    expect(after.filter((call) => call.startsWith('devices'))).toEqual([]);
    expect(after).not.toContain('organizations page 1');
  });

  it('commits nothing after it was broken off, however late an answer comes', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await store.put('runs', openedRun('the run'));
    const worker = new AbortController();
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      tenant.before = async (call) => {
        if (call !== 'devices n2 switch') return;
        resolve();
        await new Promise<void>((late) => (answer = late));
      };
    });
    const going = goOn(store, clientsOf(tenant), 'the run', { signal: worker.signal });
    await asked;
    worker.abort(new Error('died'));
    answer();
    await expect(going).rejects.toThrow('died');
    expect(await store.count('devices')).toBeLessThan(6);
    expect(await store.getAllKeys('steps')).toContain('devices: n2');
  });

  it('stays open at its position when a request fails, and other steps of the stage end first', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await store.put('runs', openedRun('the run'));
    tenant.faults.set(
      'organizations page 2',
      new ItGlueError({ kind: 'transient', request: 'GET /organizations', outcome: null }),
    );
    await expect(goOn(store, clientsOf(tenant), 'the run')).rejects.toMatchObject({
      kind: 'transient',
    });
    expect(await store.get('runs', 'the run')).toMatchObject({
      state: 'open',
      stage: 'organizations',
      begun: true,
    });
    expect(await store.getAllKeys('steps')).toEqual([
      'configurations: ',
      'configurations: end',
      'devices: end',
      'organization-matching: ',
      'organization-matching: end',
      'organizations: 2/2',
      'organizations: end',
    ]);
    expect(await store.count('users')).toBe(2);
    // The other API is read to its end.
    expect(await store.count('devices')).toBe(6);
    tenant.faults.clear();
    await goOn(store, clientsOf(tenant), 'the run');
    expect(await store.count('organizations')).toBe(3);
  });
});

describe('a run', () => {
  it('counts the steps of its stage, further pages included', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await store.put('runs', openedRun('the run'));
    const seen = new Set<string>();
    const reads: Promise<void>[] = [];
    await goOn(store, clientsOf(tenant), 'the run', {
      committed() {
        reads.push(
          store.get('runs', 'the run').then((run) => {
            seen.add(`${run!.stage} ${run!.done}/${run!.total}`);
            expect(run!.done).toBeLessThanOrEqual(run!.total);
          }),
        );
      },
    });
    await Promise.all(reads);
    expect([...seen]).toEqual(
      // Three beginnings and five ends, the list of networks, a page and the users; and then those of three
      // networks, a further page, all networks to match, two pages of configurations.
      expect.arrayContaining(['networks 0/11', 'configurations 17/18']),
    );
  });

  it('lists at most 500 problems and 500 rows that could not be read', async () => {
    const store = await freshStore();
    const many = Array.from({ length: 300 }, (_, index) => ({
      stage: 'networks' as const,
      subject: 'network',
      id: String(index),
      fields: [{ field: '', expected: null }],
      problem: { kind: 'server' as const },
    }));
    const stage: Stage<null> = {
      name: 'networks',
      concurrency: 1,
      begin: () => Promise.resolve(['1', '2']),
      step: () => Promise.resolve({ problems: many, skipped: many }),
    };
    await store.put('runs', openedRun('the run'));
    const signal = new AbortController().signal;
    const given = { store, stages: [stage], clients: null, now: () => noon, signal };
    await advance({ ...given, committed: () => undefined }, 'the run');
    const run = await store.get('runs', 'the run');
    expect(run!.problems).toHaveLength(500);
    expect(run!.skipped).toHaveLength(500);
    expect(run!.problems[499]).toEqual(many[199]);
  });

  it('stops when it was deleted from the store, and writes nothing more', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await store.put('runs', openedRun('the run'));
    tenant.before = async (call) => {
      if (call.startsWith('devices n2')) await store.delete('runs', 'the run');
    };
    await expect(goOn(store, clientsOf(tenant), 'the run')).rejects.toThrow('gone');
    expect(await store.count('configurations')).toBe(0);
    expect(await store.count('steps')).toBeGreaterThan(0);
  });
});
