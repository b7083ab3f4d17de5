import { describe, expect, it } from 'vitest';
import type { KeptEntry } from '@/lib/model/shared-entry';
import { Company, hour, minute, second, valuesIn } from './company.fixture';
import type { MemoryInMemory } from './memory.fixture';
import { entry } from './samples.fixture';
import { NotShared } from './shared-state';
import { createTeam, pollMs } from './team';

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
