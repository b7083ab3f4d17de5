import type { FlexibleAssetType } from '@/lib/model/flexible-asset';
import { fieldDrafts, missingFields, wirelessType } from './fields';
import type { WirelessInput } from './input';
import type { Operation } from './operation';

/**
 * Makes the type ready for records: made once there is something to document, with all its fields,
 * enabled. Its own fields that people added stay.
 */
export function planType({ type }: WirelessInput, needed: boolean): Operation[] {
  const about = { organizationId: null, subject: wirelessType.name };
  if (type === null)
    return needed
      ? [
          {
            kind: 'create-type',
            draft: wirelessType,
            ...about,
            fields: wirelessType.fields.map(({ name }) => name),
          },
        ]
      : [];
  const missing = missingFields(type);
  const repair: Operation = {
    kind: 'repair-type',
    typeId: type.id,
    drafts: missing.map((field) => fieldDrafts[field]),
    ...about,
    fields: missing.map((field) => fieldDrafts[field].name),
  };
  const enable: Operation = { kind: 'enable-type', typeId: type.id, ...about, fields: [] };
  return [...(missing.length > 0 ? [repair] : []), ...(type.enabled ? [] : [enable])];
}

/**
 * Disables the type's copies, once no live record of a user is in one.
 * @param own the records' ids that the extension made
 */
export function planTypeCopies(
  { typeCopies, recordsOfCopies }: WirelessInput,
  own: ReadonlySet<string>,
): Operation[] {
  return typeCopies
    .filter(
      (type) =>
        type.enabled &&
        recordsOfCopies.every(
          ({ id, typeId, archived }) => archived || typeId !== type.id || own.has(`record ${id}`),
        ),
    )
    .map((type) => disableType(type));
}

export const disableType = ({ id, name }: FlexibleAssetType): Operation => ({
  kind: 'disable-type',
  typeId: id,
  organizationId: null,
  subject: name,
  fields: [],
});
