import type { SimulatorAnswer } from '../../exchange';
import {
  dashedKeys,
  flag,
  idNumber,
  isObject,
  noteLog,
  readBody,
  reference,
  requiredText,
  text,
  type Call,
  type ResourceObject,
  type Written,
} from '../call';
import { badRequest, notFound, unprocessable } from '../errors';
import { answerList, answerRows, answerSingle, type Resource } from '../list';
import {
  fieldKinds,
  takeId,
  type FieldKind,
  type FieldRow,
  type FlexibleAssetTypeRow,
  type ItGlueState,
} from '../state';
import { namedSorts, stamps } from './named';
import { isTagType, tagTypes } from './tags';

/** Kinds that never make a title; the reference says such a wish "will be set to false". */
const noTitle: readonly FieldKind[] = [
  'Checkbox',
  'Header',
  'Number',
  'Password',
  'Percent',
  'Tag',
  'Textbox',
  'Upload',
];

const typeOf = (state: ItGlueState, field: FieldRow) =>
  [...state.flexibleAssetTypes.values()].find((type) => type.fields.includes(field));

function fieldObject(row: FieldRow, typeId: string | null): ResourceObject {
  return {
    id: row.id,
    type: 'flexible-asset-fields',
    attributes: {
      'flexible-asset-type-id': idNumber(typeId),
      order: row.order,
      name: row.name,
      kind: row.kind,
      hint: row.hint,
      decimals: 0,
      'default-value': row.defaultValue,
      'tag-type': row.tagType,
      required: row.required,
      'use-for-title': row.useForTitle,
      expiration: false,
      'show-in-list': row.showInList,
      'name-key': row.nameKey,
      ...stamps(row),
    },
  };
}

export const flexibleAssetTypes: Resource<FlexibleAssetTypeRow> = {
  present: (row) => ({
    id: row.id,
    type: 'flexible-asset-types',
    attributes: {
      name: row.name,
      description: row.description,
      ...stamps(row),
      icon: row.icon,
      enabled: row.enabled,
      'show-in-menu': row.showInMenu,
    },
    relationships: {
      'flexible-asset-fields': {
        data: row.fields.map(({ id }) => ({ id, type: 'flexible-asset-fields' })),
      },
    },
  }),
  filters: {
    id: (row, value) => row.id === value,
    name: (row, value) => row.name === value,
    icon: (row, value) => row.icon === value,
    enabled: (row, value) => row.enabled === (value === 'true' || value === '1'),
  },
  wholeValue: ['name'],
  sorts: namedSorts,
  includes: {
    flexible_asset_fields: {
      relationship: 'flexible-asset-fields',
      rows: (row) => row.fields.map((field) => fieldObject(field, row.id)),
    },
  },
};

const fields: Resource<FieldRow> = {
  present: (row, { state }) => fieldObject(row, typeOf(state, row)?.id ?? null),
  filters: { id: (row, value) => row.id === value },
  sorts: {
    id: (row) => row.id,
    created_at: (row) => row.createdAt,
    updated_at: (row) => row.updatedAt,
  },
};

export function createFlexibleAssetType(call: Call): SimulatorAnswer {
  const { bulk, items } = readBody(call, 'flexible-asset-types');
  const [item] = items;
  if (bulk || item === undefined) throw badRequest('Flexible asset types are created one by one.');
  const made = fieldsWritten(item).map((field) => writeField(call, field, undefined));
  const row: FlexibleAssetTypeRow = {
    id: takeId(call.state),
    name: requiredText(item, 'name', undefined),
    description: text(item, 'description') ?? null,
    icon: text(item, 'icon') ?? null,
    enabled: flag(item, 'enabled', true),
    showInMenu: flag(item, 'show-in-menu', false),
    fields: checkShown(made),
    createdAt: call.now,
    updatedAt: call.now,
  };
  call.state.flexibleAssetTypes.set(row.id, row);
  noteLog(call, 'create', 'Flexible Asset Type', row.name, null);
  return answerSingle(call, flexibleAssetTypes, row, 201);
}

/**
 * Attributes only: with relationships the reference answers 422. Fields under `attributes.fields` are changed (those
 * with an id) or added (those without); the others stay.
 */
export function updateFlexibleAssetType(call: Call): SimulatorAnswer {
  const row = call.state.flexibleAssetTypes.get(call.parameters.id ?? '');
  if (row === undefined) throw notFound('The flexible asset type');
  const { bulk, items } = readBody(call, 'flexible-asset-types');
  const [item] = items;
  if (bulk || item === undefined) throw badRequest('This path updates one flexible asset type.');
  if (item.relationships !== undefined) {
    throw unprocessable('Relationships are not permitted in an update.');
  }
  const changed = new Map(row.fields.map((field) => [field.id, field]));
  for (const field of fieldsWritten(item)) {
    const before = field.id === undefined ? undefined : changed.get(field.id);
    if (field.id !== undefined && before === undefined) throw notFound('The flexible asset field');
    const after = writeField(call, field, before);
    changed.set(after.id, after);
  }
  const description = text(item, 'description');
  const icon = text(item, 'icon');
  Object.assign(row, {
    name: requiredText(item, 'name', row.name),
    description: description === undefined ? row.description : description,
    icon: icon === undefined ? row.icon : icon,
    enabled: flag(item, 'enabled', row.enabled),
    showInMenu: flag(item, 'show-in-menu', row.showInMenu),
    fields: checkShown([...changed.values()]),
    updatedAt: call.now,
  });
  noteLog(call, 'update', 'Flexible Asset Type', row.name, null);
  return answerSingle(call, flexibleAssetTypes, row);
}

export function listFields(call: Call): SimulatorAnswer {
  const type = call.state.flexibleAssetTypes.get(call.parameters.typeId ?? '');
  if (type === undefined) throw notFound('The flexible asset type');
  return answerList(call, fields, type.fields);
}

export function createFields(call: Call): SimulatorAnswer {
  const { bulk, items } = readBody(call, 'flexible-asset-fields');
  const nested = call.parameters.typeId;
  if (bulk && nested === undefined)
    throw badRequest('Fields are created in bulk on the nested path only.');
  const made = items.map((item) => {
    const typeId =
      nested ?? reference(item, 'flexible-asset-type-id', call.state.flexibleAssetTypes) ?? '';
    const type = call.state.flexibleAssetTypes.get(typeId);
    if (type === undefined) throw notFound('The flexible asset type');
    return { type, field: writeField(call, item, undefined) };
  });
  for (const { type, field } of made) {
    type.fields.push(field);
    type.updatedAt = call.now;
  }
  const rows = made.map(({ field }) => field);
  const [first] = rows;
  return bulk || first === undefined
    ? answerRows(call, fields, rows, 201)
    : answerSingle(call, fields, first, 201);
}

export function updateField(call: Call): SimulatorAnswer {
  const { field } = fieldAt(call);
  const { bulk, items } = readBody(call, 'flexible-asset-fields');
  const [item] = items;
  if (bulk || item === undefined) throw badRequest('This path updates one field.');
  return answerSingle(call, fields, Object.assign(field, writeField(call, item, field)));
}

/** The field's values go with it. */
export function deleteField(call: Call): SimulatorAnswer {
  const { type, field } = fieldAt(call);
  type.fields = type.fields.filter((other) => other !== field);
  type.updatedAt = call.now;
  for (const asset of call.state.flexibleAssets.values()) {
    if (asset.typeId === type.id) delete asset.traits[field.nameKey];
  }
  return { status: 204, headers: {}, body: '' };
}

function fieldAt(call: Call): { type: FlexibleAssetTypeRow; field: FieldRow } {
  for (const type of call.state.flexibleAssetTypes.values()) {
    const field = type.fields.find(({ id }) => id === call.parameters.id);
    if (field !== undefined) return { type, field };
  }
  throw notFound('The flexible asset field');
}

function fieldsWritten(item: Written): Written[] {
  const relationship = item.relationships?.['flexible-asset-fields'];
  const related =
    isObject(relationship) && Array.isArray(relationship.data) ? relationship.data : [];
  const listed = Array.isArray(item.attributes.fields) ? item.attributes.fields : [];
  return [
    ...related
      .filter(isObject)
      .map((one) => dashedKeys(isObject(one.attributes) ? one.attributes : {})),
    ...listed.filter(isObject).map(dashedKeys),
  ].map((attributes) => ({
    id: attributes.id === undefined ? undefined : String(attributes.id as string | number),
    attributes,
    relationships: undefined,
  }));
}

function checkShown(all: FieldRow[]): FieldRow[] {
  if (!all.some(({ showInList }) => showInList)) {
    throw unprocessable('At least one field has to be shown in the list.', 'fields');
  }
  return all;
}

function writeField(call: Call, item: Written, before: FieldRow | undefined): FieldRow {
  const name = requiredText(item, 'name', before?.name);
  const kind = fieldKinds.find((known) => known === (item.attributes.kind ?? before?.kind));
  if (kind === undefined)
    throw unprocessable(`kind must be one of: ${fieldKinds.join(', ')}.`, 'kind');
  if (before !== undefined && kind !== before.kind && inUse(call.state, before)) {
    throw unprocessable('kind cannot be changed once there are traits for the field.', 'kind');
  }
  const order = item.attributes.order ?? before?.order;
  if (typeof order !== 'number') throw unprocessable("order can't be blank", 'order');
  const own = (attribute: string, old: string | null | undefined) => {
    const value = text(item, attribute);
    return value === undefined ? (old ?? null) : value;
  };
  const defaultValue = own('default-value', before?.defaultValue);
  const tagType = own('tag-type', before?.tagType);
  if (kind === 'Select' && defaultValue === null) {
    throw unprocessable("default-value can't be blank for a Select", 'default-value');
  }
  if (kind === 'Tag' && tagType === null)
    throw unprocessable("tag-type can't be blank for a Tag", 'tag-type');
  if (tagType !== null && !isTagType(tagType))
    throw unprocessable(`tag-type must be one of: ${tagTypes.join(', ')}.`, 'tag-type');
  return {
    id: before?.id ?? takeId(call.state),
    name,
    nameKey: before?.nameKey ?? nameKeyOf(name),
    kind,
    order,
    hint: own('hint', before?.hint),
    defaultValue,
    tagType,
    required: kind !== 'Header' && flag(item, 'required', before?.required ?? false),
    useForTitle:
      !noTitle.includes(kind) && flag(item, 'use-for-title', before?.useForTitle ?? false),
    showInList: flag(item, 'show-in-list', before?.showInList ?? false),
    createdAt: before?.createdAt ?? call.now,
    updatedAt: call.now,
  };
}

/** "SSID Name" → "ssid-name". ASSUMED that runs of other characters become one dash. */
export function nameKeyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function inUse(state: ItGlueState, field: FieldRow): boolean {
  const typeId = typeOf(state, field)?.id;
  return [...state.flexibleAssets.values()].some(
    (asset) => asset.typeId === typeId && asset.traits[field.nameKey] !== undefined,
  );
}
