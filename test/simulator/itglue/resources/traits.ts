import type { Json, JsonObject } from '../../json';
import { idNumber, isObject, type Call } from '../call';
import { unprocessable } from '../errors';
import type { FieldRow, FlexibleAssetRow, FlexibleAssetTypeRow, Trait } from '../state';

/** Checks traits as written and turns them into what is kept. Required fields that are missing are refused. */
export function writeTraits(
  call: Call,
  type: FlexibleAssetTypeRow,
  written: unknown,
): Record<string, Trait> {
  if (!isObject(written)) throw unprocessable('traits must be a Hash.', 'traits');
  const traits: Record<string, Trait> = {};
  for (const [key, value] of Object.entries(written)) {
    const field = type.fields.find(({ nameKey }) => nameKey === key.replaceAll('_', '-'));
    if (field === undefined)
      throw unprocessable(`traits: "${key}" is not a field of ${type.name}.`, `traits/${key}`);
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    traits[field.nameKey] = writeTrait(call, field, value);
  }
  const missing = type.fields.find(
    (field) => field.required && traits[field.nameKey] === undefined,
  );
  if (missing !== undefined) {
    throw unprocessable(`${missing.name} can't be blank`, `traits/${missing.nameKey}`);
  }
  return traits;
}

function writeTrait(call: Call, field: FieldRow, value: unknown): Trait {
  const refuse = (what: string) =>
    unprocessable(`${field.name} ${what}`, `traits/${field.nameKey}`);
  switch (field.kind) {
    case 'Tag': {
      const ids = (Array.isArray(value) ? value : [value]).map(String);
      for (const id of ids) {
        if (!/^\d+$/.test(id)) throw refuse('must be an id or an array of ids.');
        if (tagged(call, field, id) === undefined)
          throw refuse(`has no ${field.tagType ?? 'record'} ${id}.`);
      }
      return [...new Set(ids)];
    }
    case 'Checkbox':
      if (typeof value !== 'boolean') throw refuse('must be true or false.');
      return value;
    case 'Number':
    case 'Percent':
      if (Number.isNaN(Number(value))) throw refuse('must be a number.');
      return Number(value);
    case 'Select':
      if (typeof value !== 'string' || !(field.defaultValue ?? '').split('\n').includes(value)) {
        throw refuse('is not one of the options.');
      }
      return value;
    case 'Header':
    case 'Upload':
      throw refuse('cannot be written here.');
    case 'Date':
    case 'Text':
    case 'Textbox':
    case 'Password':
      if (typeof value !== 'string' && typeof value !== 'number') throw refuse('must be a String.');
      return String(value);
  }
}

/**
 * Traits as they are read: a Tag with the names of what it points to (what is gone is left out), a password only
 * for a key with password access (ASSUMED: the reference shows no such trait).
 */
export function readTraits(call: Call, asset: FlexibleAssetRow): JsonObject {
  const fields = call.state.flexibleAssetTypes.get(asset.typeId)?.fields ?? [];
  const traits: JsonObject = {};
  for (const field of fields) {
    const value = asset.traits[field.nameKey];
    if (value === undefined) continue;
    if (field.kind === 'Password' && !call.key.passwordAccess) continue;
    traits[field.nameKey] = Array.isArray(value)
      ? { type: field.tagType, values: value.flatMap((id) => tagged(call, field, id) ?? []) }
      : value;
  }
  return traits;
}

/** What a tag shows of a record; undefined when there is none. */
function tagged({ state }: Call, field: FieldRow, id: string): Json[] | undefined {
  const organizationName = (organizationId: string) =>
    state.organizations.get(organizationId)?.name ?? null;
  switch (field.tagType ?? '') {
    case 'Configurations': {
      const row = state.configurations.get(id);
      return (
        row && [
          {
            id: idNumber(id),
            name: row.name,
            hostname: row.hostname,
            'organization-name': organizationName(row.organizationId),
            'configuration-type-name': state.configurationTypes.get(row.typeId)?.name ?? null,
          },
        ]
      );
    }
    case 'Passwords': {
      const row = state.passwords.get(id);
      return (
        row && [
          {
            id: idNumber(id),
            name: row.name,
            'organization-name': organizationName(row.organizationId),
          },
        ]
      );
    }
    case 'Organizations': {
      const row = state.organizations.get(id);
      return row && [{ id: idNumber(id), name: row.name }];
    }
    default:
      return [{ id: idNumber(id), name: `${field.tagType ?? 'Record'} ${id}` }];
  }
}
