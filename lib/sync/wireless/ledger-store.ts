import type { DocumentedSsid } from '@/lib/model/documented-ssid';
import { newWirelessState, type WirelessState } from '@/lib/model/documented-ssid';
import { readMeta, writeMeta } from '@/lib/store/meta';
import type { Database, WriteTransaction } from '@/lib/store/schema';
import type { LedgerEntry, WirelessLedger } from '@/lib/wireless/ledger';
import { slotKey, type Slot } from '@/lib/wireless/slot';
import * as stored from '@/lib/store/stored';
import type { Reader } from '@/lib/store/table';

export async function readWirelessState(from: Reader): Promise<WirelessState> {
  // What an earlier version kept lacks what came since.
  return { ...newWirelessState, ...(await readMeta(from, 'wireless')) };
}

export async function changeWirelessState(
  transaction: WriteTransaction,
  change: (state: WirelessState) => Partial<WirelessState>,
): Promise<void> {
  const state = await readWirelessState(transaction);
  await writeMeta(transaction, 'wireless', { ...state, ...change(state) });
}

export async function readLedger(store: Database): Promise<WirelessLedger> {
  const [rows, { archivedUserRecords }] = await Promise.all([
    stored.documentedSsids.all(store),
    readWirelessState(store),
  ]);
  return { entries: rows.map(toEntry), archivedUserRecords };
}

const toEntry = ({ slot, record, password }: DocumentedSsid): LedgerEntry => ({
  slot,
  record,
  password,
});

/** What an SSID and its network are called. */
export type NamesOf = (slot: Slot) => { readonly networkName?: string; readonly ssidName?: string };

/** Replaces the stored ledger by a plan's. */
export async function keepLedger(
  transaction: WriteTransaction,
  ledger: WirelessLedger,
  namesOf: NamesOf,
): Promise<void> {
  const keys = new Set(ledger.entries.map(({ slot }) => slotKey(slot)));
  const known = await stored.documentedSsids.keys(transaction);
  await stored.documentedSsids.removeAll(
    transaction,
    known.filter((key) => !keys.has(key)),
  );
  await keepEntries(transaction, ledger.entries, namesOf);
  await changeWirelessState(transaction, () => ({
    archivedUserRecords: ledger.archivedUserRecords,
  }));
}

/** Keeps what is remembered of SSIDs, with their names where they are known. */
export async function keepEntries(
  transaction: WriteTransaction,
  entries: readonly LedgerEntry[],
  namesOf: NamesOf,
): Promise<void> {
  const keys = entries.map(({ slot }) => slotKey(slot));
  const known = await stored.documentedSsids.getMany(transaction, keys);
  const before = new Map(known.map((row) => [row.key, row]));
  await stored.documentedSsids.putAll(
    transaction,
    entries.map((entry) => documented(entry, before.get(slotKey(entry.slot)), namesOf)),
  );
}

function documented(
  { slot: { organizationId, networkId, number }, record, password }: LedgerEntry,
  before: DocumentedSsid | undefined,
  namesOf: NamesOf,
): DocumentedSsid {
  const slot = { organizationId, networkId, number };
  const names = namesOf(slot);
  return {
    key: slotKey(slot),
    slot,
    record,
    password,
    networkName: names.networkName ?? before?.networkName ?? networkId,
    ssidName: names.ssidName ?? before?.ssidName ?? `SSID ${number}`,
    archived: before?.archived ?? false,
    syncedAt: before?.syncedAt ?? null,
    ...(before?.heldBy && { heldBy: before.heldBy }),
  };
}

/** What is remembered of one SSID, as a ledger of its own. */
export async function ledgerOf(transaction: WriteTransaction, slot: Slot): Promise<WirelessLedger> {
  const row = await stored.documentedSsids.get(transaction, slotKey(slot));
  return {
    entries: row ? [toEntry(row)] : [],
    archivedUserRecords: { records: [], passwords: [] },
  };
}

/** Remembers which records are left as they are, and by which fields; the others are not any more. */
export async function keepHeld(
  transaction: WriteTransaction,
  held: readonly { readonly slot: Slot; readonly fields: readonly string[] }[],
): Promise<void> {
  const fieldsOf = new Map(held.map(({ slot, fields }) => [slotKey(slot), fields]));
  const rows = await stored.documentedSsids.all(transaction);
  await stored.documentedSsids.putAll(
    transaction,
    rows
      .filter(({ key, heldBy }) => (heldBy ?? []).join() !== (fieldsOf.get(key) ?? []).join())
      .map((row) => ({ ...row, heldBy: fieldsOf.get(row.key) ?? [] })),
  );
}

/** Marks SSIDs as being documented as they ought to be. */
export async function markSynced(
  transaction: WriteTransaction,
  slots: readonly { readonly key: string; readonly archived: boolean }[],
  at: string,
): Promise<void> {
  const archived = new Map(slots.map((slot) => [slot.key, slot.archived]));
  await stored.documentedSsids.changeMany(transaction, [...archived.keys()], (row) => ({
    ...row,
    archived: archived.get(row.key) ?? row.archived,
    syncedAt: at,
  }));
}
