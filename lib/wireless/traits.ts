import type {
  FlexibleAsset,
  FlexibleAssetField,
  FlexibleAssetType,
  TraitValue,
  WrittenTrait,
  WrittenTraits,
} from '@/lib/model/flexible-asset';
import type { Password } from '@/lib/model/password';
import type { Reformatted } from '@/lib/model/documented-ssid';
import type { RecordValues } from './record-values';
import { fieldDrafts, fieldOf, wirelessFields, type WirelessField } from './fields';
import { htmlOf, readsAs, sameText } from './rich-text';

const valueOf = (
  values: RecordValues,
  key: string,
  field: WirelessField,
): string | readonly string[] => (field === 'preSharedKey' ? key : values[field]);

/**
 * Kinds of field whose value is written as it was read. Not so `Upload`, which loses its file, and
 * `Password`, which reads as the id of its password and would become that number: see the API's
 * facts. A kind that is not known here may be like them.
 */
const writableKinds = new Set([
  'Checkbox',
  'Date',
  'Number',
  'Percent',
  'Select',
  'Tag',
  'Text',
  'Textbox',
]);

/** What users have put into a record besides the extension's own fields. */
export interface UserTraits {
  /** As an update writes it back. */
  readonly written: WrittenTraits;
  /**
   * Names of fields that hold something which no update can write back. While there is one, the
   * record's traits are not to be replaced.
   */
  readonly unwritable: readonly string[];
}

export function userTraits(
  type: FlexibleAssetType,
  traits: Readonly<Record<string, TraitValue>>,
): UserTraits {
  const own = new Set(wirelessFields.map((field) => fieldOf(type, field)?.nameKey));
  const fields = new Map(type.fields.map((field) => [field.nameKey, field]));
  const written: Record<string, WrittenTrait> = {};
  const unwritable: string[] = [];
  for (const [nameKey, value] of Object.entries(traits)) {
    const field = fields.get(nameKey);
    if (own.has(nameKey) || field?.kind === 'Header' || isEmpty(value)) continue;
    const back = field && writableKinds.has(field.kind) ? asWritten(field.kind, value) : null;
    if (back === null) unwritable.push(field?.name ?? nameKey);
    else written[nameKey] = back;
  }
  return { written, unwritable };
}

/** A user's Password fields of which a record shows nothing, whether they hold something or not. */
const unshownPasswords = (type: FlexibleAssetType, record: FlexibleAsset): FlexibleAssetField[] =>
  type.fields.filter(
    (field) =>
      field.kind === 'Password' &&
      field !== fieldOf(type, 'preSharedKey') &&
      isEmpty(record.traits[field.nameKey] ?? null),
  );

/** Whether only the passwords embedded in a record tell if a user's field of it holds something. */
export const mayHidePasswords = (type: FlexibleAssetType, record: FlexibleAsset): boolean =>
  unshownPasswords(type, record).length > 0;

/**
 * Names of fields in which something may be that no update can write back: those that show it, and a user's
 * Password fields that show nothing where more passwords are embedded than the shown fields account for. What an
 * API key without password access is shown of such a field is documented nowhere.
 * @param passwords of the record's organization, embedded ones too
 */
export function unwritableFields(
  type: FlexibleAssetType,
  record: FlexibleAsset,
  passwords: readonly Password[],
): readonly string[] {
  const { unwritable } = userTraits(type, record.traits);
  const unshown = unshownPasswords(type, record);
  if (unshown.length === 0) return unwritable;
  const shown = type.fields.filter(
    ({ kind, nameKey }) => kind === 'Password' && !isEmpty(record.traits[nameKey] ?? null),
  );
  const ownKey = fieldOf(type, 'preSharedKey');
  // The key is there, shown or not.
  const expected = shown.length + (ownKey && !shown.includes(ownKey) ? 1 : 0);
  const embedded = passwords.filter(({ embeddedIn }) => embeddedIn?.id === record.id);
  return embedded.length > expected
    ? [...unwritable, ...unshown.map(({ name }) => name)]
    : unwritable;
}

/** Whether leaving the trait out loses nothing. */
const isEmpty = (value: TraitValue): boolean =>
  value === null ||
  value === '' ||
  (typeof value === 'object' && 'values' in value && value.values.length === 0);

/** The form in which the value is written; `null` where it is not what a field of the kind holds. */
function asWritten(kind: string, value: TraitValue): WrittenTrait | null {
  if (value === null) return null;
  if (typeof value !== 'object') return kind === 'Tag' ? null : value;
  return kind === 'Tag' && 'values' in value ? value.values.map(({ id }) => id) : null;
}

/**
 * All traits of a record, as an update needs them: it deletes those that are left out. Empty ones
 * are left out.
 * @param type as read after its last change; fields it lacks are left out
 * @param others what `userTraits` writes back
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
    if (nameKey === undefined || value.length === 0) return [];
    return [[nameKey, typeof value === 'string' && isTextbox(field) ? htmlOf(value) : value]];
  });
  return { ...others, ...Object.fromEntries(own) };
}

const isTextbox = (field: WirelessField) => fieldDrafts[field].kind === 'Textbox';

/**
 * Whether a trait, as IT Glue returns it, says what would be written, in whatever form IT Glue keeps
 * a text. Order within a tag has no meaning.
 */
function reads(
  field: WirelessField,
  trait: TraitValue | undefined,
  wanted: string | readonly string[],
): boolean {
  if (typeof wanted === 'string') {
    const text = trait ?? '';
    if (typeof text !== 'string') return false;
    return isTextbox(field) ? readsAs(text, wanted) : sameText(text, wanted);
  }
  if (trait === undefined || trait === null || trait === '') return wanted.length === 0;
  if (typeof trait !== 'object' || 'opaque' in trait) return false;
  const ids = new Set(trait.values.map(({ id }) => id));
  return ids.size === wanted.length && wanted.every((id) => ids.has(id));
}

/** By `WirelessField`: texts of a record that IT Glue answered in another form than they were written. */
export type ReformattedTraits = Readonly<Record<string, Reformatted>>;

/** Fields but for the key in which a record differs from what is wanted. */
export function differingFields(
  type: FlexibleAssetType,
  record: FlexibleAsset,
  values: RecordValues,
  reformatted: ReformattedTraits = {},
): WirelessField[] {
  return wirelessFields.filter((field) => {
    if (field === 'preSharedKey') return false;
    const there = fieldOf(type, field);
    const trait = there && record.traits[there.nameKey];
    const wanted = valueOf(values, '', field);
    const before = reformatted[field];
    if (before?.sent === wanted && before.read === (trait ?? '')) return false;
    return !reads(field, trait, wanted);
  });
}

/** The texts that IT Glue's answer to a write has in another form than they were written. */
export function reformattedTraits(
  type: FlexibleAssetType,
  answer: FlexibleAsset,
  values: RecordValues,
): ReformattedTraits {
  return Object.fromEntries(
    differingFields(type, answer, values).flatMap((field): [string, Reformatted][] => {
      const sent = valueOf(values, '', field);
      const read = traitOf(type, answer, field) ?? '';
      return typeof sent === 'string' && typeof read === 'string' ? [[field, { sent, read }]] : [];
    }),
  );
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

/** The broadcast name and the SSID's own in a record: by what it is recognized. */
export function recordNames(
  type: FlexibleAssetType | null,
  record: FlexibleAsset,
): readonly [wifiName: string, ssidName: string] {
  const text = (field: WirelessField) => {
    const trait = traitOf(type, record, field);
    return typeof trait === 'string' ? trait : '';
  };
  return [text('wifiName'), text('ssidName')];
}

/** Ids of all that the record's Tag fields point to. */
export const taggedIds = ({ traits }: FlexibleAsset): string[] =>
  Object.values(traits).flatMap((trait) =>
    trait !== null && typeof trait === 'object' && 'values' in trait
      ? trait.values.map(({ id }) => id)
      : [],
  );
