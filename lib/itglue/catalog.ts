import * as z from 'zod/mini';
import { firstCopy } from '@/lib/model/copies';
import type { RowKind } from '@/lib/model/rows';
import { readPage, type List, type Page, type PageAt, type Reader } from './json-api-read';
import { sureOfNone } from './look-up';
import { readAll } from './read-all';
import { writeOne } from './json-api-write';
import type { Transport } from './transport';
import { id } from './wire';

/** A type, status, manufacturer or model: what configurations refer to. */
export interface CatalogItem {
  readonly id: string;
  readonly name: string;
}

/** One without a name that can be read may be the one that is looked for. */
const wire = z.object({ id, attributes: z.object({ name: z.string().check(z.minLength(1)) }) });
const reader = (resource: RowKind): Reader<z.infer<typeof wire>, CatalogItem> => ({
  resource,
  wire,
  toModel: (row) => ({ id: row.id, name: row.attributes.name }),
});

/**
 * The item of that name; where none is spelled so, one that differs in upper and lower case only. Of
 * several the one that every browser chooses.
 * @throws ItGlueError where none is found and it cannot be told whether there is one
 */
function named(list: List<CatalogItem>, path: string, name: string): CatalogItem | null {
  const folded = name.toLowerCase();
  const found =
    firstCopy(list.rows.filter((item) => item.name === name)) ??
    firstCopy(list.rows.filter((item) => item.name.toLowerCase() === folded));
  if (found) return found;
  sureOfNone(list, `GET ${path}`, []);
  return null;
}

export function catalog(transport: Transport) {
  const page =
    (resource: RowKind, path: string) =>
    (at: PageAt): Promise<Page<CatalogItem>> =>
      readPage(transport, reader(resource), path, at);
  const list = (resource: RowKind, path: string) => readAll(page(resource, path));
  const all = async (resource: RowKind, path: string) => (await list(resource, path)).rows;
  const modelsPath = (manufacturerId: string) =>
    `/manufacturers/${manufacturerId}/relationships/models`;
  const find = async (resource: RowKind, name: string) => {
    const path = `/${resource}`;
    const query = { 'filter[name]': name };
    return named(await readPage(transport, reader(resource), path, 1, query), path, name);
  };

  return {
    configurationTypes: () => all('configuration_types', '/configuration_types'),
    configurationStatuses: () => all('configuration_statuses', '/configuration_statuses'),
    manufacturers: () => all('manufacturers', '/manufacturers'),
    /** Of one manufacturer. */
    models: (manufacturerId: string) => all('models', modelsPath(manufacturerId)),

    findConfigurationType: (name: string) => find('configuration_types', name),
    findConfigurationStatus: (name: string) => find('configuration_statuses', name),
    findManufacturer: (name: string) => find('manufacturers', name),
    /** All of exactly this name, by id; users may have made several. */
    manufacturersNamed: async (name: string) =>
      (await all('manufacturers', '/manufacturers')).filter((item) => item.name === name),
    modelsNamed: async (manufacturerId: string, name: string) =>
      (await all('models', modelsPath(manufacturerId))).filter((item) => item.name === name),
    findModel: async (manufacturerId: string, name: string) =>
      named(await list('models', modelsPath(manufacturerId)), modelsPath(manufacturerId), name),

    createManufacturer: (name: string): Promise<CatalogItem> =>
      writeOne(transport, reader('manufacturers'), 'POST', '/manufacturers', {
        type: 'manufacturers',
        attributes: { name },
      }),
    createModel: (manufacturerId: string, name: string): Promise<CatalogItem> =>
      writeOne(transport, reader('models'), 'POST', modelsPath(manufacturerId), {
        type: 'models',
        attributes: { name },
      }),
  };
}
