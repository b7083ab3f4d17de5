import { describe, expect, it } from 'vitest';
import { ItGlueError } from '@/lib/itglue/errors';
import type { ItGlueErrorKind } from '@/lib/itglue/errors';
import { organizationId } from '@/lib/model/ids';
import { events, freshStore, networkByHand, networkMatches, sync } from '@/test/sync/store';
import { organization } from '@/lib/model/samples.fixture';
import { user } from '@/test/sync/tenant';
import { sampleTenant } from '@/test/sync/sample';

const refusing = (kind: ItGlueErrorKind) =>
  new ItGlueError({ kind, request: 'GET /users', outcome: null });

describe('organizations', () => {
  it('that IT Glue no longer has go, and the matches of their networks end with a reason', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await store.put('networkMatches', networkByHand('n3', 'o2'));
    await sync(store, tenant);
    tenant.organizations = tenant.organizations.filter(({ id }) => id !== 'o2');
    tenant.configurations = tenant.configurations.filter((each) => each.organizationId !== 'o2');
    const before = await store.count('activity');
    await sync(store, tenant);
    expect((await store.getAllKeys('organizations')) as string[]).toEqual(['o1', 'o3']);
    expect(await networkMatches(store)).toEqual(['n1 → o1 (name)']);
    expect(
      (await events(store)).slice(before).filter(({ kind }) => kind === 'network-match-ended'),
    ).toEqual([
      {
        kind: 'network-match-ended',
        networkId: 'n2',
        name: 'Bolt',
        organizationId: 'o2',
        organizationName: 'Bolt',
        rule: 'name',
        reason: 'organization-gone',
      },
      {
        kind: 'network-match-ended',
        networkId: 'n3',
        name: 'Lab',
        organizationId: 'o2',
        organizationName: 'Bolt',
        rule: 'by-hand',
        reason: 'organization-gone',
      },
    ]);
  });

  it('that the pages passed over keep their networks, since they are found by id', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.passedOver.add('organization o2');
    await sync(store, tenant);
    expect(tenant.calls).toContain('organizations o2');
    expect(await networkMatches(store)).toContain('n2 → o2 (name)');
    expect((await store.get('organizations', organizationId('o2')))!.name).toBe('Bolt');
  });

  it('that are out of reach keep their networks, devices and configurations, and are named', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    const before = [await networkMatches(store), await store.getAllKeys('configurations')];
    tenant.outOfReach.add('organization o2');
    tenant.configurations = tenant.configurations.filter(
      ({ organizationId: id }) => id !== organizationId('o2'),
    );
    const run = await sync(store, tenant);
    expect(run.problems).toEqual([
      {
        stage: 'organizations',
        organizationId: 'o2',
        subject: 'Bolt',
        problem: { kind: 'out-of-reach', side: 'itglue' },
      },
    ]);
    expect([await networkMatches(store), await store.getAllKeys('configurations')]).toEqual(before);
    tenant.outOfReach.clear();
    expect((await sync(store, tenant)).problems).toEqual([]);
  });

  it('are all kept where their list is out of reach, which is named', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.faults.set('organizations page 2', refusing('out-of-reach'));
    tenant.organizations = tenant.organizations.slice(0, 2);
    tenant.organizations.push(tenant.organizations[0]!);
    const run = await sync(store, tenant);
    expect(run.stage).toBe('connections');
    expect(run.problems).toMatchObject([
      { subject: { kind: 'organization-list' }, problem: { kind: 'out-of-reach' } },
    ]);
    expect(await store.count('organizations')).toBe(3);
  });

  it('that nothing is matched to are not asked for by id', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.organizations.pop();
    await sync(store, tenant);
    expect(tenant.calls).not.toContain('organizations o3');
    expect(await store.get('organizations', organizationId('o3'))).toBeUndefined();
  });

  it('whose row cannot be read keep their last data and networks, and are named', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.unreadable.add('organization o2').add('organization o3');
    const run = await sync(store, tenant);
    expect(run.skipped.map(({ stage, id }) => `${stage} ${id}`).sort()).toEqual([
      'organizations o2',
      'organizations o3',
    ]);
    expect((await store.getAll('organizations')).map(({ name }) => name)).toEqual([
      'ACME',
      'Bolt',
      'Crane',
    ]);
    expect(await networkMatches(store)).toContain('n2 → o2 (name)');
  });

  it('keep their networks when they are passed over and cannot be read by id either', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.passedOver.add('organization o2');
    tenant.unreadable.add('organization o2');
    const run = await sync(store, tenant);
    expect(run.skipped.map(({ id }) => id)).toEqual(['o2']);
    expect(await networkMatches(store)).toContain('n2 → o2 (name)');
  });

  it('are kept however many rows cannot be read', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    tenant.pageSize = 100;
    tenant.organizations = Array.from({ length: 700 }, (_, index) =>
      organization(`o${index}`, `Organization ${index}`),
    );
    await sync(store, tenant);
    for (const { id } of tenant.organizations) tenant.unreadable.add(`organization ${id}`);
    const run = await sync(store, tenant);
    expect(run.skipped).toHaveLength(500);
    expect(await store.count('organizations')).toBe(700);
  });

  it('are not mistaken for a user of the same id that cannot be read', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    tenant.users.push(user('o3', 'Cleo'));
    tenant.unreadable.add('user o3');
    await sync(store, tenant);
    tenant.organizations.pop();
    await sync(store, tenant);
    expect(await store.get('organizations', organizationId('o3'))).toBeUndefined();
  });
});

describe('users', () => {
  it('are replaced at each sync', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.users = [{ ...tenant.users[1]!, roleName: 'Editor' }, user('u3', 'Cleo')];
    await sync(store, tenant);
    expect((await store.getAll('users')).map((each) => `${each.name} ${each.roleName}`)).toEqual([
      'Bob Editor',
      'Cleo Administrator',
    ]);
  });

  it('whose row cannot be read stay as they were, and are named', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    await sync(store, tenant);
    tenant.unreadable.add('user u1');
    const run = await sync(store, tenant);
    expect(run.skipped).toMatchObject([{ subject: { kind: 'user' }, id: 'u1' }]);
    expect((await store.getAll('users')).map(({ name }) => name)).toEqual(['Ann', 'Bob']);
  });

  it.each(['out-of-reach', 'transient', 'refused'] as const)(
    'stay when they cannot be read (%s), which is named and does not fail the run',
    async (kind) => {
      const store = await freshStore();
      const tenant = sampleTenant();
      await sync(store, tenant);
      tenant.faults.set('users', refusing(kind));
      const run = await sync(store, tenant);
      expect(run.stage).toBe('connections');
      expect(run.problems).toMatchObject([
        { stage: 'organizations', subject: { kind: 'user-list' } },
      ]);
      expect(await store.count('users')).toBe(2);
    },
  );

  it('fail the run when nobody answers', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    tenant.faults.set('users', refusing('offline'));
    await expect(sync(store, tenant)).rejects.toMatchObject({ kind: 'offline' });
  });
});
