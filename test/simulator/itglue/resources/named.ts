import type { SimulatorAnswer } from '../../exchange';
import {
  idNumber,
  idText,
  noteLog,
  readBody,
  requiredText,
  type Call,
  type Written,
} from '../call';
import { badRequest, unprocessable } from '../errors';
import { answerList, answerRows, answerSingle, type Resource } from '../list';
import { takeId, type ConfigurationTypeRow, type ModelRow, type NamedRow } from '../state';

export const namedSorts = {
  id: (row: NamedRow) => row.id,
  name: (row: NamedRow) => row.name,
  created_at: (row: NamedRow) => row.createdAt,
  updated_at: (row: NamedRow) => row.updatedAt,
};

export function stamps(row: { createdAt: string; updatedAt: string }) {
  return { 'created-at': row.createdAt, 'updated-at': row.updatedAt };
}

/** Tables that are hardly more than names: statuses, categories, manufacturers. Names compare exactly. */
export function namedResource(type: string): Resource<NamedRow> {
  return {
    present: (row) => ({ id: row.id, type, attributes: { name: row.name, ...stamps(row) } }),
    filters: { name: (row, value) => row.name === value, id: (row, value) => row.id === value },
    wholeValue: ['name'],
    sorts: namedSorts,
  };
}

export const configurationTypes: Resource<ConfigurationTypeRow> = {
  present: (row, call) => ({
    id: row.id,
    type: 'configuration-types',
    attributes: {
      name: row.name,
      'configurations-count': [...call.state.configurations.values()].filter(
        (configuration) => configuration.typeId === row.id,
      ).length,
      ...stamps(row),
    },
  }),
  filters: { name: (row, value) => row.name === value },
  wholeValue: ['name'],
  sorts: namedSorts,
};

const models: Resource<ModelRow> = {
  present: (row) => ({
    id: row.id,
    type: 'models',
    attributes: { 'manufacturer-id': idNumber(row.manufacturerId), name: row.name, ...stamps(row) },
  }),
  filters: { id: (row, value) => row.id === value },
  sorts: { ...namedSorts, manufacturer_id: (row) => row.manufacturerId },
};

export const manufacturers = namedResource('manufacturers');

export function createManufacturer(call: Call): SimulatorAnswer {
  const { bulk, items } = readBody(call, 'manufacturers');
  const [item] = items;
  if (bulk || item === undefined) throw badRequest('Manufacturers are created one by one.');
  const row = named(call, item);
  call.state.manufacturers.set(row.id, row);
  noteLog(call, 'create', 'Manufacturer', row.name, null);
  return answerSingle(call, manufacturers, row, 201);
}

export function listModels(call: Call): SimulatorAnswer {
  const { manufacturerId } = call.parameters;
  const rows = [...call.state.models.values()].filter(
    (row) => manufacturerId === undefined || row.manufacturerId === manufacturerId,
  );
  return answerList(call, models, rows);
}

export function createModel(call: Call): SimulatorAnswer {
  const nested = call.parameters.manufacturerId;
  const { bulk, items } = readBody(call, 'models');
  if (bulk && nested === undefined)
    throw badRequest('Models are created in bulk on the nested path only.');
  const rows = items.map((item): ModelRow => {
    const id = nested ?? manufacturerOf(item);
    if (!call.state.manufacturers.has(id)) {
      throw unprocessable('manufacturer-id does not exist.', 'manufacturer-id');
    }
    return { ...named(call, item), manufacturerId: id };
  });
  for (const row of rows) {
    call.state.models.set(row.id, row);
    noteLog(call, 'create', 'Model', row.name, null);
  }
  const [first] = rows;
  return bulk || first === undefined
    ? answerRows(call, models, rows, 201)
    : answerSingle(call, models, first, 201);
}

function manufacturerOf(item: Written): string {
  const value = item.attributes['manufacturer-id'];
  if (value === undefined) throw unprocessable("manufacturer-id can't be blank", 'manufacturer-id');
  return idText(value, 'manufacturer-id');
}

function named(call: Call, item: Written): NamedRow {
  const name = requiredText(item, 'name', undefined);
  return { id: takeId(call.state), name, createdAt: call.now, updatedAt: call.now };
}
