import PQueue from 'p-queue';
import type { ItGlueCalls } from '@/lib/itglue/client';
import { ItGlueError } from '@/lib/itglue/errors';
import { readAll } from '@/lib/itglue/read-all';
import type { FlexibleAsset, FlexibleAssetType } from '@/lib/model/flexible-asset';
import type { FlexibleAssetId, OrganizationId } from '@/lib/model/ids';
import type { Password } from '@/lib/model/password';
import type { RelatedItem } from '@/lib/model/related-item';
import { hasUnknownRows, type OddField } from '@/lib/model/rows';
import type { RunProblem, SkippedRow } from '@/lib/model/run';
import { chooseType, copiesOf, wirelessType } from '@/lib/wireless/fields';
import type { WirelessInput } from '@/lib/wireless/input';
import type { WirelessLedger } from '@/lib/wireless/ledger';
import { slotKey } from '@/lib/wireless/slot';
import { readUnlisted } from './read-unlisted';
import { endsRun, toProblem } from '../problems';
import { skippedRows } from '../skipped';

/** Organizations whose passwords are asked for in one request. */
const together = 25;
/** Records whose links are asked for at a time. */
const relationsAtATime = 3;

export interface ItGlueReading extends Pick<
  WirelessInput,
  | 'type'
  | 'typeCopies'
  | 'records'
  | 'recordsOfCopies'
  | 'passwords'
  | 'recordRelations'
  | 'passwordRelations'
  | 'unreadOrganizations'
  | 'unreadSlots'
> {
  readonly problems: readonly RunProblem[];
  readonly skipped: readonly SkippedRow[];
  readonly oddFields: readonly OddField[];
}

/**
 * IT Glue's side of the plan: the type, its records with their links, and the passwords of all
 * organizations concerned, without values.
 * @param matched the organizations with a matched network
 * @throws ItGlueError where the type or its records cannot be read: nothing can be planned then
 */
export async function readItGlue(
  itGlue: ItGlueCalls,
  asked: {
    readonly matched: readonly OrganizationId[];
    readonly organizationNames: ReadonlyMap<OrganizationId, string>;
    /** Slots that ought to be documented, by `slotKey`. */
    readonly desired: ReadonlyMap<string, { readonly subject: string }>;
    readonly ledger: WirelessLedger;
    readonly signal: AbortSignal;
  },
): Promise<ItGlueReading> {
  const { ledger, signal } = asked;
  const problems: RunProblem[] = [];
  const unread = new Set<OrganizationId>();
  const skipped: SkippedRow[] = [];
  const oddFields: OddField[] = [];

  const types = await itGlue.flexibleAssetTypesNamed(wirelessType.name);
  const type = chooseType(types);
  const records = type
    ? await readAll((page) => itGlue.flexibleAssetsPage(page, type.id))
    : { rows: [], skipped: [], oddFields: [] };
  skipped.push(...skippedRows('wireless', { kind: 'record' }, records.skipped));
  oddFields.push(...records.oddFields);

  const typeCopies: FlexibleAssetType[] = [];
  const recordsOfCopies: FlexibleAsset[] = [];
  for (const copy of type ? copiesOf(type, types) : []) {
    const list = await readAll((page) => itGlue.flexibleAssetsPage(page, copy.id));
    recordsOfCopies.push(...list.rows);
    oddFields.push(...list.oddFields);
    skipped.push(...skippedRows('wireless', { kind: 'record' }, list.skipped));
    // What could not be read may be a user's, so that the type has to stay.
    if (list.skipped.length === 0) typeCopies.push(copy);
  }

  const concerned = [
    ...new Set([
      ...asked.matched,
      ...records.rows.map(({ organizationId }) => organizationId),
      ...ledger.entries.map(({ slot }) => slot.organizationId),
    ]),
  ].sort();
  if (hasUnknownRows(records)) for (const id of concerned) unread.add(id);
  const passwords: Password[] = [];
  async function readPasswords(organizationIds: readonly OrganizationId[]): Promise<void> {
    signal.throwIfAborted();
    try {
      const list = await readAll((page) => itGlue.passwordsPage(page, { organizationIds }));
      passwords.push(...list.rows);
      skipped.push(...skippedRows('wireless', { kind: 'password' }, list.skipped));
      oddFields.push(...list.oddFields);
      if (hasUnknownRows(list)) for (const id of organizationIds) unread.add(id);
    } catch (error) {
      if (endsRun(error, signal)) throw error;
      const problem = toProblem(error);
      // One of them is refused for all.
      if (problem.kind === 'out-of-reach' && organizationIds.length > 1) {
        for (const id of organizationIds) await readPasswords([id]);
        return;
      }
      for (const id of organizationIds) unread.add(id);
      const names = organizationIds.map((id) => asked.organizationNames.get(id) ?? id).join(', ');
      problems.push({
        stage: 'wireless',
        subject: { kind: 'passwords-of', organizationName: names },
        problem,
      });
    }
  }
  for (let start = 0; start < concerned.length; start += together)
    await readPasswords(concerned.slice(start, start + together));
  // A row that does not parse today is there all the same: nothing may be made in its stead.
  for (const { subject, id, fields } of skipped)
    for (const { slot, record, password } of ledger.entries)
      if (id === record?.id || id === password?.id) {
        unread.add(slot.organizationId);
        const problem = {
          kind: 'server',
          side: 'itglue',
          cause: { kind: 'unreadable-rows', rows: [{ id, fields }] },
        } as const;
        problems.push({ stage: 'wireless', subject: { kind: 'row', row: subject, id }, problem });
      }

  const listed = new Set<string>(
    [...records.rows, ...recordsOfCopies, ...passwords, ...skipped].map(({ id }) => id),
  );
  const unlisted = await readUnlisted(
    itGlue,
    type?.id ?? null,
    ledger.entries.filter(({ slot }) => !unread.has(slot.organizationId)),
    listed,
    (slot) => asked.desired.get(slot)?.subject,
    signal,
  );
  const allRecords = [...records.rows, ...unlisted.records];
  const unreadSlots = new Set(unlisted.unreadSlots);
  problems.push(...unlisted.problems);

  // Links of what was archived for good are not used, and may be many.
  const past = new Set(
    ledger.entries.flatMap(({ slot, record }) =>
      record && !asked.desired.has(slotKey(slot)) ? [record.id] : [],
    ),
  );
  const recordRelations = await readRelations(
    itGlue,
    [
      ...allRecords.filter(({ id, archived }) => !archived || !past.has(id)),
      ...recordsOfCopies.filter(({ archived }) => !archived),
    ],
    signal,
    ({ name, id }, error) => {
      const problem = toProblem(error);
      const slot = ledger.entries.find(({ record }) => record?.id === id)?.slot;
      // What may not be read may not be written either.
      if (slot && problem.kind === 'out-of-reach') unreadSlots.add(slotKey(slot));
      const wanted = slot && asked.desired.get(slotKey(slot))?.subject;
      const subject = wanted ?? (name || ({ kind: 'row', row: { kind: 'record' }, id } as const));
      problems.push({ stage: 'wireless', subject, problem });
    },
  );

  return {
    type,
    typeCopies,
    records: allRecords,
    recordsOfCopies,
    passwords: [...passwords, ...unlisted.passwords],
    recordRelations,
    passwordRelations: new Map(),
    unreadOrganizations: unread,
    unreadSlots,
    problems,
    skipped,
    oddFields,
  };
}

/** People remove links without touching a record's `updated-at`, so each record has to be asked. */
async function readRelations(
  itGlue: ItGlueCalls,
  records: readonly FlexibleAsset[],
  signal: AbortSignal,
  failed: (record: FlexibleAsset, error: unknown) => void,
): Promise<Map<FlexibleAssetId, readonly RelatedItem[]>> {
  const relations = new Map<FlexibleAssetId, readonly RelatedItem[]>();
  const queue = new PQueue({ concurrency: relationsAtATime });
  let broken: { readonly error: unknown } | undefined;
  for (const record of records)
    void queue.add(async () => {
      if (broken || signal.aborted) return;
      try {
        const { id } = record;
        relations.set(id, await itGlue.relatedItems({ kind: 'flexible-asset', id }));
      } catch (error) {
        // Deleted since it was listed: the next sync sees that.
        if (error instanceof ItGlueError && error.kind === 'not-found') return;
        if (endsRun(error, signal)) broken ??= { error };
        else failed(record, error);
      }
    });
  await queue.onIdle();
  signal.throwIfAborted();
  if (broken) throw broken.error;
  return relations;
}
