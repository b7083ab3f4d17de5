import { compareCopies } from '@/lib/model/copies';
import type { FieldConflict } from '@/lib/model/problem';
import {
  nameKey,
  type FlexibleAssetField,
  type FlexibleAssetFieldDraft,
  type FlexibleAssetType,
  type FlexibleAssetTypeDraft,
} from '@/lib/model/flexible-asset';
import { readsAs } from './rich-text';

/**
 * The seven fields of a record. Two names of an SSID are documented: `wifiName` is what is
 * broadcast (the API's `wifi_name`), `ssidName` what people called the SSID in Network Manager
 * (`ssid_name`); the fields' names follow the API's. The network itself shows through its location.
 */
export type WirelessField =
  | 'wifiName'
  | 'ssidName'
  | 'securityType'
  | 'preSharedKey'
  | 'location'
  | 'matchedDevices'
  | 'unmatchedDevices';

/** In the order of a record's page. None is required: a record must not be refused for an empty one. */
export const fieldDrafts: Readonly<Record<WirelessField, FlexibleAssetFieldDraft>> = {
  wifiName: {
    order: 1,
    name: 'Wi-Fi Network Name',
    kind: 'Text',
    hint: 'The name that is broadcast',
    useForTitle: true,
    showInList: true,
  },
  ssidName: {
    order: 2,
    name: 'SSID Name',
    kind: 'Text',
    hint: "The SSID's name in Datto Network Manager",
    useForTitle: true,
    showInList: true,
  },
  securityType: { order: 3, name: 'Security Type', kind: 'Text', showInList: true },
  preSharedKey: { order: 4, name: 'Pre-shared Key', kind: 'Password' },
  location: { order: 5, name: 'Location', kind: 'Text', showInList: true },
  matchedDevices: {
    order: 6,
    name: 'Wireless Devices - Matched',
    kind: 'Tag',
    tagType: 'Configurations',
    hint: "The network's access points that are matched to a configuration",
  },
  unmatchedDevices: {
    order: 7,
    name: 'Wireless Devices - Unmatched',
    kind: 'Textbox',
    hint: "The network's other access points",
  },
};

export const wirelessFields = Object.keys(fieldDrafts) as WirelessField[];

/** The flexible asset type of the records, as it is made when missing. */
export const wirelessType: FlexibleAssetTypeDraft = {
  name: 'Datto Networking Wireless',
  description:
    'Wi-Fi networks with a pre-shared key, kept current by Datto Networking for IT Glue. Changes made here are overwritten.',
  icon: 'wifi',
  showInMenu: true,
  fields: Object.values(fieldDrafts),
};

/**
 * The type's field for a field of a record: the one of its name, else the one whose key tells that
 * it had that name before it was renamed (the key of a field stays).
 */
export function fieldOf(
  type: FlexibleAssetType,
  field: WirelessField,
): FlexibleAssetField | undefined {
  const { name } = fieldDrafts[field];
  return (
    type.fields.find((one) => one.name === name) ??
    type.fields.find((one) => one.nameKey === nameKey(name) && !isOurName(one.name))
  );
}

const isOurName = (name: string) =>
  wirelessFields.some((field) => fieldDrafts[field].name === name);

/** Fields that the type lacks. */
export const missingFields = (type: FlexibleAssetType): WirelessField[] =>
  wirelessFields.filter((field) => fieldOf(type, field) === undefined);

const kindText = (field: { kind: string; tagType?: string | null }) =>
  field.kind === 'Tag' ? `Tag (${field.tagType ?? 'nothing'})` : field.kind;

export function conflictingFields(type: FlexibleAssetType): FieldConflict[] {
  return wirelessFields.flatMap((field) => {
    const draft = fieldDrafts[field];
    const there = fieldOf(type, field);
    const [expected, actual] = [kindText(draft), there ? kindText(there) : ''];
    if (there === undefined || expected === actual) return [];
    return [
      {
        kind: 'field-of-another-kind' as const,
        field: there.name,
        expected,
        actual,
        type: type.name,
      },
    ];
  });
}

/**
 * Which of the types of this name is used, as there may be several: one with no field in the way, and
 * of these the one that all browsers choose. Most of the record's fields are its marker.
 */
export function chooseType(types: readonly FlexibleAssetType[]): FlexibleAssetType | null {
  const [best] = types
    .filter((type) => type.name === wirelessType.name)
    .map((type) => ({
      type,
      id: type.id,
      archived: !type.enabled,
      marked: missingFields(type).length * 2 < wirelessFields.length,
      conflicts: Number(conflictingFields(type).length > 0),
    }))
    .sort((a, b) => a.conflicts - b.conflicts || compareCopies(a, b));
  return best?.type ?? null;
}

/**
 * The types among these that are copies of the chosen one: made by the extension, as by another browser
 * at the same time, and not changed since.
 */
export const copiesOf = (
  chosen: FlexibleAssetType,
  types: readonly FlexibleAssetType[],
): FlexibleAssetType[] =>
  types.filter(
    (type) =>
      type.id !== chosen.id &&
      type.name === wirelessType.name &&
      type.fields.length === wirelessFields.length &&
      missingFields(type).length === 0 &&
      conflictingFields(type).length === 0 &&
      readsAs(type.description ?? '', wirelessType.description),
  );
