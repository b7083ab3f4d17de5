import type { Json, JsonObject } from '../../json';
import { idNumber, isObject, type Call } from '../call';
import { unprocessable } from '../errors';
import { rewriteMarkup } from '../markup';
import type { FieldRow, FlexibleAssetRow, FlexibleAssetTypeRow, Trait, Upload } from '../state';
import { Random } from '../../tenant/random';
import { tagged } from './tags';
import { traitPassword } from './trait-passwords';

/**
 * Checks traits as written and turns them into what is kept. Required fields that are missing are refused. What is
 * left out, an Upload's file included, is not kept.
 */
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
        if (tagged(call.state, field.tagType ?? '', id) === undefined)
          throw refuse(`has no ${field.tagType ?? 'record'} ${id}.`);
      }
      return [...new Set(ids)];
    }
    case 'Checkbox':
      if (typeof value !== 'boolean') throw refuse('must be true or false.');
      return value;
    case 'Number':
    case 'Percent':
      if (typeof value === 'object' || Number.isNaN(Number(value)))
        throw refuse('must be a number.');
      return Number(value);
    case 'Select':
      if (typeof value !== 'string' || !(field.defaultValue ?? '').split('\n').includes(value)) {
        throw refuse('is not one of the options.');
      }
      return value;
    case 'Date':
      if (typeof value !== 'string' || Number.isNaN(Date.parse(value)))
        throw refuse('must be a date.');
      return value;
    case 'Header':
      throw refuse('cannot be written here.');
    case 'Upload': {
      const upload = isObject(value) ? writeUpload(value) : null;
      if (upload === null) throw refuse('must have content in strict base64 and a file_name.');
      return upload;
    }
    case 'Text':
    case 'Textbox':
    case 'Password':
      if (typeof value !== 'string' && typeof value !== 'number') throw refuse('must be a String.');
      return writeText(call, field, String(value));
  }
}

/** A text as it is kept. A text box is HTML, which servers write in forms of their own. */
function writeText({ quirks, seed }: Call, field: FieldRow, text: string): string {
  if (field.kind === 'Password') return text;
  if (field.kind === 'Textbox' && quirks.textboxMarkup)
    return rewriteMarkup(text, Random.of(seed, 'markup', field.nameKey, text));
  return quirks.trimmedTexts ? text.trim() : text;
}

/** The reference: `{"content": "<base64>", "file_name": "test.png"}`. */
function writeUpload({ content, file_name: fileName }: Record<string, unknown>): Upload | null {
  if (typeof content !== 'string' || typeof fileName !== 'string' || fileName === '') return null;
  return /^[A-Za-z0-9+/]*={0,2}$/.test(content) ? { fileName, content } : null;
}

/** Traits as they are read: a Tag with the names of what it points to; what is gone is left out. */
export function readTraits(call: Call, asset: FlexibleAssetRow): JsonObject {
  const fields = call.state.flexibleAssetTypes.get(asset.typeId)?.fields ?? [];
  const traits: JsonObject = {};
  for (const field of fields) {
    const value = asset.traits[field.nameKey];
    const read = value === undefined ? undefined : readTrait(call, asset, field, value);
    if (read !== undefined) traits[field.nameKey] = read;
  }
  return traits;
}

function readTrait(
  call: Call,
  asset: FlexibleAssetRow,
  field: FieldRow,
  value: Trait,
): Json | undefined {
  const { quirks, state } = call;
  if (Array.isArray(value)) {
    const tagType = field.tagType ?? '';
    return { type: tagType, values: value.flatMap((id) => tagged(state, tagType, id) ?? []) };
  }
  if (typeof value === 'object') return readUpload(call, asset, field, value);
  if (field.kind === 'Password') {
    if (quirks.passwordTraits === 'absent') return undefined;
    if (quirks.passwordTraits === 'id') return idNumber(traitPassword(call, asset, field).id);
    return call.key.passwordAccess ? value : undefined;
  }
  return typeof value === 'number' && quirks.numberTraits === 'text' ? String(value) : value;
}

/** ASSUMED: the reference shows how a file is written and what an attachment reads as, not this. */
function readUpload(
  { quirks, state }: Call,
  asset: FlexibleAssetRow,
  field: FieldRow,
  { fileName, content }: Upload,
): Json | undefined {
  const address = `https://${state.subdomain}.itglue.com/attachments/${asset.id}${field.id}`;
  switch (quirks.uploadTraits) {
    case 'absent':
      return undefined;
    case 'url':
      return address;
    case 'attachment': {
      const ext = /\.(\w+)$/.exec(fileName)?.[1] ?? '';
      return [
        {
          name: fileName,
          'attachment-file-name': fileName,
          'attachment-content-type': ext === 'png' ? 'image/png' : 'application/octet-stream',
          'attachment-file-size': Buffer.from(content, 'base64').length,
          ext,
          viewable: false,
          'download-url': address,
        },
      ];
    }
  }
}
