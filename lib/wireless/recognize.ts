import type { FlexibleAsset } from '@/lib/model/flexible-asset';
import type { Password } from '@/lib/model/password';
import type { DesiredSsid } from './desired';
import type { WirelessInput } from './input';
import { isOwnLink } from './operation';
import { sameText, textKey } from './rich-text';
import { compareIds, compareSlots, identityIn, slotKey, type Slot } from './slot';
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
 * Finds records and passwords of slots again, whatever they are called by now, in this order:
 * remembered ids; a password by the marker in its notes, a record by its link with such a password;
 * by name among what is left, for slots that are to have one.
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
  const linked = linkedRecords(input, ownMarked, passwords, desired);
  const records = recordsOf(input, desired, linked);
  const heldRecords = new Set([...records.values()].map(({ id }) => id));

  // A record that a user linked is no duplicate.
  const duplicateRecords = grouped(
    linked.filter(({ ownLink, thing }) => ownLink && !heldRecords.has(thing.id)),
  );
  const duplicatePasswords = grouped(ownMarked.filter(({ thing }) => !holder.has(thing.id)));
  const documented = [...slots].map(([key, slot]): [string, RecognizedSlot] => [
    key,
    {
      slot,
      record: records.get(key) ?? null,
      password: passwords.get(key) ?? null,
      duplicateRecords: [...(duplicateRecords.get(key)?.values() ?? [])],
      duplicatePasswords: [...(duplicatePasswords.get(key)?.values() ?? [])],
    },
  ]);
  return new Map(documented.sort(([, a], [, b]) => compareSlots(a.slot, b.slot)));
}

/** By slot, then by id. */
function grouped<Thing extends { readonly id: string }>(
  claims: readonly Claim<Thing>[],
): Map<string, Map<string, Thing>> {
  const groups = new Map<string, Map<string, Thing>>();
  for (const { slot, thing } of claims) {
    const group = groups.get(slotKey(slot)) ?? new Map<string, Thing>();
    groups.set(slotKey(slot), group.set(thing.id, thing));
  }
  return groups;
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
  const byId = new Map(general.map((password) => [password.id, password]));
  const given = new Map<string, Password>();
  for (const { slot, password } of input.ledger.entries) {
    const there = password && byId.get(password.id);
    // One that was moved to another organization does not document this one any more.
    if (there?.organizationId === slot.organizationId) given.set(slotKey(slot), there);
  }
  assign(marked, given);

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

/** Records that the extension linked with a slot's password, or that a user linked and that say what the slot says. */
function linkedRecords(
  input: WirelessInput,
  marked: readonly Claim<Password>[],
  passwords: ReadonlyMap<string, Password>,
  desired: ReadonlyMap<string, DesiredSsid>,
): (Claim<FlexibleAsset> & { readonly ownLink: boolean })[] {
  const byId = new Map<string, FlexibleAsset>(input.records.map((record) => [record.id, record]));
  const markedById = new Map<string, Claim<Password>>(marked.map((one) => [one.thing.id, one]));
  const claim = (
    record: FlexibleAsset | undefined,
    password: Claim<Password>,
    ownLink: boolean,
  ) => {
    const { slot } = password;
    if (record?.organizationId !== slot.organizationId) return [];
    const wanted = desired.get(slotKey(slot));
    const current = passwords.get(slotKey(slot))?.id === password.thing.id;
    const alike = wanted !== undefined && looksLike(input, record, wanted);
    // A user may have linked a record of something else: it is left alone.
    if (!ownLink && !alike) return [];
    const rank = [Number(ownLink), Number(current), Number(alike), alive(record)];
    return [{ slot, thing: record, rank, ownLink }];
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
  linked: readonly Claim<FlexibleAsset>[],
): Map<string, FlexibleAsset> {
  const byId = new Map(input.records.map((record) => [record.id, record]));
  const given = new Map<string, FlexibleAsset>();
  for (const { slot, record } of input.ledger.entries) {
    const there = record && byId.get(record.id);
    if (there?.organizationId === slot.organizationId) given.set(slotKey(slot), there);
  }
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
