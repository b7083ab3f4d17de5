import type { CatalogItem } from '@/lib/itglue/catalog';
import type { ItGlueClient } from '@/lib/itglue/client';
import type { Executor, WithoutDuplicates } from './executor';

type Catalog = Pick<
  ItGlueClient,
  'findManufacturer' | 'createManufacturer' | 'findModel' | 'createModel'
>;

/** Makes a manufacturer, unless there is one of the name: names are what catalogues are told apart by. */
export const createManufacturer = (itGlue: Catalog, name: string): Executor<CatalogItem> => ({
  subject: { resource: 'manufacturer', name },
  before: async () => adopted(await itGlue.findManufacturer(name)),
  send: () => itGlue.createManufacturer(name),
  find: () => itGlue.findManufacturer(name),
  removeDuplicates: async (made) => kept(made, await itGlue.findManufacturer(name)),
  idOf: ({ id }) => id,
});

/** Makes a model of a manufacturer, unless it has one of the name. */
export const createModel = (
  itGlue: Catalog,
  manufacturerId: string,
  name: string,
): Executor<CatalogItem> => ({
  subject: { resource: 'model', name },
  before: async () => adopted(await itGlue.findModel(manufacturerId, name)),
  send: () => itGlue.createModel(manufacturerId, name),
  find: () => itGlue.findModel(manufacturerId, name),
  removeDuplicates: async (made) => kept(made, await itGlue.findModel(manufacturerId, name)),
  idOf: ({ id }) => id,
});

const adopted = (item: CatalogItem | null) =>
  item ? { next: 'adopt' as const, result: item } : { next: 'send' as const, known: [] };

/** Another browser may have made one of the name at the same time. The API neither deletes nor archives them. */
const kept = (made: CatalogItem, chosen: CatalogItem | null): WithoutDuplicates<CatalogItem> =>
  chosen === null || chosen.id === made.id
    ? { result: made, duplicates: [] }
    : { result: chosen, duplicates: [{ id: made.id, archived: false }] };
