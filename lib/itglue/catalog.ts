import { z } from 'zod';
import type { RowKind } from '@/lib/model/rows';
import { readPage, type Page, type PageAt, type Reader } from './json-api-read';
import { readAll } from './read-all';
import { writeOne } from './json-api-write';
import type { Transport } from './transport';
import { exactText, id } from './wire';

/** A type, status, manufacturer or model: what configurations refer to. */
export interface CatalogItem {
  readonly id: string;
  readonly name: string;
}

const wire = z.object({ id, attributes: z.object({ name: exactText }) });
const reader = (resource: RowKind): Reader<z.infer<typeof wire>, CatalogItem> => ({
  resource,
  wire,
  toModel: (row) => ({ id: row.id, name: row.attributes.name ?? `#${row.id}` }),
});

/** The item of that name; where none is spelled so, one that differs in upper and lower case only. */
function named(items: readonly CatalogItem[], name: string): CatalogItem | null {
  const folded = name.toLowerCase();
  return (
    items.find((item) => item.name === name) ??
    items.find((item) => item.name.toLowerCase() === folded) ??
    null
  );
}

export function catalog(transport: Transport) {
  const page =
    (resource: RowKind, path: string) =>
    (at: PageAt): Promise<Page<CatalogItem>> =>
      readPage(transport, reader(resource), path, at);
  const all = async (resource: RowKind, path: string) => (await readAll(page(resource, path))).rows;
  const modelsPath = (manufacturerId: string) =>
    `/manufacturers/${manufacturerId}/relationships/models`;
  const find = async (resource: RowKind, name: string) =>
    named(
      (await readPage(transport, reader(resource), `/${resource}`, 1, { 'filter[name]': name }))
        .rows,
      name,
    );

  return {
    configurationTypes: () => all('configuration_types', '/configuration_types'),
    configurationStatuses: () => all('configuration_statuses', '/configuration_statuses'),
    manufacturers: () => all('manufacturers', '/manufacturers'),
    /** Of one manufacturer. */
    models: (manufacturerId: string) => all('models', modelsPath(manufacturerId)),

    findConfigurationType: (name: string) => find('configuration_types', name),
    findConfigurationStatus: (name: string) => find('configuration_statuses', name),
    findManufacturer: (name: string) => find('manufacturers', name),
    findModel: async (manufacturerId: string, name: string) =>
      named(await all('models', modelsPath(manufacturerId)), name),

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
