import { compareIds } from '@/lib/model/copies';
import type { FlexibleAsset } from '@/lib/model/flexible-asset';
import type { Password } from '@/lib/model/password';
import type { DesiredSsid } from './desired';
import type { WirelessInput } from './input';
import { isOwnLink } from './operation';
import { sameText, textKey } from './rich-text';
import { compareSlots, identityIn, slotKey, type Slot } from './slot';
import { differingFields, recordNames, traitOf } from './traits';

/** What IT Glue has for one slot. */
export interface RecognizedSlot {
  readonly slot: Slot;
  readonly record: FlexibleAsset | null;
  readonly password: Password | null;
  /** Further ones made for the same slot, e.g. where two browsers created at once; to be archived. */
  readonly duplicateRecords: readonly FlexibleAsset[];
  readonly duplicatePasswords: readonly Password[];
}

/** A slot and a thing that may be its own; the highest rank is served first. */
interface Claim<Thing> {
  readonly slot: Slot;
  readonly thing: Thing;
  readonly rank: readonly number[];
}

const byRank = (a: readonly number[], b: readonly number[]) =>
  a.map((value, index) => (b[index] ?? 0) - value).find((difference) => difference !== 0) ?? 0;

/** Hands things to slots, one to one, in an order that depends on nothing but the claims. */
function assign<Thing extends { readonly id: string }>(
  claims: readonly Claim<Thing>[],
  given: Map<string, Thing>,
): void {
  const taken = new Set([...given.values()].map(({ id }) => id));
  const ordered = [...claims].sort(
    (a, b) =>
      byRank(a.rank, b.rank) || compareSlots(a.slot, b.slot) || compareIds(a.thing.id, b.thing.id),
  );
  for (const { slot, thing } of ordered) {
    const key = slotKey(slot);
    if (given.has(key) || taken.has(thing.id)) continue;
    given.set(key, thing);
    taken.add(thing.id);
  }
}

/**
 * Finds records and passwords of slots again, whatever they are called by now, in this order: a
 * password by the marker in its notes, a record by the extension's link with such a password;
 * remembered ids; by a user's link, and by name among what is left, for slots that are to have one.
 * Of several with the marker every browser keeps the same, see `compareCopies`: what one browser
 * remembers counts only where nothing carries a marker.
 */
export function recognize(
  input: WirelessInput,
  desired: ReadonlyMap<string, DesiredSsid>,
): ReadonlyMap<string, RecognizedSlot> {
  const slots = new Map<string, Slot>();
  for (const { slot } of input.ledger.entries) slots.set(slotKey(slot), slot);
  for (const [key, { slot }] of desired) slots.set(key, slot);
  const marked = markedPasswords(input);
  for (const { slot } of marked) slots.set(slotKey(slot), slot);

  const passwords = passwordsOf(input, desired, marked);
  // A marker that was copied into the password of another slot says nothing about that one.
  const holder = new Map([...passwords].map(([key, { id }]) => [id, key]));
  const ownMarked = [
    ...marked.filter(({ thing }) => !holder.has(thing.id)),
    ...[...passwords].flatMap(([key, thing]): Claim<Password>[] => {
      const slot = slots.get(key);
      return slot ? [{ slot, thing, rank: [] }] : [];
    }),
  ];
  const linked = linkedRecords(input, input.records, ownMarked, desired);
  const records = recordsOf(input, desired, linked);
  const heldRecords = new Set([...records.values()].map(({ id }) => id));

  // A record that a user linked is no duplicate.
  const duplicateRecords = grouped(
    [
      ...linked.filter(({ ownLink }) => ownLink),
      ...linkedRecords(input, input.recordsOfCopies, ownMarked, desired),
      ...remembered(input, [...input.records, ...input.recordsOfCopies], 'record'),
    ].filter(({ thing }) => !heldRecords.has(thing.id)),
  );
  const duplicatePasswords = grouped(
    [...ownMarked, ...remembered(input, input.passwords.filter(isGeneral), 'password')].filter(
      ({ thing }) => !holder.has(thing.id),
    ),
  );
  const documented = [...slots].map(([key, slot]): [string, RecognizedSlot] => [
    key,
    {
      slot,
      record: records.get(key) ?? null,
      password: passwords.get(key) ?? null,
      duplicateRecords: duplicateRecords.get(key) ?? [],
      duplicatePasswords: duplicatePasswords.get(key) ?? [],
    },
  ]);
  return new Map(documented.sort(([, a], [, b]) => compareSlots(a.slot, b.slot)));
}

/** By slot, each thing once and in the order of ids. */
function grouped<Thing extends { readonly id: string }>(
  claims: readonly Claim<Thing>[],
): Map<string, Thing[]> {
  const groups = new Map<string, Map<string, Thing>>();
  for (const { slot, thing } of claims) {
    const group = groups.get(slotKey(slot)) ?? new Map<string, Thing>();
    groups.set(slotKey(slot), group.set(thing.id, thing));
  }
  return new Map(
    [...groups].map(([key, group]) => [
      key,
      [...group.values()].sort((a, b) => compareIds(a.id, b.id)),
    ]),
  );
}

/** What this browser remembers of slots, where it is still there and in the slot's organization. */
function remembered<Thing extends { readonly id: string; readonly organizationId: string }>(
  { ledger }: WirelessInput,
  things: readonly Thing[],
  what: 'record' | 'password',
): Claim<Thing>[] {
  const byId = new Map<string, Thing>(things.map((thing) => [thing.id, thing]));
  return ledger.entries.flatMap(({ slot, [what]: known }) => {
    const thing = known && byId.get(known.id);
    // One that was moved to another organization does not document this one any more.
    return thing?.organizationId === slot.organizationId ? [{ slot, thing, rank: [] }] : [];
  });
}

const alive = ({ archived }: { readonly archived: boolean }) => Number(!archived);
const isGeneral = ({ embeddedIn }: Password) => embeddedIn === null;

function markedPasswords({ passwords }: WirelessInput): Claim<Password>[] {
  return passwords.filter(isGeneral).flatMap((password) => {
    const identity = identityIn(password.notes);
    if (identity === null) return [];
    const slot = { organizationId: password.organizationId, ...identity };
    return [{ slot, thing: password, rank: [alive(password)] }];
  });
}

function passwordsOf(
  input: WirelessInput,
  desired: ReadonlyMap<string, DesiredSsid>,
  marked: readonly Claim<Password>[],
): Map<string, Password> {
  const general = input.passwords.filter(isGeneral);
  const given = new Map<string, Password>();
  assign(marked, given);
  assign(remembered(input, general, 'password'), given);

  const isMarked = new Set(marked.map(({ thing }) => thing.id));
  const byName = new Map<string, Password[]>();
  for (const password of general) {
    if (isMarked.has(password.id)) continue;
    const key = `${password.organizationId} ${textKey(password.name)}`;
    byName.set(key, [...(byName.get(key) ?? []), password]);
  }
  assign(
    [...desired.values()].flatMap(({ slot, password: { name } }) =>
      (byName.get(`${slot.organizationId} ${textKey(name)}`) ?? []).map((thing) => ({
        slot,
        thing,
        rank: [alive(thing)],
      })),
    ),
    given,
  );
  return given;
}

/**
 * Records among the rows that the extension linked with a slot's password, or that a user linked and
 * that are called as the slot's ought to be.
 */
function linkedRecords(
  input: WirelessInput,
  rows: readonly FlexibleAsset[],
  marked: readonly Claim<Password>[],
  desired: ReadonlyMap<string, DesiredSsid>,
): (Claim<FlexibleAsset> & { readonly ownLink: boolean })[] {
  const byId = new Map<string, FlexibleAsset>(rows.map((record) => [record.id, record]));
  const markedById = new Map<string, Claim<Password>>(marked.map((one) => [one.thing.id, one]));
  const claim = (
    record: FlexibleAsset | undefined,
    { slot }: Claim<Password>,
    ownLink: boolean,
  ) => {
    if (record?.organizationId !== slot.organizationId) return [];
    const wanted = desired.get(slotKey(slot));
    // A user may have linked a record of something else: it is left alone.
    if (!ownLink && !(wanted && looksLike(input, record, wanted))) return [];
    return [{ slot, thing: record, rank: [alive(record)], ownLink }];
  };
  const fromRecords = [...input.recordRelations].flatMap(([recordId, relations]) =>
    relations.flatMap((link) => {
      const password = link.kind === 'password' && markedById.get(link.destinationId);
      return password ? claim(byId.get(recordId), password, isOwnLink(link)) : [];
    }),
  );
  const fromPasswords = marked.flatMap((password) =>
    (input.passwordRelations.get(password.thing.id) ?? []).flatMap(({ kind, destinationId }) =>
      kind === 'flexible-asset' ? claim(byId.get(destinationId), password, false) : [],
    ),
  );
  return [...fromRecords, ...fromPasswords];
}

function recordsOf(
  input: WirelessInput,
  desired: ReadonlyMap<string, DesiredSsid>,
  linked: ReturnType<typeof linkedRecords>,
): Map<string, FlexibleAsset> {
  const given = new Map<string, FlexibleAsset>();
  assign(
    linked.filter(({ ownLink }) => ownLink),
    given,
  );
  assign(remembered(input, input.records, 'record'), given);
  assign(linked, given);

  const isLinked = new Set(linked.map(({ thing }) => thing.id));
  const byName = new Map<string, FlexibleAsset[]>();
  const nameOf = (organization: string, wifiName: string, ssidName: string) =>
    JSON.stringify([organization, textKey(wifiName), textKey(ssidName)]);
  for (const record of input.records) {
    if (isLinked.has(record.id)) continue;
    const [wifiName, ssidName] = recordNames(input.type, record);
    const key = nameOf(record.organizationId, wifiName, ssidName);
    byName.set(key, [...(byName.get(key) ?? []), record]);
  }
  assign(
    [...desired.values()].flatMap((one) => {
      const { wifiName, ssidName } = one.values;
      const named = byName.get(nameOf(one.slot.organizationId, wifiName, ssidName)) ?? [];
      // Of SSIDs with one name, each gets the record that is most like it.
      return named.map((thing) => ({
        slot: one.slot,
        thing,
        rank: [likeness(input, thing, one), alive(thing)],
      }));
    }),
    given,
  );
  return given;
}

const hasKey = ({ type }: WirelessInput, record: FlexibleAsset, { key }: DesiredSsid) =>
  traitOf(type, record, 'preSharedKey') === key;

function looksLike(input: WirelessInput, record: FlexibleAsset, wanted: DesiredSsid): boolean {
  const [wifiName, ssidName] = recordNames(input.type, record);
  const { values } = wanted;
  const sameNames = sameText(wifiName, values.wifiName) && sameText(ssidName, values.ssidName);
  return sameNames || hasKey(input, record, wanted);
}

function likeness(input: WirelessInput, record: FlexibleAsset, wanted: DesiredSsid): number {
  if (input.type === null) return 0;
  const differing = differingFields(input.type, record, wanted.values).length;
  return Number(hasKey(input, record, wanted)) * 10 - differing;
}
