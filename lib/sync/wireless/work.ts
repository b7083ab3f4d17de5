import { fieldChanges } from '@/lib/journal/field-changes';
import type { Executor } from '@/lib/journal/executor';
import type { ItGlueCalls } from '@/lib/itglue/client';
import type { FieldChange } from '@/lib/model/activity';
import type { FlexibleAssetType } from '@/lib/model/flexible-asset';
import type { OrganizationId } from '@/lib/model/ids';
import type { InMemoryWrite } from '@/lib/model/journal';
import type { WriteTransaction } from '@/lib/store/schema';
import type { DesiredSsid } from '@/lib/wireless/desired';
import { fieldDrafts } from '@/lib/wireless/fields';
import type { WirelessInput } from '@/lib/wireless/input';
import type { Operation, Reference } from '@/lib/wireless/operation';
import type { RecordValues } from '@/lib/wireless/record-values';
import { identityKey, slotKey, type Slot } from '@/lib/wireless/slot';
import { changeWirelessState, type NamesOf } from './ledger-store';
import { noCounts, type WirelessCounts } from '@/lib/model/documented-ssid';

/** What the operations of one plan are carried out with. Holds keys of Wi-Fi networks: for memory only. */
export interface Work {
  readonly runId: string;
  readonly itGlue: ItGlueCalls;
  readonly input: WirelessInput;
  /** By `slotKey`, with the keys. */
  readonly desired: ReadonlyMap<string, DesiredSsid>;
  /** As read after its last change. */
  type: FlexibleAssetType | null;
  readonly made: Made;
  readonly organizationNames: ReadonlyMap<OrganizationId, string>;
  /** Of the access points' configurations. */
  readonly configurationNames: ReadonlyMap<string, string>;
  readonly namesOf: NamesOf;
}

/** What was created since IT Glue was read. */
export class Made {
  readonly #ids = new Map<string, string>();
  readonly #named = new Map<string, string[]>();

  add(resource: 'record' | 'password', slot: Slot, names: readonly string[], id: string): void {
    this.#ids.set(`${resource} ${slotKey(slot)}`, id);
    const key = nameKeyOf(resource, slot.organizationId, names);
    this.#named.set(key, [...(this.#named.get(key) ?? []), id]);
  }

  /** The id behind a reference; `null` where what it refers to was refused. */
  idOf(resource: 'record' | 'password', reference: Reference<string>): string | null {
    if ('id' in reference) return reference.id;
    return this.#ids.get(`${resource} ${slotKey(reference.createdFor)}`) ?? null;
  }

  /** Of the same natural key. */
  named(
    resource: 'record' | 'password',
    organization: OrganizationId,
    names: readonly string[],
  ): readonly string[] {
    return this.#named.get(nameKeyOf(resource, organization, names)) ?? [];
  }
}

const nameKeyOf = (resource: string, organization: OrganizationId, names: readonly string[]) =>
  JSON.stringify([resource, organization, ...names]);

/** An operation as the journal takes it. */
export interface Prepared {
  /** Its natural key, with ids for all that it refers to. */
  readonly key: string;
  readonly write: InMemoryWrite;
  readonly executor: Executor<{ readonly id: string }>;
}

/** What leaves the same when it is sent twice. */
export const isRepeatable = ({ did, resource }: InMemoryWrite['event']): boolean =>
  resource !== 'type' && did !== 'created' && did !== 'related';

/** Erases what an executor's result is: the journal needs no more of it than its id. */
export function prepared<Result extends { readonly id: string }>(
  work: Work,
  key: string,
  write: InMemoryWrite,
  how: Pick<Executor<Result>, 'send' | 'find'> &
    Partial<Pick<Executor<Result>, 'before' | 'commit' | 'removeDuplicates' | 'changes'>>,
): Prepared {
  const { did, ...subject } = write.event;
  const executor: Executor<Result> = {
    before: () => Promise.resolve({ next: 'send', known: [] }),
    ...how,
    did,
    subject,
    repeatable: isRepeatable(write.event),
    idOf: ({ id }) => id,
    async commit(transaction, result, done) {
      await how.commit?.(transaction, result, done);
      if (!done.found) await count(transaction, work.runId, write.event);
    },
  };
  return { key, write, executor: executor };
}

const counters = {
  created: 'created',
  updated: 'updated',
  archived: 'archived',
  unarchived: 'unarchived',
  related: 'related',
  unrelated: 'related',
} as const satisfies Record<InMemoryWrite['event']['did'], keyof WirelessCounts>;

/** Counts a write for the run's result; the type's are not counted. */
export async function count(
  transaction: WriteTransaction,
  runId: string,
  { did, resource }: InMemoryWrite['event'],
): Promise<void> {
  if (resource === 'type') return;
  await changeWirelessState(transaction, ({ counting }) => {
    const counts = counting?.runId === runId ? counting.counts : noCounts;
    const counter = counters[did];
    return { counting: { runId, counts: { ...counts, [counter]: counts[counter] + 1 } } };
  });
}

/** What the activity list says of an operation. */
export function eventOf(
  { organizationNames }: Work,
  { organizationId, subject, fields }: Operation,
  did: InMemoryWrite['event']['did'],
  resource: InMemoryWrite['event']['resource'],
): InMemoryWrite['event'] {
  const organizationName =
    organizationId === null ? undefined : (organizationNames.get(organizationId) ?? organizationId);
  return {
    did,
    resource,
    name: subject,
    ...(organizationId !== null && { organizationId }),
    ...(organizationName !== undefined && { organizationName }),
    // Of what is new, everything is.
    fields: did === 'created' ? [] : fields,
  };
}

/** The values of a record's fields but for the key, by their names, with configurations by theirs. */
export const shownValues = (
  { configurationNames }: Pick<Work, 'configurationNames'>,
  values: RecordValues,
): readonly (readonly [field: string, value: string])[] => [
  [fieldDrafts.wifiName.name, values.wifiName],
  [fieldDrafts.ssidName.name, values.ssidName],
  [fieldDrafts.securityType.name, values.securityType],
  [fieldDrafts.location.name, values.location],
  [
    fieldDrafts.matchedDevices.name,
    values.matchedDevices.map((id) => configurationNames.get(id) ?? id).join('\n'),
  ],
  [fieldDrafts.unmatchedDevices.name, values.unmatchedDevices],
];

/** That something is archived now, or no longer. */
export const archivedChange = (archived: boolean): FieldChange[] =>
  fieldChanges([['Archived', !archived, archived]]);

/** The SSID of a slot; the plan writes keys only of those that are desired. */
export function desiredOf({ desired }: Work, slot: Slot): DesiredSsid {
  const wanted = desired.get(slotKey(slot));
  if (!wanted) throw new Error(`Nothing is known of the SSID ${slotKey(slot)}.`);
  return wanted;
}

export const digestOf = ({ input }: Pick<Work, 'input'>, slot: Slot): string =>
  input.digests.get(identityKey(slot)) ?? '';
