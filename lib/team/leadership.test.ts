import { describe, expect, it } from 'vitest';
import { Company, hour, minute } from './company.fixture';
import { MemoryInMemory } from './memory.fixture';
import { entry, later } from './samples.fixture';

const read = { organizations: 'o', configurations: 'c' };

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
    await ann!.leadership.release(read);
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

  it('the others wait for its end, and have its sync for their own', async () => {
    const company = new Company();
    const [ann, ben] = [company.browser('ann'), company.browser('ben')];
    await company.after(0, ann, ben);
    expect(await ann.leadership.takePart(hour)).toMatchObject({ leads: true, claimed: true });
    // Ann's sync ends while Ben waits for it.
    company.waits.push(() => ann.leadership.release(read));
    expect(await ben.leadership.takePart(hour)).toMatchObject({
      leads: false,
      after: { browser: 'ann', read },
    });
  });

  it('one that dies is not waited for longer than its claim lasts', async () => {
    const company = new Company();
    const [ann, ben] = [company.browser('ann'), company.browser('ben')];
    await company.after(0, ann, ben);
    await ann.leadership.takePart(hour);
    const from = company.now;
    expect(await ben.leadership.takePart(hour)).toMatchObject({ leads: true, claimed: true });
    expect(company.now - from).toBeLessThan(6 * minute);
  });

  it('a worker that was stopped goes on with what it claimed, without waiting again', async () => {
    const company = new Company();
    const ann = company.browser('ann');
    await company.after(0, ann);
    await ann.leadership.takePart(hour);
    const from = company.now;
    const again = company.browser('ann', ann.memory);
    expect(await again.leadership.takePart(hour)).toMatchObject({ leads: true, claimed: true });
    expect(company.now).toBe(from);
  });

  it('and renews its claim, until another is at it', async () => {
    const company = new Company();
    const [ann, ben] = [company.browser('ann'), company.browser('ben')];
    await company.after(0, ann, ben);
    await ann.leadership.takePart(hour);
    const { length } = company.asked;
    expect(await ann.leadership.goesOn(ann.memory.state)).toBe(true);
    expect(company.asked).toHaveLength(length);
    company.now += 2 * minute;
    expect(await ann.leadership.goesOn(ann.memory.state)).toBe(true);
    expect((await ben.leadership.acquire(hour))?.kind).toBe('syncing');
    // Asleep for an hour, Ann finds that nobody took over, and later that Ben did.
    company.now += hour;
    expect(await ann.leadership.goesOn(ann.memory.state)).toBe(true);
    company.now += hour;
    await ben.leadership.takePart(minute);
    expect(await ann.leadership.goesOn(ann.memory.state)).toBe(false);
  });
});
