import type { FlexibleAssetFieldDraft, FlexibleAssetTypeDraft } from '@/lib/model/flexible-asset';
import type {
  ConfigurationId,
  FlexibleAssetId,
  FlexibleAssetTypeId,
  OrganizationId,
  PasswordId,
} from '@/lib/model/ids';
import type { RelatedItem } from '@/lib/model/related-item';
import type { RecordValues } from './record-values';
import { readsAs, sameText } from './rich-text';
import { slotKey, type Slot } from './slot';

/** A record or password that exists, or the one that an earlier operation of the plan creates for the slot. */
export type Reference<Id> = { readonly id: Id } | { readonly createdFor: Slot };

export type RelationDestination =
  | { readonly kind: 'password'; readonly password: Reference<PasswordId> }
  | { readonly kind: 'configuration'; readonly configurationId: ConfigurationId };

/** These notes mark the extension's own links; links that users made are left alone. */
export const relationNotes = 'Datto Networking';

/** Whether the extension made the link, in whatever form IT Glue keeps its notes. */
export const isOwnLink = ({ notes }: Pick<RelatedItem, 'notes'>): boolean =>
  notes !== null && (sameText(notes, relationNotes) || readsAs(notes, relationNotes));

type TypeWrite =
  | { readonly kind: 'create-type'; readonly draft: FlexibleAssetTypeDraft }
  | {
      readonly kind: 'repair-type';
      readonly typeId: FlexibleAssetTypeId;
      /** The fields to add. */
      readonly drafts: readonly FlexibleAssetFieldDraft[];
    }
  | { readonly kind: 'enable-type' | 'disable-type'; readonly typeId: FlexibleAssetTypeId };

type RecordWrite =
  | { readonly kind: 'create-record'; readonly slot: Slot; readonly values: RecordValues }
  | {
      readonly kind: 'update-record';
      readonly slot: Slot;
      readonly recordId: FlexibleAssetId;
      readonly values: RecordValues;
      /** Whether the key is written again only since its stamp moved: see `Rewritten`. */
      readonly keyMoved: boolean;
    }
  | {
      readonly kind: 'archive-record' | 'unarchive-record';
      /** `null` for one that a user made. */
      readonly slot: Slot | null;
      readonly recordId: FlexibleAssetId;
    };

type PasswordWrite =
  | {
      readonly kind: 'create-password';
      readonly slot: Slot;
      readonly name: string;
      readonly notes: string;
    }
  | {
      readonly kind: 'update-password';
      readonly slot: Slot;
      readonly passwordId: PasswordId;
      /** What changes, and nothing else. */
      readonly changes: { readonly name?: string; readonly notes?: string };
      /**
       * Whether the key may have to be written too: since it is not known to be the one that is
       * there, or its stamp moved (see `Rewritten`), or moved again after it was rewritten.
       */
      readonly value: 'known' | 'unknown' | 'moved' | 'moved-again';
    }
  | {
      readonly kind: 'archive-password' | 'unarchive-password';
      /** `null` for one that a user made. */
      readonly slot: Slot | null;
      readonly passwordId: PasswordId;
    };

type RelationWrite =
  | {
      readonly kind: 'relate';
      readonly slot: Slot;
      /** The link leads from the record to its password and to the access points' configurations. */
      readonly record: Reference<FlexibleAssetId>;
      readonly destination: RelationDestination;
    }
  | {
      readonly kind: 'unrelate';
      readonly slot: Slot;
      readonly recordId: FlexibleAssetId;
      readonly relationId: string;
    };

/** A write to IT Glue. It holds no key: whoever sends it takes the key of the slot from memory. */
export type Operation = {
  /** Of which organization; `null` for the type. */
  readonly organizationId: OrganizationId | null;
  /** What it is about, for people. */
  readonly subject: string;
  /** Which fields change, by their names; never values. */
  readonly fields: readonly string[];
} & (TypeWrite | RecordWrite | PasswordWrite | RelationWrite);

export type OperationKind = Operation['kind'];

const referenceText = (reference: Reference<string>) =>
  'id' in reference ? reference.id : slotKey(reference.createdFor);

/** By what the write is recognized; no two operations of a plan share one. */
export function naturalKey(operation: Operation): string {
  switch (operation.kind) {
    case 'create-type':
      return `create-type ${operation.draft.name}`;
    case 'repair-type':
    case 'enable-type':
    case 'disable-type':
      return `${operation.kind} ${operation.typeId}`;
    case 'create-record':
    case 'create-password':
      return `${operation.kind} ${slotKey(operation.slot)}`;
    case 'update-record':
    case 'archive-record':
    case 'unarchive-record':
      return `${operation.kind} ${operation.recordId}`;
    case 'update-password':
    case 'archive-password':
    case 'unarchive-password':
      return `${operation.kind} ${operation.passwordId}`;
    case 'relate': {
      const { destination } = operation;
      const end =
        destination.kind === 'password'
          ? referenceText(destination.password)
          : destination.configurationId;
      return `relate ${referenceText(operation.record)} ${destination.kind} ${end}`;
    }
    case 'unrelate':
      return `unrelate ${operation.recordId} ${operation.relationId}`;
  }
}
