import { ItGlueError } from '@/lib/itglue/errors';
import type { Presence, SharedEntry } from '@/lib/model/shared-entry';
import { createLeadership } from './leadership';
import { MemoryInMemory } from './memory.fixture';
import type { Replacement } from './merge';
import { later } from './samples.fixture';
import type { SharedState, TeamRow } from './shared-state';
import { createTeam } from './team';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** A company's records, and a clock that all look at. */
export class Company {
  now = later;
  rows: TeamRow[] = [];
  readonly asked: string[] = [];
  /** What the next requests come to; each counts once. */
  readonly fates: ('lost-request' | 'lost-answer' | 'limited')[] = [];
  /** What happens while a browser waits; one at each time. */
  readonly waits: (() => Promise<void>)[] = [];
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
      wait: async (milliseconds: number) => {
        this.now += milliseconds;
        await this.waits.shift()?.();
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

export const valuesIn = ({ content }: TeamRow) =>
  content.kind === 'entries' ? content.entries.map(({ key, value }) => [key, value]) : [];
