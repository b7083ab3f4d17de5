import type {
  FlexibleAsset,
  FlexibleAssetType,
  TraitValue,
  WrittenTrait,
  WrittenTraits,
} from '@/lib/model/flexible-asset';
import type { RecordValues } from './desired';
import { fieldOf, wirelessFields, type WirelessField } from './fields';

const valueOf = (
  values: RecordValues,
  key: string,
  field: WirelessField,
): string | readonly string[] => (field === 'preSharedKey' ? key : values[field]);

/** Traits of fields that users added to the type, in the form in which they are written. */
export function userTraits(
  type: FlexibleAssetType,
  traits: Readonly<Record<string, TraitValue>>,
): WrittenTraits {
  const own = new Set(wirelessFields.map((field) => fieldOf(type, field)?.nameKey));
  return Object.fromEntries(
    type.fields
      // Headers have no value, and uploads are not written as traits.
      .filter(({ nameKey, kind }) => !own.has(nameKey) && kind !== 'Header' && kind !== 'Upload')
      .flatMap(({ nameKey }): [string, WrittenTrait][] => {
        const value = traits[nameKey] ?? null;
        if (value === null) return [];
        return [[nameKey, typeof value === 'object' ? value.values.map(({ id }) => id) : value]];
      }),
  );
}

/**
 * All traits of a record, as an update needs them: it deletes those that are left out. Empty ones
 * are left out.
 * @param type as read after its last change; fields it lacks are left out
 * @param others of `userTraits`
 */
export function writtenTraits(
  type: FlexibleAssetType,
  values: RecordValues,
  key: string,
  others: WrittenTraits,
): WrittenTraits {
  const own = wirelessFields.flatMap((field): [string, WrittenTrait][] => {
    const nameKey = fieldOf(type, field)?.nameKey;
    const value = valueOf(values, key, field);
    return nameKey === undefined || value.length === 0 ? [] : [[nameKey, value]];
  });
  return { ...others, ...Object.fromEntries(own) };
}

/** Whether a trait, as IT Glue returns it, is what would be written. Order within a tag has no meaning. */
function reads(trait: TraitValue | undefined, wanted: string | readonly string[]): boolean {
  if (typeof wanted === 'string') return (trait ?? '') === wanted;
  if (trait === undefined || trait === null || trait === '') return wanted.length === 0;
  if (typeof trait !== 'object') return false;
  const ids = new Set(trait.values.map(({ id }) => id));
  return ids.size === wanted.length && wanted.every((id) => ids.has(id));
}

/** Fields but for the key in which a record differs from what is wanted. */
export function differingFields(
  type: FlexibleAssetType,
  record: FlexibleAsset,
  values: RecordValues,
): WirelessField[] {
  return wirelessFields.filter((field) => {
    if (field === 'preSharedKey') return false;
    const there = fieldOf(type, field);
    return !reads(there && record.traits[there.nameKey], valueOf(values, '', field));
  });
}

/** The record's trait for a field; `undefined` where there is none. */
export function traitOf(
  type: FlexibleAssetType | null,
  record: FlexibleAsset,
  field: WirelessField,
): TraitValue | undefined {
  const there = type && fieldOf(type, field);
  return there ? record.traits[there.nameKey] : undefined;
}
