import { firstCopy } from '@/lib/model/copies';
import type { CatalogItem } from '@/lib/itglue/catalog';
import type { ItGlueClient } from '@/lib/itglue/client';
import type { Executor } from './executor';
import { fieldsOfNew } from './field-changes';

type Catalog = Pick<
  ItGlueClient,
  | 'findManufacturer'
  | 'manufacturersNamed'
  | 'createManufacturer'
  | 'findModel'
  | 'modelsNamed'
  | 'createModel'
>;

/** Makes a manufacturer, unless there is one of the name: names are what catalogues are told apart by. */
export const createManufacturer = (itGlue: Catalog, name: string): Executor<CatalogItem> => ({
  subject: { resource: 'manufacturer', name },
  changes: () => fieldsOfNew([['Name', name]]),
  isReferredTo: true,
  before: async () => adopted(await itGlue.findManufacturer(name)),
  send: () => itGlue.createManufacturer(name),
  find: () => itGlue.findManufacturer(name),
  removeDuplicates: async () => oldest(await itGlue.manufacturersNamed(name)),
  idOf: ({ id }) => id,
});

/** Makes a model of a manufacturer, unless it has one of the name. */
export const createModel = (
  itGlue: Catalog,
  manufacturerId: string,
  name: string,
): Executor<CatalogItem> => ({
  subject: { resource: 'model', name },
  changes: () => fieldsOfNew([['Name', name]]),
  before: async () => adopted(await itGlue.findModel(manufacturerId, name)),
  send: () => itGlue.createModel(manufacturerId, name),
  find: () => itGlue.findModel(manufacturerId, name),
  removeDuplicates: async () => oldest(await itGlue.modelsNamed(manufacturerId, name)),
  idOf: ({ id }) => id,
});

const adopted = (item: CatalogItem | null) =>
  item ? { next: 'adopt' as const, result: item } : { next: 'send' as const, known: [] };

/** IT Glue's API neither deletes nor archives manufacturers and models. */
const oldest = (items: readonly CatalogItem[]) => {
  const kept = firstCopy(items) ?? null;
  const others = items.filter((item) => item !== kept);
  return { result: kept, duplicates: others.map(({ id }) => ({ id, archived: false })) };
};
