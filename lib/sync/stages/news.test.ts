import { describe, expect, it } from 'vitest';
import type { Configuration } from '@/lib/model/configuration';
import { configurationId, organizationId, type OrganizationId } from '@/lib/model/ids';
import type { PageAt } from '@/lib/itglue/json-api-read';
import { readMeta, writeMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import { advance } from '@/lib/sync/runner';
import { freshStore, hour, networkByHand, noon, openedRun } from '@/test/sync/store';
import { clientsOf, configuration, emptyTenant } from '@/test/sync/tenant';
import { Random } from '@/test/simulator/tenant/random';
import { isWhole } from '@/test/whole';
import type { SyncClients } from '../clients';
import { configurations } from './configurations';

const organizations = ['o1', 'o2', 'o3'];
/** Organizations that no network is matched to. */
const others = ['o8', 'o9'];
const pageSize = 3;

interface Row {
  readonly row: Configuration;
  readonly updatedAt: number;
}

/** An IT Glue whose rows are deleted, added, moved and changed, and whose clock shows whole seconds. */
class ItGlue {
  readonly rows = new Map<string, Row>();
  readonly calls: string[] = [];
  /** Milliseconds since 1970 by its own clock. */
  clock = noon;
  /** What happens between two of its answers. */
  meanwhile: () => void = () => undefined;
  sorts = true;
  #made = 0;

  constructor(readonly random: Random) {}

  /** By id, those in use anywhere between the others, as ids of imports are. */
  list(ids: readonly string[]): Row[] {
    return [...this.rows.values()]
      .filter(({ row }) => ids.includes(row.organizationId))
      .sort((a, b) => a.row.id.length - b.row.id.length || (a.row.id < b.row.id ? -1 : 1));
  }

  put(row: Configuration): void {
    const updatedAt = Math.floor(this.clock / 1000) * 1000;
    this.rows.set(row.id, { row: { ...row, name: `Change ${++this.#made}` }, updatedAt });
  }

  add(organization: string): void {
    const id = configurationId(this.random.between(1, 99_999));
    if (!this.rows.has(id)) this.put(configuration(id, { organization }));
  }

  #any(): Row | undefined {
    const rows = [...this.rows.values()];
    return rows[this.random.between(0, Math.max(0, rows.length - 1))];
  }

  happen(): void {
    const row = this.#any()?.row;
    const organization = this.random.pick([...organizations, ...others]);
    const what = this.random.between(0, 4);
    if (what === 0 || !row) this.add(organization);
    else if (what === 4) {
      // As many as before: others than it move to another page.
      this.rows.delete(row.id);
      this.put({ ...row, id: configurationId(100_000 + this.#made) });
    } else if (what === 1) this.rows.delete(row.id);
    else if (what === 2) this.put(row);
    else this.put({ ...row, organizationId: organizationId(organization) });
  }

  client(): SyncClients {
    const answered = (call: string) => {
      this.calls.push(call);
      this.meanwhile();
      this.clock += this.random.between(0, 1500);
    };
    const none = { skipped: [], oddFields: [] };
    const { datto, itGlue } = clientsOf(emptyTenant());
    return {
      datto,
      itGlue: {
        ...itGlue,
        configurationsPage: (ids: readonly OrganizationId[], at: PageAt) => {
          const number = at === 1 ? 1 : at.number;
          answered(`page ${number}`);
          const all = this.list(ids);
          const page = all.slice((number - 1) * pageSize, number * pageSize);
          const more = number * pageSize < all.length;
          return Promise.resolve({
            ...none,
            rows: page.map(({ row }) => row),
            at: { number, size: pageSize },
            nextPage: more ? { number: number + 1, size: pageSize } : null,
            totalCount: all.length,
            newest: page.length > 0 ? Math.max(...page.map(({ updatedAt }) => updatedAt)) : null,
          });
        },
        newestConfigurations: (ids: readonly OrganizationId[], count: number) => {
          if (!this.sorts) return Promise.resolve(null);
          answered(`newest ${count}`);
          const all = this.list(ids);
          const rows = all
            .toSorted((a, b) => b.updatedAt - a.updatedAt)
            // So few that they do not always reach back to what is known.
            .slice(0, count === 100 ? 2 : 5)
            .map(({ row, updatedAt }) => ({
              id: row.id,
              updatedAt: new Date(updatedAt).toISOString(),
              row,
            }));
          return Promise.resolve({ ...none, lost: [], rows, totalCount: all.length });
        },
        configurationsById: (ids) => {
          const there = ids.flatMap((id) => this.rows.get(id)?.row ?? []);
          const gone = ids.filter((id) => !this.rows.has(id));
          return Promise.resolve({ ...none, rows: there, gone, outOfReach: [] });
        },
      },
    };
  }
}

let runs = 0;

/** @returns what was asked */
async function syncOnce(
  store: Database,
  itGlue: ItGlue,
  now: () => number,
  version = '1',
): Promise<string[]> {
  const run = openedRun(`run ${++runs}`, now());
  await store.put('runs', { ...run, stage: 'configurations' });
  itGlue.calls.length = 0;
  const signal = new AbortController().signal;
  const given = { store, stages: [configurations], now, signal, committed: () => undefined };
  await advance({ ...given, clients: { ...itGlue.client(), version } }, run.id);
  await store.clear('seen');
  return [...itGlue.calls];
}

const byId = (rows: readonly Configuration[]) =>
  rows
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, name, organizationId: of }) => [id, name, of]);

async function matchedStore(): Promise<Database> {
  const store = await freshStore();
  for (const [place, id] of organizations.entries())
    await store.put('networkMatches', networkByHand(`n${place}`, id));
  return store;
}

/** An account and a store that has read it, with the clock of the computer. */
async function synced() {
  const itGlue = new ItGlue(new Random(1));
  const store = await matchedStore();
  for (let row = 0; row < 12; row++) {
    itGlue.add(organizations[row % 3]!);
    itGlue.clock += hour;
  }
  itGlue.clock += 24 * hour;
  const now = () => itGlue.clock;
  await syncOnce(store, itGlue, now);
  itGlue.clock += 8 * hour;
  return { itGlue, store, now };
}

describe('a list that is known', () => {
  it('is asked for what changed last, and for nothing else', async () => {
    const { itGlue, store, now } = await synced();
    expect(await syncOnce(store, itGlue, now)).toEqual(['newest 100']);
    const [first] = itGlue.list(['o1']);
    itGlue.put(first!.row);
    itGlue.add('o2');
    itGlue.clock += 8 * hour;
    expect(await syncOnce(store, itGlue, now)).toEqual(['newest 100', 'newest 1000']);
    expect(byId(await store.getAll('configurations'))).toEqual(
      byId(itGlue.list(organizations).map(({ row }) => row)),
    );
  });

  it.each<[string, (given: Awaited<ReturnType<typeof synced>>) => unknown]>([
    ['a row is gone', ({ itGlue }) => itGlue.rows.delete(itGlue.list(['o1'])[0]!.row.id)],
    [
      'more changed than is asked for',
      ({ itGlue }) => itGlue.list(['o1', 'o2']).forEach(({ row }) => itGlue.put(row)),
    ],
    ['the account does not sort by it', ({ itGlue }) => (itGlue.sorts = false)],
    ['it was read whole a week ago', ({ itGlue }) => (itGlue.clock += 7 * 24 * hour)],
    [
      'another network was matched',
      ({ store }) => store.put('networkMatches', networkByHand('n9', 'o9')),
    ],
    ['the clock was set back', ({ itGlue }) => (itGlue.clock -= 20 * hour)],
  ])('is read whole where %s', async (_, happens) => {
    const given = await synced();
    await happens(given);
    const calls = await syncOnce(given.store, given.itGlue, given.now);
    expect(calls).toContain('page 1');
  });

  it('is read whole by another version of the extension', async () => {
    const { itGlue, store, now } = await synced();
    expect(await syncOnce(store, itGlue, now, '2')).toContain('page 1');
    expect(await syncOnce(store, itGlue, now, '2')).toEqual(['newest 100']);
  });

  it('keeps what the fields of its unchanged rows were found to be', async () => {
    const { itGlue, store, now } = await synced();
    const known = (await readMeta(store, 'configurationsKnown'))!;
    const odd = {
      kind: 'configurations',
      field: 'archived',
      count: 3,
      type: 'string',
      lost: false,
    } as const;
    await writeMeta(store, 'configurationsKnown', { ...known, oddFields: [odd] });
    await syncOnce(store, itGlue, now);
    expect((await store.get('runs', `run ${runs}`))?.oddFields).toEqual([odd]);
    expect((await readMeta(store, 'configurationsKnown'))?.oddFields).toEqual([odd]);
  });
});

const seeds = isWhole ? 1000 : 250;

it('holds what a full read holds, whatever happens between pages and runs', async () => {
  let news = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const random = new Random(seed);
    const itGlue = new ItGlue(random);
    const store = await matchedStore();
    for (let row = random.between(0, 22); row > 0; row--) {
      itGlue.add(random.pick(organizations));
      itGlue.clock += random.between(0, 2) * hour;
    }
    itGlue.clock += 24 * hour;
    // This computer's clock is another.
    const ahead = random.between(-2, 2) * hour;
    const now = () => itGlue.clock - ahead;
    await writeMeta(store, 'itGlueClock', ahead);
    for (let run = random.between(1, 3); run > 0; run--) {
      const chance = random.pick([0, 0.3, 0.8]);
      itGlue.meanwhile = () => {
        while (random.chance(chance)) itGlue.happen();
      };
      await syncOnce(store, itGlue, now);
      for (let many = random.between(0, 2); many > 0; many--) itGlue.happen();
      itGlue.clock += random.between(0, 8) * hour;
    }
    itGlue.meanwhile = () => undefined;
    const calls = await syncOnce(store, itGlue, now);
    if (!calls.some((call) => call.startsWith('page'))) news++;
    const expected = byId(itGlue.list(organizations).map(({ row }) => row));
    expect([seed, byId(await store.getAll('configurations'))]).toEqual([seed, expected]);
  }
  // Else it would say nothing of what is asked newest first.
  expect(news).toBeGreaterThan(seeds / 5);
}, 240_000);
