import { firstCopy } from '@/lib/model/copies';
import {
  nameKey,
  type FlexibleAssetFieldDraft,
  type FlexibleAssetType,
  type FlexibleAssetTypeDraft,
} from '@/lib/model/flexible-asset';
import { NotShared } from './shared-state';

export const recordTypeName = 'Datto Networking Integration';

/** The fields' names; a record's traits go by them. */
export const fieldNames = {
  name: 'Name',
  browser: 'Browser id',
  segment: 'Segment',
  version: 'Version',
  sequence: 'Sequence',
  summary: 'Summary',
  data: 'Data',
} as const;

export type FieldName = keyof typeof fieldNames;
export const traitOf = (field: FieldName): string => nameKey(fieldNames[field]);

const fields: readonly FlexibleAssetFieldDraft[] = [
  {
    order: 1,
    name: fieldNames.name,
    kind: 'Text',
    required: true,
    useForTitle: true,
    showInList: true,
  },
  { order: 2, name: fieldNames.browser, kind: 'Text', showInList: true },
  { order: 3, name: fieldNames.segment, kind: 'Text', showInList: true },
  { order: 4, name: fieldNames.version, kind: 'Text', showInList: true },
  { order: 5, name: fieldNames.sequence, kind: 'Text' },
  { order: 6, name: fieldNames.summary, kind: 'Textbox' },
  { order: 7, name: fieldNames.data, kind: 'Textbox' },
];

export const recordType = (description: string): FlexibleAssetTypeDraft => ({
  name: recordTypeName,
  description,
  icon: 'share-alt',
  showInMenu: false,
  fields,
});

/** Of a type that people have changed, the fields that it lacks. */
export const missingFields = (type: FlexibleAssetType): readonly FlexibleAssetFieldDraft[] =>
  fields.filter(
    (field) =>
      !type.fields.some(
        ({ nameKey: key, kind }) => key === nameKey(field.name) && kind === field.kind,
      ),
  );

/** The one every browser takes: enabled before not, then the lowest id. */
export const preferredType = (types: readonly FlexibleAssetType[]): FlexibleAssetType | null =>
  firstCopy(types.map((type) => ({ ...type, archived: !type.enabled }))) ?? null;

/** @throws NotShared where there is none that records can be kept in */
export function usableType(types: readonly FlexibleAssetType[]): FlexibleAssetType {
  const type = preferredType(types);
  if (!type) throw new NotShared('no-type');
  if (!type.enabled) throw new NotShared('type-disabled');
  if (missingFields(type).length > 0) throw new NotShared('fields-missing');
  return type;
}
