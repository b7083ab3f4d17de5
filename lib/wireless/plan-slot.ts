import { compareIds } from '@/lib/model/copies';
import type { FlexibleAsset } from '@/lib/model/flexible-asset';
import type { Password } from '@/lib/model/password';
import type { RelatedItem } from '@/lib/model/related-item';
import { fieldDrafts, type WirelessField } from './fields';
import type { DesiredSsid } from './desired';
import type { WirelessInput } from './input';
import type { Planning } from './planning';
import { isOwnLink, type Operation, type RelationDestination } from './operation';
import { archiveDuplicates, recordOf, passwordOf } from './plan-archive';
import { stateOfPasswordValue, stateOfRecordKey } from './key-state';
import type { RecognizedSlot } from './recognize';
import { slotKey, type Slot } from './slot';
import { differingTexts } from './password-texts';
import { differingFields, taggedIds, unwritableFields } from './traits';

export interface SlotPlan {
  readonly records: readonly Operation[];
  readonly passwords: readonly Operation[];
  readonly relations: readonly Operation[];
  /** The record that differs and cannot be updated; `null` where there is none. */
  readonly held: HeldRecord | null;
}

/** A record that is left as it is, since an update would lose what a user put into it. */
export interface HeldRecord {
  readonly slot: Slot;
  readonly subject: string;
  /** Names of the fields that hold it. */
  readonly fields: readonly string[];
}

/** What makes one SSID documented: a live record, a live password, their relations, and no second of either. */
export function planSlot(planning: Planning, wanted: DesiredSsid, has: RecognizedSlot): SlotPlan {
  const duplicates = archiveDuplicates(has);
  const { operations, held } = recordPlan(planning, wanted, has.record);
  return {
    held,
    records: [...duplicates.records, ...operations],
    passwords: [...duplicates.passwords, ...passwordPlan(planning, wanted, has.password)],
    relations: relationPlan(planning.input, wanted, has),
  };
}

const about = ({ slot, subject }: DesiredSsid) => ({
  organizationId: slot.organizationId,
  slot,
  subject,
});

function recordPlan(
  planning: Planning,
  wanted: DesiredSsid,
  record: FlexibleAsset | null,
): { readonly operations: Operation[]; readonly held: HeldRecord | null } {
  const { values } = wanted;
  const names = (fields: readonly WirelessField[]) =>
    fields.map((field) => fieldDrafts[field].name);
  if (record === null) {
    const fields = Object.values(fieldDrafts).map(({ name }) => name);
    return {
      operations: [{ kind: 'create-record', values, ...about(wanted), fields }],
      held: null,
    };
  }
  const operations: Operation[] = [];
  if (record.archived)
    operations.push({ ...about(wanted), ...recordOf('unarchive-record', wanted.slot, record) });
  const { type } = planning.input;
  if (type === null) return { operations, held: null };
  const remembered = planning.ledger.get(slotKey(wanted.slot))?.record;
  const reformatted = remembered?.id === record.id ? remembered.reformatted : undefined;
  const differing = differingFields(type, record, values, reformatted);
  const key = stateOfRecordKey(planning, wanted, record);
  const keyMoved = key === 'moved';
  if (keyMoved || key === 'unknown') differing.push('preSharedKey');
  if (differing.length === 0) return { operations, held: null };
  const unwritable = unwritableFields(type, record, planning.input.passwords);
  if (unwritable.length > 0)
    return { operations, held: { slot: wanted.slot, subject: wanted.subject, fields: unwritable } };
  operations.push({
    kind: 'update-record',
    recordId: record.id,
    values,
    keyMoved: keyMoved && differing.length === 1,
    ...about(wanted),
    fields: names(differing),
  });
  return { operations, held: null };
}

function passwordPlan(
  planning: Planning,
  wanted: DesiredSsid,
  password: Password | null,
): Operation[] {
  const { name, notes } = wanted.password;
  if (password === null)
    return [
      {
        kind: 'create-password',
        name,
        notes,
        ...about(wanted),
        fields: ['Name', 'Password', 'Notes'],
      },
    ];
  const operations: Operation[] = [];
  if (password.archived)
    operations.push({
      ...about(wanted),
      ...passwordOf('unarchive-password', wanted.slot, password),
    });
  const remembered = planning.ledger.get(slotKey(wanted.slot))?.password;
  const value = stateOfPasswordValue(planning, wanted, password);
  const reformatted = remembered?.id === password.id ? remembered.reformatted : undefined;
  const differing = differingTexts(password, wanted.password, reformatted);
  const changes = {
    ...(differing.includes('name') && { name }),
    ...(differing.includes('notes') && { notes }),
  };
  const fields = [
    ...('name' in changes ? ['Name'] : []),
    ...(value === 'known' ? [] : ['Password']),
    ...('notes' in changes ? ['Notes'] : []),
  ];
  if (fields.length > 0)
    operations.push({
      kind: 'update-password',
      passwordId: password.id,
      changes,
      value,
      ...about(wanted),
      fields,
    });
  return operations;
}

/** Links from the record to its password and to the configurations of the access points; links that users made stay. */
function relationPlan(input: WirelessInput, wanted: DesiredSsid, has: RecognizedSlot): Operation[] {
  const { slot } = wanted;
  const { record, password } = has;
  // Of a record whose links could not be read, only those to what is new are known to be missing.
  const there = record ? input.recordRelations.get(record.id) : [];
  const destinations: RelationDestination[] = [
    { kind: 'password', password: password ? { id: password.id } : { createdFor: slot } },
    ...wanted.values.matchedDevices.map((configurationId) => ({
      kind: 'configuration' as const,
      configurationId,
    })),
  ];
  const wantedEnds = new Map(
    destinations.map((destination) => [endOf(destination), destination] as const),
  );
  const operations: Operation[] = [];
  const linked = new Set<string>();
  const tagged = new Set(record ? taggedIds(record) : []);
  const madeByTag = (link: RelatedItem) => link.notes === null && tagged.has(link.destinationId);
  // A link that a user made is as good as the extension's own, which then is removed. So is one that
  // a Tag field makes by itself, but it goes with its tag: the own one stays beside it.
  const order = (link: RelatedItem) => (isOwnLink(link) ? 1 : madeByTag(link) ? 2 : 0);
  const sorted = [...(there ?? [])].sort((a, b) => order(a) - order(b) || compareIds(a.id, b.id));
  for (const link of sorted) {
    const { id, kind, destinationId } = link;
    const end = `${kind} ${destinationId}`;
    const own = isOwnLink(link) && (kind === 'password' || kind === 'configuration');
    if (record && own && (!wantedEnds.has(end) || linked.has(end)))
      operations.push({
        kind: 'unrelate',
        recordId: record.id,
        relationId: id,
        ...about(wanted),
        fields: [],
      });
    linked.add(end);
  }
  for (const [end, destination] of wantedEnds) {
    const isNew = destination.kind === 'password' && password === null;
    if (linked.has(end) || (there === undefined && !isNew)) continue;
    operations.push({
      kind: 'relate',
      record: record ? { id: record.id } : { createdFor: slot },
      destination,
      ...about(wanted),
      fields: [],
    });
  }
  return operations;
}

const endOf = (destination: RelationDestination) =>
  destination.kind === 'configuration'
    ? `configuration ${destination.configurationId}`
    : `password ${'id' in destination.password ? destination.password.id : ''}`;
