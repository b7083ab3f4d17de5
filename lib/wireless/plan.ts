import type { Planning } from './planning';
import { desiredSsids, type DesiredSsid } from './desired';
import type { FieldConflict } from '@/lib/model/problem';
import { conflictingFields } from './fields';
import type { WirelessInput } from './input';
import type { WirelessLedger } from './ledger';
import { nextLedger } from './next-ledger';
import type { Operation } from './operation';
import { archiveUserRecords, archiveSlot, ownedIds, unarchiveUserRecords } from './plan-archive';
import { planSlot, type HeldRecord } from './plan-slot';
import { disableType, planType, planTypeCopies } from './plan-type';
import { recognize } from './recognize';
import { identityKey, slotKey } from './slot';

export interface WirelessPlan {
  /** In the order in which they are to be sent; empty when nothing is to do. */
  readonly operations: readonly Operation[];
  /** Records that differ and are left as they are. */
  readonly held: readonly HeldRecord[];
  /** Why nothing can be documented. */
  readonly problems: readonly FieldConflict[];
  /**
   * To be stored before the first operation is sent: with ids recognized, forgotten, and those that
   * people made and the plan archives, so that a worker stopped in between has forgotten nothing.
   */
  readonly ledger: WirelessLedger;
}

/**
 * Decides what is to be written to IT Glue so that every SSID with a pre-shared key of a matched
 * organization is documented by one live record and one live password with their relations, and
 * nothing else that the extension made is live. Planning again after a part of the plan was carried out, in this
 * browser or with the memory of none, leads to the same end.
 * @param desired of the same organizations, where it is known already
 */
export function planWireless(
  input: WirelessInput,
  desired = desiredSsids(input.organizations),
): WirelessPlan {
  const documented = recognize(input, desired);
  const planning: Planning = {
    input,
    documented,
    ledger: new Map(input.ledger.entries.map((entry) => [slotKey(entry.slot), entry])),
    keysChangedAt: keysChangedAt(input),
    leftAlone: leftAlone(input),
  };
  const problems = input.type ? conflictingFields(input.type) : [];
  if (input.autoCreate && problems.length > 0)
    return { operations: [], held: [], problems, ledger: input.ledger };

  const { operations, held } = input.autoCreate
    ? documentation(planning, desired)
    : { operations: withdrawal(planning, problems.length > 0), held: [] };
  return {
    operations,
    held,
    problems: input.autoCreate ? problems : [],
    ledger: nextLedger(planning, operations, desired),
  };
}

function keysChangedAt({ passwords }: WirelessInput): Map<string, string> {
  const latest = new Map<string, string>();
  for (const { embeddedIn, passwordUpdatedAt: at } of passwords) {
    if (embeddedIn === null || at === null) continue;
    const known = latest.get(embeddedIn.id);
    if (known === undefined || Date.parse(at) > Date.parse(known)) latest.set(embeddedIn.id, at);
  }
  return latest;
}

function leftAlone({
  organizations,
  unreadOrganizations,
  unreadSlots,
}: WirelessInput): Planning['leftAlone'] {
  const networks = new Set<string>();
  const ssids = new Set<string>();
  for (const network of organizations.flatMap((one) => one.networks)) {
    if (!network.readable) networks.add(network.id);
    else
      for (const number of network.unreadableSsids)
        ssids.add(identityKey({ networkId: network.id, number }));
  }
  return (slot) =>
    unreadOrganizations.has(slot.organizationId) ||
    unreadSlots.has(slotKey(slot)) ||
    networks.has(slot.networkId) ||
    ssids.has(identityKey(slot));
}

/** Auto-Create is on. */
function documentation(planning: Planning, desired: ReadonlyMap<string, DesiredSsid>) {
  const { input, documented } = planning;
  const matched = new Set(input.organizations.map(({ id }) => id));
  const slots = [...documented.values()].filter(({ slot }) => !planning.leftAlone(slot));
  // Where the extension documented networks that are matched elsewhere now, or nowhere.
  const unmatched = new Set(
    [...documented.values()]
      .map(({ slot }) => slot.organizationId)
      .filter((id) => !matched.has(id)),
  );
  const undesired = slots.filter(({ slot }) => !desired.has(slotKey(slot)));
  const planned = slots.flatMap((one) => {
    const wanted = desired.get(slotKey(one.slot));
    return wanted ? [planSlot(planning, wanted, one)] : [];
  });
  const type = planType(input, planned.length > 0);
  const operations: Operation[] = [
    ...type,
    ...undesired.flatMap((one) => archiveSlot(one)),
    ...archiveUserRecords(planning, (organization) => unmatched.has(organization)),
    ...planned.flatMap(({ records }) => records),
    ...planned.flatMap(({ passwords }) => passwords),
    ...unarchiveUserRecords(planning, (organization) => !unmatched.has(organization)),
    ...planned.flatMap(({ relations }) => relations),
    ...planTypeCopies(input, ownedIds(planning)),
  ];
  return { operations, held: planned.flatMap((one) => one.held ?? []) };
}

/**
 * Auto-Create was switched off: archives everything of the type, user-made records included. A type
 * that the extension never used, since its fields are in the way, is left as it is.
 */
function withdrawal(planning: Planning, typeIsForeign: boolean): Operation[] {
  const { input, documented } = planning;
  const slots = [...documented.values()].filter(
    ({ slot }) =>
      !input.unreadOrganizations.has(slot.organizationId) && !input.unreadSlots.has(slotKey(slot)),
  );
  return [
    ...slots.flatMap((one) => archiveSlot(one)),
    ...(typeIsForeign ? [] : archiveUserRecords(planning, () => true)),
    // Last: after a stop, what is left to archive is still in a listed type.
    ...(typeIsForeign || !input.type?.enabled
      ? []
      : [disableType(input.type), ...planTypeCopies(input, ownedIds(planning))]),
  ];
}
