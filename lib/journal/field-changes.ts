import type { FieldChange, FieldValue } from '@/lib/model/activity';
import type { FlexibleAssetFieldDraft } from '@/lib/model/flexible-asset';

/** So much of a value is kept. */
const longest = 1000;

/**
 * What fields were and are, those left out that stay the same. A value that holds one of the secrets, as
 * where a user typed a key into another field, is told as a key is: not at all.
 */
export function fieldChanges(
  fields: readonly (readonly [field: string, before: FieldValue, after: FieldValue])[],
  secrets: readonly string[] = [],
): FieldChange[] {
  const isSecret = (value: FieldValue) =>
    typeof value === 'string' && secrets.some((secret) => secret !== '' && value.includes(secret));
  return fields
    .filter(([, before, after]) => (before ?? '') !== (after ?? ''))
    .map(([field, before, after]) =>
      isSecret(before) || isSecret(after)
        ? { field }
        : { field, before: kept(before), after: kept(after) },
    );
}

/** What a new thing has; what it lacks is not told. */
export const fieldsOfNew = (
  fields: readonly (readonly [field: string, value: FieldValue])[],
  secrets: readonly string[] = [],
): FieldChange[] =>
  fieldChanges(
    fields.map(([field, value]) => [field, null, value]),
    secrets,
  ).map(({ field, after }) => ({ field, ...(after !== undefined && { after }) }));

/** Fields that a flexible asset type gets: each by its name, with the kind of value that it holds. */
export const typeFields = (drafts: readonly FlexibleAssetFieldDraft[]) =>
  drafts.map(({ name, kind }) => [name, kind] as const);

function kept(value: FieldValue): FieldValue {
  if (typeof value !== 'string') return value;
  return value.length > longest ? `${value.slice(0, longest)}…` : value;
}
