import { describe, expect, it } from 'vitest';
import { ItGlueError } from '@/lib/itglue/errors';
import type { KeptEntry, Presence, SharedEntry } from '@/lib/model/shared-entry';
import { createLeadership } from './leadership';
import { MemoryInMemory } from './memory.fixture';
import type { Replacement } from './merge';
import { entry, later } from './samples.fixture';
import { NotShared, type SharedState, type TeamRow } from './shared-state';
import { createTeam, pollMs } from './team';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** A company's records, and a clock that all look at. */
class Company {
  now = later;
  rows: TeamRow[] = [];
  readonly asked: string[] = [];
  /** What the next requests come to; each counts once. */
  readonly fates: ('lost-request' | 'lost-answer' | 'limited')[] = [];
  private ids = 0;

  private async call<Result>(name: string, effect: () => Result): Promise<Result> {
    this.asked.push(name);
    const fate = this.fates.shift();
    const failed = (kind: ItGlueError['kind'], outcome: ItGlueError['outcome']) =>
      new ItGlueError({ kind, outcome, request: name });
    if (fate === 'limited') throw failed('rate-limited', 'refused');
    if (fate === 'lost-request') throw failed('offline', 'unknown');
    const result = await Promise.resolve(effect());
    if (fate === 'lost-answer') throw failed('offline', 'unknown');
    return result;
  }

  put(content: TeamRow['content'], given: Partial<TeamRow> = {}): TeamRow {
    const id = given.id ?? String(++this.ids);
    const made = { id, updatedAt: this.now, archived: false, length: 9, content, ...given };
    this.rows = [...this.rows.filter((row) => row.id !== id), made];
    return made;
  }

  holding = (entries: readonly SharedEntry[], given: Partial<TeamRow> = {}) =>
    this.put({ kind: 'entries', form: 1, entries, odd: 0 }, given);

  readonly shared: SharedState = {
    readAll: () => this.call('all', () => this.rows),
    readSince: (time) =>
      this.call('newest', () => this.rows.filter(({ updatedAt }) => (updatedAt ?? 0) >= time)),
    addEntries: (entries) => this.call('add', () => [this.holding(entries)]),
    writePresence: (id, presence) =>
      this.call('presence', () => {
        const known = this.rows.some((row) => row.id === id) && id !== null ? { id } : {};
        return this.put({ kind: 'presence', form: 1, presence }, known);
      }),
    remove: (ids) =>
      this.call('remove', () => {
        this.rows = this.rows.filter(({ id }) => !ids.includes(id));
      }),
    archive: (id) =>
      this.call('archive', () => {
        this.rows = this.rows.map((row) => (row.id === id ? { ...row, archived: true } : row));
      }),
  };

  presences = (): Presence[] =>
    this.rows.flatMap(({ content }) => (content.kind === 'presence' ? [content.presence] : []));

  /** The values of live records, by key. */
  told = () => this.rows.filter(({ archived }) => !archived).flatMap(valuesIn);

  browser(name: string, memory = MemoryInMemory.fresh(name), version = '1.0.0') {
    const carriedOut: Replacement[] = [];
    let ids = 0;
    const parts = {
      now: () => this.now,
      random: () => 0.5,
      version,
      wait: (milliseconds: number) => {
        this.now += milliseconds;
        return Promise.resolve();
      },
    };
    const team = createTeam({
      ...parts,
      memory,
      shared: this.shared,
      newId: () => `${name}-${++ids}`,
      user: () => Promise.resolve('7'),
      carryOut: (_, decisions) => {
        carriedOut.push(...decisions);
        return Promise.resolve();
      },
    });
    const leadership = createLeadership({ ...parts, team });
    return { memory, team, leadership, carriedOut };
  }

  async after(milliseconds: number, ...browsers: { team: { turn(): Promise<void> } }[]) {
    this.now += milliseconds;
    for (const { team } of browsers) await team.turn();
  }
}

const valuesIn = ({ content }: TeamRow) =>
  content.kind === 'entries' ? content.entries.map(({ key, value }) => [key, value]) : [];
const publications = ({ entries }: MemoryInMemory) =>
  [...entries.values()].map(({ key, publication }: KeptEntry) => `${key} ${publication}`);

describe('a decision', () => {
  it('is published once some seconds later, and taken over by the others at their next look', async () => {
    const company = new Company();
    const [ann, ben] = [company.browser('ann'), company.browser('ben')];
    await company.after(0, ann, ben);
    await ann.team.decide('n:1', { organization: '5' }, '7');
    await company.after(4 * second, ann);
    expect(company.told()).toEqual([]);
    await company.after(second, ann);
    expect(company.told()).toEqual([['n:1', { organization: '5' }]]);
    await company.after(minute, ann);
    expect(company.asked.filter((name) => name === 'add')).toHaveLength(1);
    await company.after(pollMs, ben);
    expect(ben.carriedOut).toMatchObject([
      { before: null, after: { key: 'n:1', user: '7' }, unseen: false },
    ]);
    expect(ann.carriedOut).toEqual([]);
  });

  it('made without seeing another is told to both, and the later one counts', async () => {
    const company = new Company();
    const [ann, ben] = [company.browser('ann'), company.browser('ben')];
    await company.after(0, ann, ben);
    await ann.team.decide('n:1', 'ignored', '7');
    company.now += minute;
    await ben.team.decide('n:1', 'none', '8');
    await company.after(pollMs, ann, ben);
    await company.after(pollMs, ann, ben);
    expect(ann.carriedOut).toMatchObject([
      { before: { value: 'ignored' }, after: { value: 'none' }, unseen: true },
    ]);
    expect(ben.carriedOut).toEqual([]);
    expect(ann.memory.entries.get('n:1')?.value).toBe('none');
  });

  it.each([
    ['lost-request', 1],
    ['limited', 1],
    ['lost-answer', 1],
  ] as const)(
    'whose publication meets %s is looked for first, and is there once',
    async (fate, count) => {
      const company = new Company();
      const ann = company.browser('ann');
      await company.after(0, ann);
      await ann.team.decide('n:1', 'none', '7');
      company.fates.push(fate);
      await expect(company.after(5 * second, ann)).rejects.toThrow();
      await company.after(second, ann);
      expect(company.asked.filter((name) => name === 'add')).toHaveLength(1);
      await company.after(minute, ann);
      await company.after(minute, ann);
      expect(company.told()).toHaveLength(count);
      expect(publications(ann.memory)).toEqual(['n:1 published']);
      expect(ann.memory.state.failures).toBe(0);
    },
  );

  it('made while others are being published follows them', async () => {
    const company = new Company();
    const ann = company.browser('ann');
    await company.after(0, ann);
    await ann.team.decide('n:1', 'none', '7');
    const before = { ...company.shared };
    company.shared.addEntries = async (entries) => {
      company.shared.addEntries = (...given) => before.addEntries(...given);
      await ann.team.decide('n:2', 'none', '7');
      return before.addEntries(entries);
    };
    await company.after(5 * second, ann);
    expect(publications(ann.memory)).toEqual(['n:1 published', 'n:2 new']);
    await company.after(5 * second, ann);
    expect(publications(ann.memory)).toEqual(['n:1 published', 'n:2 published']);
  });

  it('waits where nothing is shared', async () => {
    const company = new Company();
    const ann = company.browser('ann');
    const refuse = () => Promise.reject(new NotShared('no-type'));
    const alone = createTeam({
      memory: ann.memory,
      shared: { ...company.shared, readAll: refuse, readSince: refuse, addEntries: refuse },
      now: () => company.now,
      random: () => 0,
      newId: () => 'x',
      version: '1',
      user: () => Promise.resolve(null),
    });
    await alone.decide('n:1', 'none', null);
    await expect(alone.turn()).rejects.toMatchObject({ reason: 'no-type' });
    expect(publications(ann.memory)).toEqual(['n:1 new']);
  });
});

describe('what people do to the records', () => {
  it('loses nothing: what one deleted is published again by one of those who know it', async () => {
    const company = new Company();
    const browsers = ['ann', 'ben', 'cy'].map((name) => company.browser(name));
    await company.after(0, ...browsers);
    await browsers[0]!.team.decide('n:1', 'none', '7');
    await company.after(pollMs, ...browsers);
    await company.after(pollMs, ...browsers);
    const before = browsers[0]!.memory.entries.get('n:1');
    company.rows = [];
    await company.after(26 * hour, ...browsers);
    expect(publications(browsers[1]!.memory)).toEqual(['n:1 missing']);
    expect(company.told()).toEqual([]);
    await company.after(20 * minute, ...browsers);
    expect(company.told()).toEqual([['n:1', 'none']]);
    await company.after(20 * minute, ...browsers);
    for (const { memory } of browsers)
      expect(memory.entries.get('n:1')).toEqual({ ...before, publication: 'published' });
  });

  it('an edited record is ignored, named, replaced and put away', async () => {
    const company = new Company();
    const ann = company.browser('ann');
    await company.after(0, ann);
    await ann.team.decide('n:1', 'none', '7');
    await company.after(5 * second, ann);
    const { id } = company.rows.find((row) => valuesIn(row).length > 0)!;
    company.put({ kind: 'damaged' }, { id });
    await company.after(26 * hour, ann);
    expect(ann.memory.state.damaged).toEqual([id]);
    await company.after(20 * minute, ann);
    expect(company.told()).toEqual([['n:1', 'none']]);
    await ann.team.compact();
    expect(company.rows.find((row) => row.id === id)?.archived).toBe(true);
    await ann.team.readAll();
    expect(ann.memory.state.damaged).toEqual([]);
  });

  it('an archived record still tells, and its content is published again', async () => {
    const company = new Company();
    company.holding([entry()], { archived: true });
    const ann = company.browser('ann');
    await company.after(0, ann);
    expect(ann.memory.entries.get('n:1')?.value).toBe('none');
    await company.after(20 * minute, ann);
    expect(company.told()).toEqual([['n:1', 'none']]);
  });
});

describe('a copied profile', () => {
  it('goes on under an id of its own, and no decision of either is lost', async () => {
    const company = new Company();
    const ann = company.browser('ann');
    await company.after(0, ann);
    await ann.team.decide('n:1', 'none', '7');
    const copy = company.browser('copy', ann.memory.copy());
    await copy.team.decide('n:1', 'ignored', '7');
    await copy.team.decide('n:2', 'none', '7');
    await ann.team.decide('n:3', 'none', '7');
    for (let round = 0; round < 4; round++) {
      await company.after(21 * hour, ann, copy);
      await company.after(25 * minute, ann, copy);
    }
    const ids = [ann, copy].map(({ memory }) => memory.state.browser);
    expect(new Set(ids).size).toBe(2);
    expect(new Set(company.presences().map(({ browser }) => browser))).toEqual(new Set([...ids]));
    expect(ann.memory.entries).toEqual(copy.memory.entries);
    expect([...ann.memory.entries.keys()].sort()).toEqual(['n:1', 'n:2', 'n:3']);
  });

  it('is not what a request is that was repeated, or whose answer was lost', async () => {
    const company = new Company();
    const ann = company.browser('ann');
    for (let day = 0; day < 20; day++) {
      company.fates.push(...(day % 2 ? (['lost-answer'] as const) : []));
      await company.after(21 * hour, ann).catch(() => undefined);
      await company.after(hour, ann).catch(() => undefined);
    }
    expect(ann.memory.state.browser).toBe('ann');
  });
});

describe('one of them syncs', () => {
  it('of several that are due at once', async () => {
    const company = new Company();
    const browsers = ['ann', 'ben', 'cy'].map((name) => company.browser(name));
    await company.after(0, ...browsers);
    const answers = [];
    for (const { leadership } of browsers) answers.push(await leadership.acquire(6 * hour));
    expect(answers.map((answer) => answer?.kind ?? 'leads')).toEqual([
      'leads',
      'syncing',
      'syncing',
    ]);
    const [ann, ben] = browsers;
    expect(await ann!.leadership.renew(ann!.memory.state)).toBe(true);
    await ann!.leadership.release(true);
    expect((await ben!.leadership.acquire(6 * hour))?.kind).toBe('synced');
    company.now += 6 * hour;
    expect(await ben!.leadership.acquire(6 * hour)).toBeNull();
  });

  it('and another when it dies, after its claim ran out', async () => {
    const company = new Company();
    const [ann, ben] = [company.browser('ann'), company.browser('ben')];
    await company.after(0, ann, ben);
    expect(await ann.leadership.acquire(hour)).toBeNull();
    expect((await ben.leadership.acquire(hour))?.kind).toBe('syncing');
    company.now += 3 * minute;
    expect(await ben.leadership.acquire(hour)).toBeNull();
    expect(await ann.leadership.renew(ann.memory.state)).toBe(false);
  });

  it('and not the one that claimed later, nor one that an older version would be', async () => {
    const company = new Company();
    const ann = company.browser('ann');
    const ben = company.browser('ben');
    await company.after(0, ann, ben);
    const from = { ms: 1, counter: 0, browser: 'ben' };
    const until = later + hour;
    const during = company.shared.writePresence.bind(company.shared);
    // Ben claims while Ann waits, with an earlier stamp.
    company.shared.writePresence = async (id, presence) => {
      company.shared.writePresence = during;
      const row = await during(id, presence);
      await ben.team.announce({ claim: { from, until } });
      return row;
    };
    expect((await ann.leadership.acquire(hour))?.kind).toBe('syncing');
    expect(ann.memory.state.claim).toBeNull();
    const old = company.browser('old', MemoryInMemory.fresh('old'), '0.9.0');
    expect((await old.leadership.acquire(hour))?.kind).toBe('newer-version');
  });

  it('and gathers what is scattered, not beside a newer form', async () => {
    const company = new Company();
    for (let index = 0; index < 30; index++) company.holding([entry({ key: `n:${index}` })]);
    const ann = company.browser('ann');
    const newer = company.put({ kind: 'newer' });
    await ann.team.compact();
    expect(company.rows).toHaveLength(31);
    company.rows = company.rows.filter(({ id }) => id !== newer.id);
    await ann.team.compact();
    expect(company.rows).toHaveLength(1);
    expect(company.told()).toHaveLength(30);
  });
});
