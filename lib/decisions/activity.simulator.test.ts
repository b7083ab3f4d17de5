import { organizationId } from '@/lib/model/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestOf } from '@/lib/messages/protocol';
import { acme, attic, begin, decideDevice, lobby, world } from './decisions.fixture';
import { devicesOf } from '@/test/world/devices';

beforeEach(begin);
afterEach(() => world.close());

const groups = (filter: Partial<RequestOf<'activity.groups'>> = {}) =>
  world.ask('activity.groups', { before: null, text: '', limit: 100, ...filter });
const list = (filter: Partial<RequestOf<'activity.list'>> = {}) =>
  world.ask('activity.list', { before: null, text: '', limit: 1000, ...filter });

describe('the activity by what was done together', () => {
  it('tells a sync as one, with its end as its words, and gives its lines on demand', async () => {
    await world.sync();
    const { groups: all } = await groups();
    const lines = (await list()).rows;
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(lines.length);
    const sync = all.find(({ run, head }) => run !== null && head.event.kind === 'sync-finished');
    expect(sync?.count).toBeGreaterThan(1);
    const own = (await list({ run: sync!.run! })).rows;
    expect(own).toHaveLength(sync!.count);
    expect(own[0]?.event.kind).toBe('sync-finished');
  });

  it('pages through them, each once, whatever the size of a page', async () => {
    await decideDevice(attic, 'ignore', '');
    const all = (await groups()).groups;
    for (const limit of [1, 2, 3]) {
      const paged: (typeof all)[number][] = [];
      let before: number | null = null;
      do {
        const page: Awaited<ReturnType<typeof groups>> = await groups({ before, limit });
        paged.push(...page.groups);
        ({ before } = page);
      } while (before !== null);
      expect(paged).toEqual(all);
    }
  });

  it('keeps to what is asked for: topic, person, organization, time, failures and words', async () => {
    await decideDevice(attic, 'ignore', '');
    const kindsOf = async (filter: Parameters<typeof list>[0]) =>
      (await list(filter)).rows.map(({ event }) => event.kind);
    expect(new Set(await kindsOf({ topics: ['syncs'] }))).toEqual(new Set(['sync-finished']));
    expect(await kindsOf({ who: 'Ada', topics: ['matches'] })).toEqual(['device-ignored']);
    expect(await kindsOf({ failures: true })).toEqual([]);
    const ofAcme = (await list({ organizationId: organizationId(acme.id) })).rows;
    expect(ofAcme.map(({ event }) => event.kind)).toContain('device-ignored');
    expect(await kindsOf({ to: '2000-01-01T00:00:00Z' })).toEqual([]);
    const [newest] = (await list()).rows;
    expect(await kindsOf({ from: newest!.at })).toContain(newest!.event.kind);
    const found = (await groups({ text: 'ada ATTIC', topics: ['matches'] })).groups;
    expect(found).toMatchObject([{ count: 1, failures: 0, head: { who: 'Ada' } }]);
    // A sync is told by how it ended, also where that is not asked for.
    const matched = (await groups({ topics: ['matches'], who: 'sync' })).groups;
    expect(matched[0]?.head.event.kind).toBe('sync-finished');
  });

  it('offers who did something, and the organizations it was about', async () => {
    await decideDevice(
      lobby,
      'unmatch',
      (await devicesOf(world, organizationId(acme.id))).rows.find(({ name }) => name === 'Lobby')!
        .version,
    );
    const { people, organizations } = await world.ask('activity.choices');
    expect(people).toEqual(expect.arrayContaining(['Ada', 'sync']));
    expect(organizations.map(({ id }) => id)).toContain(acme.id);
  });
});
