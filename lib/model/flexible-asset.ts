import type { FlexibleAssetId, FlexibleAssetTypeId, OrganizationId } from './ids';

/** The kinds of field a flexible asset type may have. */
type FieldKind =
  | 'Checkbox'
  | 'Date'
  | 'Header'
  | 'Number'
  | 'Select'
  | 'Text'
  | 'Textbox'
  | 'Upload'
  | 'Tag'
  | 'Percent'
  | 'Password';

/** One field of a flexible asset type. */
export interface FlexibleAssetField {
  readonly id: string;
  readonly order: number;
  readonly name: string;
  /** The key of the field's trait: the name in lower case, non-alphanumerics as dashes. */
  readonly nameKey: string;
  /** One of {@link FieldKind}; a value unknown to us may appear. */
  readonly kind: string;
  readonly required: boolean;
  readonly useForTitle: boolean;
  readonly showInList: boolean;
  /** What a Tag field refers to, e.g. `Configurations`. */
  readonly tagType: string | null;
}

/** A kind of record that a tenant defined. */
export interface FlexibleAssetType {
  readonly id: FlexibleAssetTypeId;
  readonly name: string;
  readonly description: string | null;
  readonly icon: string | null;
  /** A disabled type is out of the sidebar and the global list. */
  readonly enabled: boolean;
  readonly showInMenu: boolean;
  /** In their order. */
  readonly fields: readonly FlexibleAssetField[];
}

/** What a Tag field refers to. */
interface TagTrait {
  readonly type: string;
  readonly values: readonly { readonly id: string; readonly name: string | null }[];
}

/** A field's value; texts exactly as written, never trimmed. */
export type TraitValue = string | number | boolean | null | TagTrait | OpaqueTrait;

/** A value of a shape that has no meaning here, such as that of an upload: it is there, and no more is known. */
interface OpaqueTrait {
  readonly opaque: true;
}

/** One record of a flexible asset type. */
export interface FlexibleAsset {
  readonly id: FlexibleAssetId;
  readonly organizationId: OrganizationId;
  readonly typeId: FlexibleAssetTypeId;
  /** Made by IT Glue of the title fields. */
  readonly name: string;
  readonly archived: boolean;
  /** By the fields' name keys. */
  readonly traits: Readonly<Record<string, TraitValue>>;
  /** RFC 3339 */
  readonly updatedAt: string | null;
}

/** A field's value as it is written: a Tag as the ids it refers to. */
export type WrittenTrait = string | number | boolean | readonly string[];
/** By the fields' name keys. */
export type WrittenTraits = Readonly<Record<string, WrittenTrait>>;

export interface FlexibleAssetFieldDraft {
  readonly order: number;
  readonly name: string;
  readonly kind: FieldKind;
  readonly hint?: string;
  readonly required?: boolean;
  /** Never for Password, Tag and Textbox. */
  readonly useForTitle?: boolean;
  /** At least one field of a type is shown in the list. */
  readonly showInList?: boolean;
  readonly tagType?: string;
  /** The options of a Select, one a line. */
  readonly defaultValue?: string;
}

export interface FlexibleAssetTypeDraft {
  readonly name: string;
  readonly description: string;
  readonly icon: string;
  readonly showInMenu: boolean;
  readonly fields: readonly FlexibleAssetFieldDraft[];
}

/** The key of a field's trait: the name in lower case, non-alphanumerics as dashes. */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
