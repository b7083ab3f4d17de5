import { compareIds } from '@/lib/model/copies';
import type { FlexibleAsset } from '@/lib/model/flexible-asset';
import type { Password } from '@/lib/model/password';
import type { DesiredSsid } from './desired';
import { fieldOf } from './fields';
import { stateOfPasswordValue, stateOfRecordKey } from './key-state';
import type { LedgerEntry, WirelessLedger } from './ledger';
import type { Operation } from './operation';
import type { Planning } from './planning';
import { ownedIds } from './plan-archive';
import type { Slot } from './slot';

/** The ledger as it is to be stored before the plan's operations are sent. */
export function nextLedger(
  planning: Planning,
  operations: readonly Operation[],
  desired: ReadonlyMap<string, DesiredSsid>,
): WirelessLedger {
  const { input, documented } = planning;
  // The keys in the records went with the field, so what was written before says nothing any more.
  const keysGone = input.type !== null && fieldOf(input.type, 'preSharedKey') === undefined;
  const entries = [...documented].flatMap(([key, { slot, record, password }]): LedgerEntry[] => {
    const before = planning.ledger.get(key);
    if (input.unreadOrganizations.has(slot.organizationId) || input.unreadSlots.has(key))
      return before ? [before] : [];
    if (record === null && password === null) return [];
    return [
      {
        slot,
        record:
          record &&
          (before?.record?.id === record.id
            ? {
                ...atRest(planning, desired.get(key), record, before.record),
                keyDigest: keysGone ? null : before.record.keyDigest,
              }
            : { id: record.id, keyDigest: null, keyReadBack: null, updatedAt: null }),
        password:
          password &&
          (before?.password?.id === password.id
            ? passwordAtRest(planning, slot, password, before.password)
            : { id: password.id, keyDigest: null, passwordUpdatedAt: null }),
      },
    ];
  });
  return { entries, archivedUserRecords: archivedUserRecords(planning, operations) };
}

/** A stamp that moved again is taken for another browser's; one at rest was answered. */
function atRest(
  planning: Planning,
  wanted: DesiredSsid | undefined,
  record: FlexibleAsset,
  before: NonNullable<LedgerEntry['record']>,
): NonNullable<LedgerEntry['record']> {
  if (!before.rewritten || wanted === undefined) return before;
  const { rewritten, ...rest } = before;
  switch (stateOfRecordKey(planning, wanted, record)) {
    case 'known':
      return rest;
    case 'moved-again':
      return { ...rest, rewritten, updatedAt: planning.keysChangedAt.get(record.id) ?? null };
    case 'moved':
    case 'unknown':
      return before;
  }
}

/** One that moved again is decided by whoever can read the value: see the password's update. */
function passwordAtRest(
  planning: Planning,
  slot: Slot,
  password: Password,
  before: NonNullable<LedgerEntry['password']>,
): NonNullable<LedgerEntry['password']> {
  const { rewritten, ...rest } = before;
  const known = stateOfPasswordValue(planning, { slot }, password) === 'known';
  return rewritten && known ? rest : before;
}

/** Those that the extension archived and that still are, and those that the plan archives. */
function archivedUserRecords(
  planning: Planning,
  operations: readonly Operation[],
): WirelessLedger['archivedUserRecords'] {
  const { input } = planning;
  const owned = ownedIds(planning);
  const before = input.ledger.archivedUserRecords;
  const unread = (one: { organizationId: Parameters<typeof input.unreadOrganizations.has>[0] }) =>
    input.unreadOrganizations.has(one.organizationId);
  const records = new Map(input.records.map((one) => [one.id, one]));
  const passwords = new Map(input.passwords.map((one) => [one.id, one]));
  const stay = <Row extends Parameters<typeof unread>[0] & { archived: boolean }>(row?: Row) =>
    row !== undefined && (row.archived || unread(row));
  const userMade = operations.filter((one) => 'slot' in one && one.slot === null);
  return {
    records: sortedSet([
      ...before.records.filter((id) => stay(records.get(id)) && !owned.has(`record ${id}`)),
      ...userMade.flatMap((one) => (one.kind === 'archive-record' ? [one.recordId] : [])),
    ]),
    passwords: sortedSet([
      ...before.passwords.filter((id) => stay(passwords.get(id)) && !owned.has(`password ${id}`)),
      ...userMade.flatMap((one) => (one.kind === 'archive-password' ? [one.passwordId] : [])),
    ]),
  };
}

const sortedSet = <Id extends string>(ids: readonly Id[]): Id[] =>
  [...new Set(ids)].sort(compareIds);
