import type { FlexibleAsset, FlexibleAssetType, WrittenTraits } from '@/lib/model/flexible-asset';
import { flexibleAssetId, flexibleAssetTypeId, organizationId } from '@/lib/model/ids';
import type { SharedEntry } from '@/lib/model/shared-entry';
import type { Page } from '@/lib/itglue/json-api-read';
import { ItGlueError, type ItGlueErrorFacts } from '@/lib/itglue/errors';
import type { TeamCalls } from '@/lib/team/it-glue-state';
import { recordType, traitOf } from '@/lib/team/record-type';
import { teamRules } from '@/lib/team/rules';
import { nameKey } from '@/lib/model/flexible-asset';
import type { Random } from '@/test/simulator/tenant/random';
import type { Scheduler } from './scheduler';

const second = 1000;
const minute = 60 * second;
const windowMs = 5 * minute;

const typeId = flexibleAssetTypeId('7');
export const homeId = organizationId('1');

interface Row {
  readonly id: string;
  traits: WrittenTraits;
  archived: boolean;
  updatedAt: number;
  visibleAt: number;
}

/** IT Glue as far as the shared state knows it: no condition on any write, and everything may get lost. */
export class Account {
  readonly rows = new Map<string, Row>();
  /** When each request came. */
  readonly requests: number[] = [];
  isFaulty = true;
  lastActOfPeople = -Infinity;
  /** Entries of a removed record that no other record held: nobody's deletion but the protocol's. */
  lostByRemoval = 0;
  lostAnswers = 0;
  refusedForRate = 0;
  private nextId = 100;

  constructor(
    private readonly clock: Scheduler,
    private readonly random: Random,
    private readonly limit: number,
    /** The entries that a text holds. */
    readonly packed: Map<string, readonly SharedEntry[]>,
  ) {}

  /** A request that only counts, such as those of a sync, which the client repeats until they are answered. */
  async other(): Promise<void> {
    await this.clock.sleep(this.random.between(200, 1800));
    this.requests.push(this.clock.now);
  }

  calls(guard: () => void, isOnline: () => boolean): TeamCalls {
    const call = async <Result>(method: string, effect: () => Result): Promise<Result> => {
      guard();
      if (!isOnline()) {
        await this.clock.sleep(2 * second);
        guard();
        throw failure(method, 'offline', 'not-sent');
      }
      // The client repeats what it only reads.
      for (let left = method === 'GET' ? 4 : 0; ; left--)
        try {
          return await this.call(method, effect);
        } catch (error) {
          if (left === 0 || !isOnline()) throw error;
          await this.clock.sleep(this.random.between(1000, 5000));
        } finally {
          guard();
        }
    };
    const visible = () =>
      [...this.rows.values()].filter(({ visibleAt }) => visibleAt <= this.clock.now);
    const row = (id: string) => {
      const found = this.rows.get(id);
      if (!found) throw failure('PATCH', 'not-found', 'refused', 404);
      return found;
    };
    return {
      flexibleAssetTypesNamed: () => call('GET', () => [type]),
      flexibleAssetsPage: () =>
        call('GET', (): Page<FlexibleAsset> => {
          const rows = visible().map(toAsset);
          return {
            rows,
            skipped: [],
            oddFields: [],
            at: { number: 1, size: 1000 },
            nextPage: null,
            totalCount: rows.length,
            newest: null,
            totalPages: 1,
            lost: [],
          };
        }),
      flexibleAssetsNewest: (_type, count) =>
        call('GET', () => ({
          rows: visible()
            .sort((a, b) => b.updatedAt - a.updatedAt)
            .slice(0, count)
            .map(toAsset),
          skipped: [],
          oddFields: [],
        })),
      flexibleAsset: (id) => call('GET', () => ({ ...toAsset(row(id)), relatedItems: [] })),
      createFlexibleAsset: (_organization, _type, traits) =>
        call('POST', () => {
          const id = String(this.nextId++);
          const lag = this.isFaulty ? this.random.between(0, 15) * second : 0;
          const made = {
            id,
            traits,
            archived: false,
            updatedAt: this.clock.now,
            visibleAt: this.clock.now + lag,
          };
          this.rows.set(id, made);
          return toAsset(made);
        }),
      updateFlexibleAsset: (id, traits) =>
        call('PATCH', () => toAsset(Object.assign(row(id), { traits, updatedAt: this.clock.now }))),
      archiveFlexibleAsset: (id, archived) =>
        call('PATCH', () =>
          toAsset(Object.assign(row(id), { archived, updatedAt: this.clock.now })),
        ),
      deleteFlexibleAssets: (ids) =>
        call('DELETE', () => {
          for (const id of ids) row(id);
          this.remove(ids);
        }),
    };
  }

  /** The newest entry of each key in live records. */
  held(): Map<string, SharedEntry> {
    const held = new Map<string, SharedEntry>();
    for (const { traits, archived } of this.rows.values())
      for (const entry of (archived ? undefined : this.packed.get(dataOf(traits))) ?? []) {
        const known = held.get(entry.key);
        if (!known || teamRules.compare(entry, known) > 0) held.set(entry.key, entry);
      }
    return held;
  }

  /** A person deletes, edits or archives records. */
  people(): void {
    this.lastActOfPeople = this.clock.now;
    const ids = [...this.rows.keys()];
    if (ids.length === 0) return;
    const one = this.rows.get(this.random.pick(ids));
    const chance = this.random.next();
    if (chance < 0.4) this.rows.delete(this.random.pick(ids));
    else if (chance < 0.6) this.rows.clear();
    else if (one) {
      if (chance < 0.8)
        one.traits = { ...one.traits, [traitOf('data')]: `${dataOf(one.traits).slice(0, -9)}?` };
      else one.archived = true;
      one.updatedAt = this.clock.now;
    }
  }

  private remove(ids: readonly string[]): void {
    const gone = ids.flatMap(
      (id) => this.packed.get(dataOf(this.rows.get(id)?.traits ?? {})) ?? [],
    );
    for (const id of ids) this.rows.delete(id);
    if (gone.length === 0 || this.clock.now - this.lastActOfPeople < 15 * minute) return;
    const held = this.held();
    this.lostByRemoval += gone.filter((entry) => {
      const other = held.get(entry.key);
      return !other || teamRules.compare(other, entry) < 0;
    }).length;
  }

  private async call<Result>(method: string, effect: () => Result): Promise<Result> {
    const { clock, random, requests } = this;
    await clock.sleep(random.between(20, 150));
    requests.push(clock.now);
    const oldest = requests[requests.length - 1 - this.limit];
    if (oldest !== undefined && oldest > clock.now - windowMs) {
      this.refusedForRate += 1;
      throw failure(method, 'rate-limited', method === 'GET' ? null : 'refused', 429);
    }
    const chance = random.next();
    const broken = () => failure(method, 'offline', method === 'GET' ? null : 'unknown');
    if (this.isFaulty && chance < 0.02) {
      await clock.sleep(random.between(1, 60) * second);
      throw broken();
    }
    // One in a hundred takes up to a minute and a half before it has its effect.
    const isSlow = this.isFaulty && random.chance(0.01);
    await clock.sleep(isSlow ? random.between(10, 90) * second : random.between(100, 1500));
    const answer = effect();
    if (this.isFaulty && chance < 0.05) {
      this.lostAnswers += 1;
      await clock.sleep(random.between(1, 60) * second);
      throw broken();
    }
    await clock.sleep(random.between(20, 200));
    return answer;
  }
}

const dataOf = (traits: WrittenTraits): string => {
  const data = traits[traitOf('data')];
  return typeof data === 'string' ? data : '';
};

const type: FlexibleAssetType = {
  ...recordType(''),
  id: typeId,
  enabled: true,
  fields: recordType('').fields.map((field) => ({
    id: String(field.order),
    order: field.order,
    name: field.name,
    nameKey: nameKey(field.name),
    kind: field.kind,
    required: field.required ?? false,
    useForTitle: field.useForTitle ?? false,
    showInList: field.showInList ?? false,
    tagType: null,
  })),
};

const toAsset = ({ id, traits, archived, updatedAt }: Row): FlexibleAsset => ({
  id: flexibleAssetId(id),
  organizationId: homeId,
  typeId,
  name: String(traits[traitOf('name')]),
  archived,
  traits: Object.fromEntries(
    Object.entries(traits).map(([name, value]) => [name, typeof value === 'object' ? null : value]),
  ),
  // Whole seconds, as IT Glue's times are.
  updatedAt: new Date(Math.floor(updatedAt / second) * second).toISOString(),
});

const failure = (
  method: string,
  kind: ItGlueErrorFacts['kind'],
  outcome: ItGlueErrorFacts['outcome'],
  status: number | null = null,
) => new ItGlueError({ kind, outcome, status, request: `${method} /flexible_assets` });
