import { sureOfNone } from '@/lib/itglue/look-up';
import { readAll } from '@/lib/itglue/read-all';
import { fieldChanges, fieldsOfNew } from '@/lib/journal/field-changes';
import type {
  FlexibleAsset,
  FlexibleAssetType,
  TraitValue,
  WrittenTraits,
} from '@/lib/model/flexible-asset';
import type { OrganizationId } from '@/lib/model/ids';
import type { WriteTransaction } from '@/lib/store/schema';
import { fieldDrafts, wirelessFields } from '@/lib/wireless/fields';
import { rememberRecord } from '@/lib/wireless/ledger';
import { naturalKey, type Operation } from '@/lib/wireless/operation';
import type { Slot } from '@/lib/wireless/slot';
import { linesOf, sameText } from '@/lib/wireless/rich-text';
import {
  differingFields,
  mayHidePasswords,
  recordNames,
  traitOf,
  unwritableFields,
  userTraits,
  writtenTraits,
} from '@/lib/wireless/traits';
import { copiesOfRecord } from '@/lib/wireless/record-copies';
import { keepEntries, ledgerOf, type NamesOf } from './ledger-store';
import {
  archivedChange,
  desiredOf,
  digestOf,
  eventOf,
  prepared,
  shownValues,
  type Prepared,
  type Work,
} from './work';

type Of<Kind extends Operation['kind']> = Extract<Operation, { readonly kind: Kind }>;

const sameNames = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, index) => sameText(name, b[index] ?? ''));

/** Records among the rows with the natural key of a record that is created. */
export const recordsNamed = (
  type: FlexibleAssetType,
  rows: readonly FlexibleAsset[],
  organization: OrganizationId,
  names: readonly string[],
): FlexibleAsset[] =>
  rows.filter(
    (row) => row.organizationId === organization && sameNames(recordNames(type, row), names),
  );

/** What the record's fields hold, but for the key, by their names and as they read. */
const heldValues = (
  { configurationNames }: Work,
  type: FlexibleAssetType,
  record: FlexibleAsset,
): ReadonlyMap<string, string> =>
  new Map(
    wirelessFields
      .filter((field) => field !== 'preSharedKey')
      .map((field) => {
        const trait = traitOf(type, record, field);
        const value = asText(trait, configurationNames);
        const text = field === 'unmatchedDevices' ? linesOf(value).join('\n') : value;
        return [fieldDrafts[field].name, text] as const;
      }),
  );

/** A trait of any kind as a person reads it; `''` for what only IT Glue can show. */
function asText(trait: TraitValue | undefined, names: ReadonlyMap<string, string>): string {
  if (trait === null || trait === undefined) return '';
  if (typeof trait !== 'object') return String(trait);
  return 'values' in trait ? trait.values.map(({ id }) => names.get(id) ?? id).join('\n') : '';
}

type Written = Parameters<typeof rememberRecord>[4];

/** Keeps what was written into a record, or was found in it. */
export async function keepRecord(
  transaction: WriteTransaction,
  slot: Slot,
  answer: FlexibleAsset,
  type: FlexibleAssetType,
  written: Written,
  namesOf: NamesOf,
): Promise<void> {
  const ledger = rememberRecord(await ledgerOf(transaction, slot), slot, answer, type, written);
  await keepEntries(transaction, ledger.entries, namesOf);
}

/** @returns `null` where there is no type to make it of */
export function createRecord(work: Work, operation: Of<'create-record'>): Prepared | null {
  const { itGlue, input, made, type } = work;
  if (type === null) return null;
  const { slot, values } = operation;
  const { organizationId } = slot;
  const { key } = desiredOf(work, slot);
  const digest = digestOf(work, slot);
  const names = [values.wifiName, values.ssidName];
  let answered = false;
  return prepared<FlexibleAsset>(
    work,
    naturalKey(operation),
    {
      kind: 'in-memory',
      event: eventOf(work, operation, 'created', 'record'),
      creation: { slot, names, digest },
    },
    {
      before: () =>
        Promise.resolve({
          next: 'send',
          known: [
            ...recordsNamed(type, input.records, organizationId, names).map(({ id }) => id),
            ...made.named('record', organizationId, names),
          ],
        }),
      async send() {
        const traits = writtenTraits(type, values, key, {});
        const answer = await itGlue.createFlexibleAsset(organizationId, type.id, traits);
        answered = true;
        return answer;
      },
      async find(known) {
        const list = await readAll((page) =>
          itGlue.flexibleAssetsPage(page, type.id, { organizationId }),
        );
        const named = recordsNamed(type, list.rows, organizationId, names);
        const found = named.find(({ id }) => !known.includes(id)) ?? null;
        if (!found) sureOfNone(list, 'GET /flexible_assets', []);
        return found;
      },
      async removeDuplicates(made, known) {
        const list = await readAll((page) =>
          itGlue.flexibleAssetsPage(page, type.id, { organizationId }),
        );
        const named = recordsNamed(type, list.rows, organizationId, names);
        // The one that was answered: what is written next refers to it.
        const kept = named.find(({ id }) => id === made?.id);
        const others = named.filter(({ id }) => !known.includes(id));
        const duplicates = [];
        for (const { id } of kept ? copiesOfRecord(type, others, kept) : []) {
          await itGlue.archiveFlexibleAsset(id, true);
          duplicates.push({ id, archived: true });
        }
        return { result: made, duplicates };
      },
      changes: () => [
        ...fieldsOfNew(shownValues(work, values), [key]),
        { field: fieldDrafts.preSharedKey.name },
      ],
      commit: (transaction, answer) =>
        keepRecord(
          transaction,
          slot,
          answer,
          type,
          { key, digest, values: answered ? values : null },
          work.namesOf,
        ),
    },
  );
}

/** @returns `null` where there is no type that tells its fields */
export function updateRecord(work: Work, operation: Of<'update-record'>): Prepared | null {
  const { itGlue, type } = work;
  if (type === null) return null;
  const { slot, recordId, values, keyMoved } = operation;
  let others: WrittenTraits = {};
  /** What the fields held, where it was read before the write. */
  let held: ReadonlyMap<string, string> | null = null;
  const { key } = desiredOf(work, slot);
  const digest = digestOf(work, slot);
  return prepared<FlexibleAsset>(
    work,
    naturalKey(operation),
    {
      kind: 'in-memory',
      event: eventOf(work, operation, 'updated', 'record'),
      creation: null,
    },
    {
      // As they are now: an update replaces what users wrote since the plan was made, too.
      async before() {
        const record = await itGlue.flexibleAsset(recordId);
        const organizationIds = [slot.organizationId];
        const passwords = mayHidePasswords(type, record)
          ? (await readAll((page) => itGlue.passwordsPage(page, { organizationIds }))).rows
          : [];
        const unwritable = unwritableFields(type, record, passwords);
        if (unwritable.length > 0)
          return {
            next: 'refuse',
            refusal: {
              kind: 'problem',
              problem: {
                kind: 'refused',
                side: 'itglue',
                cause: { kind: 'record-held', fields: unwritable },
              },
            },
          };
        others = userTraits(type, record.traits).written;
        held = heldValues(work, type, record);
        return { next: 'send', known: [] };
      },
      send: () => itGlue.updateFlexibleAsset(recordId, writtenTraits(type, values, key, others)),
      // Where the key cannot be read, the same is written once more: an update repeated changes nothing.
      async find() {
        const record = await itGlue.flexibleAsset(recordId);
        const current =
          differingFields(type, record, values).length === 0 &&
          traitOf(type, record, 'preSharedKey') === key;
        return current ? record : null;
      },
      changes: () => [
        ...(held === null
          ? fieldsOfNew(shownValues(work, values), [key]).filter(({ field }) =>
              operation.fields.includes(field),
            )
          : fieldChanges(
              shownValues(work, values)
                .filter(([field]) => operation.fields.includes(field))
                .map(([field, value]) => [field, held?.get(field) ?? null, value]),
              [key],
            )),
        ...(operation.fields.includes(fieldDrafts.preSharedKey.name)
          ? [{ field: fieldDrafts.preSharedKey.name }]
          : []),
      ],
      commit: (transaction, answer) =>
        keepRecord(
          transaction,
          slot,
          answer,
          type,
          { key, digest, values, keyMoved },
          work.namesOf,
        ),
    },
  );
}

export function archiveRecord(
  work: Work,
  operation: Of<'archive-record' | 'unarchive-record'>,
): Prepared {
  const { itGlue } = work;
  const { recordId } = operation;
  const archived = operation.kind === 'archive-record';
  return prepared<FlexibleAsset>(
    work,
    naturalKey(operation),
    {
      kind: 'in-memory',
      event: eventOf(work, operation, archived ? 'archived' : 'unarchived', 'record'),
      creation: null,
    },
    {
      changes: () => archivedChange(archived),
      send: () => itGlue.archiveFlexibleAsset(recordId, archived),
      async find() {
        const record = await itGlue.flexibleAsset(recordId);
        return record.archived === archived ? record : null;
      },
    },
  );
}
