import { describe, expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import {
  contents,
  deviceByHand,
  deviceIgnored,
  deviceMatches,
  events,
  freshStore,
  goOn,
  networkByHand,
  networkIgnored,
  networkMatches,
  noon,
  openedRun,
  sync,
} from '@/test/sync/store';
import { organization } from '@/lib/model/samples.fixture';
import { clientsOf, configuration, device } from '@/test/sync/tenant';
import type { Tenant } from '@/test/sync/tenant';
import { sampleTenant } from '@/test/sync/sample';
import { matchOrganizations } from './match-organizations';
import { organizationMatching } from './organization-matching';

const at = new Date(noon).toISOString();

/** The sample tenant read, but with nothing matched yet. */
async function unmatched(): Promise<{ store: Database; tenant: Tenant }> {
  const store = await freshStore();
  const tenant = sampleTenant();
  await sync(store, tenant);
  await store.clear('networkMatches');
  await store.clear('deviceMatches');
  await store.clear('activity');
  return { store, tenant };
}

describe('matching networks', () => {
  async function rulesAtWork(store: Database, tenant: Tenant) {
    const run = openedRun('the run');
    const context = {
      run,
      store,
      clients: clientsOf(tenant),
      now: () => noon,
      signal: new AbortController().signal,
    };
    const outcome = await organizationMatching.step(context, 'all');
    return () => write(store, (transaction) => outcome.write!(transaction));
  }

  it('leaves a decision that was made while the rules were at work', async () => {
    const { store, tenant } = await unmatched();
    const commit = await rulesAtWork(store, tenant);
    await store.put('networkMatches', networkByHand('n1', 'o3'));
    await store.put('networkMatches', networkIgnored('n2'));
    await commit();
    expect(await networkMatches(store)).toEqual(['n1 → o3 (by-hand)', 'n2 ignored']);
    expect(await events(store)).toEqual([]);
  });

  it('suggests namesakes, and nothing any more once somebody decided', async () => {
    const { store, tenant } = await unmatched();
    tenant.organizations.push(organization('o4', 'acme'));
    await sync(store, tenant);
    const suggested = await store.get('networkSuggestions', networkId('n1'));
    expect(suggested!.suggestions.map((each) => each.organizationId as string)).toEqual(
      expect.arrayContaining(['o1', 'o4']),
    );
    expect(await networkMatches(store)).toEqual(['n2 → o2 (name)']);
    await store.put('networkMatches', networkByHand('n1', 'o4'));
    await sync(store, tenant);
    expect(await store.get('networkSuggestions', networkId('n1'))).toBeUndefined();
  });
});

describe('matching devices', () => {
  async function readyToMatch() {
    const { store } = await unmatched();
    await store.put('networkMatches', networkByHand('n1', 'o1'));
    return store;
  }

  it('leaves a decision about the device that was made while the rules were at work', async () => {
    const store = await readyToMatch();
    const work = await matchOrganizations(store, [organizationId('o1')], at);
    await store.put('deviceMatches', deviceByHand(['switch', '1'], 'n1', 'c3', 'o1'));
    await store.put('deviceMatches', deviceIgnored(['access-point', '1'], 'n1'));
    await write(store, work);
    expect(await deviceMatches(store)).toEqual([
      'access-point:1 ignored',
      'switch:1 → c3 (by-hand)',
    ]);
    expect(await events(store)).toEqual([]);
  });

  it('leaves a configuration that another device was given while the rules were at work', async () => {
    const store = await readyToMatch();
    const work = await matchOrganizations(store, [organizationId('o1')], at);
    await store.put('deviceMatches', deviceByHand(['router', '1'], 'n1', 'c1', 'o1'));
    await write(store, work);
    expect(await deviceMatches(store)).toEqual([
      'access-point:1 → c2 (mac)',
      'router:1 → c1 (by-hand)',
    ]);
  });

  it('matches nothing in a network that was taken from the organization while the rules were at work', async () => {
    for (const decision of [networkIgnored('n1'), networkByHand('n1', 'o2')]) {
      const store = await readyToMatch();
      const work = await matchOrganizations(store, [organizationId('o1')], at);
      await store.put('networkMatches', decision);
      await write(store, work);
      expect(await deviceMatches(store)).toEqual([]);
    }
  });

  it('does not end a match by hand that took the place of a moved one while the rules were at work', async () => {
    const store = await readyToMatch();
    await write(store, await matchOrganizations(store, [organizationId('o1')], at));
    await store.put('networkMatches', networkByHand('n1', 'o2'));
    const work = await matchOrganizations(store, [organizationId('o1')], at);
    await store.put('deviceMatches', deviceByHand(['switch', '1'], 'n1', 'c4', 'o2'));
    await write(store, work);
    expect(await deviceMatches(store)).toEqual(['switch:1 → c4 (by-hand)']);
  });

  it('keeps one device for one configuration when a configuration by hand lies elsewhere', async () => {
    const { store, tenant } = await unmatched();
    // `c4` of o2 is held by hand by a device of n1; the device of n2 that has its MAC stays without.
    await store.put('deviceMatches', deviceByHand(['router', '1'], 'n1', 'c4', 'o1'));
    await sync(store, tenant);
    expect(await deviceMatches(store)).toEqual([
      'access-point:1 → c2 (mac)',
      'router:1 → c4 (by-hand)',
      'switch:1 → c1 (mac-and-ip)',
    ]);
    const first = await contents(store);
    await sync(store, tenant);
    expect(await contents(store)).toEqual(first);
  });

  it('takes back suggestions for what is decided, gone, or in no matched organization any more', async () => {
    const { store, tenant } = await unmatched();
    tenant.devices.push(device('router', '2', { network: 'n2', name: 'Spare' }));
    tenant.configurations.push(configuration('c6', { organization: 'o2', name: 'Spare' }));
    await sync(store, tenant);
    const suggestedFor = async () => (await store.getAllKeys('deviceSuggestions')) as string[];
    expect(await suggestedFor()).toEqual(['router:1', 'router:2']);
    await store.put('deviceMatches', deviceIgnored(['router', '1'], 'n1'));
    await store.put('networkMatches', networkIgnored('n2'));
    await store.delete('deviceMatches', deviceKey('switch', '2'));
    await sync(store, tenant);
    expect(await suggestedFor()).toEqual([]);
  });
});

describe('a decision made while IT Glue is asked what became of rows', () => {
  it('keeps a configuration that was not among those asked for', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.passedOver.add('configuration c1').add('configuration c3');
    tenant.before = async (call) => {
      if (call === 'configurations c1')
        await store.put('deviceMatches', deviceByHand(['router', '1'], 'n1', 'c3', 'o1'));
    };
    await sync(store, tenant);
    expect(await deviceMatches(store)).toContain('router:1 → c3 (by-hand)');
    expect(await store.get('configurations', configurationId('c3'))).toBeDefined();
  });

  it('keeps an organization that was not among those asked for', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.passedOver.add('organization o2').add('organization o3');
    tenant.before = async (call) => {
      if (call === 'organizations o2') await store.put('networkMatches', networkByHand('n3', 'o3'));
    };
    await store.put('runs', openedRun('the run'));
    await goOn(store, clientsOf(tenant), 'the run');
    expect(await networkMatches(store)).toContain('n3 → o3 (by-hand)');
  });
});
