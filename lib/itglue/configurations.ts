import * as z from 'zod/mini';
import type { Configuration } from '@/lib/model/configuration';
import {
  configurationId,
  organizationId,
  type ConfigurationId,
  type OrganizationId,
} from '@/lib/model/ids';
import { parseIp } from '@/lib/model/ip';
import { parseMac } from '@/lib/model/mac';
import type { OddFields } from '@/lib/wire/odd-fields';
import { listById, readByIds, type ById } from './by-ids';
import { readPage, type Included, type Page, type PageAt, type Reader } from './json-api-read';
import { createMany, readOne, writeOne, type WrittenRow } from './json-api-write';
import { readNewestPage, type Newest } from './read-newest';
import type { Transport } from './transport';
import { distinct, rmmRecordIds, rmmReportOf } from './rmm-records';
import { exactText, flag, id, optionalId, text } from './wire';

/** Whether a relationship, of one row or several, holds any. */
const relatedAtAll = z.pipe(
  z.catch(
    z.nullish(z.object({ data: z.nullish(z.union([z.array(z.unknown()), z.object({ id })])) })),
    null,
  ),
  z.transform((relationship) => [relationship?.data ?? []].flat().length > 0),
);

const wire = z.object({
  id,
  attributes: z.object({
    'organization-id': id,
    name: exactText,
    hostname: text,
    'primary-ip': text,
    'mac-address': text,
    'serial-number': text,
    'configuration-type-id': z.catch(optionalId, null),
    'configuration-type-name': text,
    'configuration-status-name': text,
    'manufacturer-name': text,
    'model-name': text,
    archived: flag(false),
    'created-at': text,
    'updated-at': text,
    'psa-integration': text,
  }),
  relationships: z.nullish(
    z.object({
      'configuration-interfaces': z.nullish(
        z.object({
          data: z.nullish(z.array(z.catch(z.nullable(z.object({ id })), null))),
          'rmm-records': rmmRecordIds,
        }),
      ),
      'rmm-records': rmmRecordIds,
      'dnet-fa-remote-assets': relatedAtAll,
    }),
  ),
});
type Wire = z.infer<typeof wire>;

const interfaceWire = z.object({
  attributes: z.object({ 'ip-address': text, 'mac-address': text }),
});

const reader: Reader<Wire, Configuration> = {
  resource: 'configurations',
  includes: ['configuration_interfaces', 'rmm_records', 'dnet_fa_remote_assets'],
  wire,
  toModel: (row, included, odd) => {
    const { attributes } = row;
    const interfaces = interfacesOf(row, included, odd);
    const { relationships } = row;
    const rmm = rmmReportOf(
      [
        ...(relationships?.['rmm-records'] ?? []),
        ...(relationships?.['configuration-interfaces']?.['rmm-records'] ?? []),
      ],
      included,
      odd,
    );
    const macs = distinct([attributes, ...interfaces].map((one) => parseMac(one['mac-address'])));
    return {
      id: configurationId(row.id),
      organizationId: organizationId(attributes['organization-id']),
      name: attributes.name ?? `#${row.id}`,
      hostname: attributes.hostname,
      primaryIp: attributes['primary-ip'],
      macAddress: attributes['mac-address'],
      serialNumber: attributes['serial-number'],
      typeId: attributes['configuration-type-id'],
      typeName: attributes['configuration-type-name'],
      statusName: attributes['configuration-status-name'],
      manufacturerName: attributes['manufacturer-name'],
      modelName: attributes['model-name'],
      archived: attributes.archived,
      createdAt: attributes['created-at'],
      psaSynced: attributes['psa-integration'] === 'enabled',
      macs: distinct([...macs, ...(rmm?.macs ?? [])]),
      ips: distinct([
        parseIp(attributes['primary-ip']),
        ...interfaces.map((one) => parseIp(one['ip-address'])),
        ...(rmm?.ips ?? []),
      ]),
      rmmMacs: (rmm?.macs ?? []).filter((mac) => !macs.includes(mac)),
      rmm,
      vendorLinked: relationships?.['dnet-fa-remote-assets'] ?? false,
    };
  },
};

/** A configuration, and when it changed last. */
interface Changed {
  readonly id: string;
  /** RFC 3339 */
  readonly updatedAt: string | null;
  readonly row: Configuration;
}
const changedReader: Reader<Wire, Changed> = {
  ...reader,
  toModel: (row, ...others) => ({
    id: row.id,
    updatedAt: row.attributes['updated-at'],
    row: reader.toModel(row, ...others),
  }),
};

/** The interfaces that came along; an unreadable one costs its addresses, not the configuration. */
function interfacesOf({ relationships }: Wire, included: Included, odd: OddFields) {
  return (relationships?.['configuration-interfaces']?.data ?? []).flatMap((one) => {
    const row = one && included('configuration-interfaces', one.id);
    return odd.tryParse('configuration_interfaces', interfaceWire, row)?.attributes ?? [];
  });
}

export interface ConfigurationFilter {
  /** So many as fit into an address; those of all organizations where left out. */
  readonly organizationIds?: readonly OrganizationId[];
  /** At most `idsPerRequest`. */
  readonly ids?: readonly ConfigurationId[];
  readonly name?: string;
  readonly serialNumber?: string;
  /**
   * Compared as text by IT Glue, with the primary interface only: to be sure that a MAC is not
   * documented, read the organization's configurations and look at their `macs`.
   */
  readonly macAddress?: string;
  readonly archived?: boolean;
}

export interface ConfigurationDraft {
  readonly name: string;
  readonly typeId: string;
  readonly statusId?: string;
  readonly manufacturerId?: string;
  readonly modelId?: string;
  readonly hostname?: string;
  readonly macAddress?: string;
  readonly primaryIp?: string;
  readonly serialNumber?: string;
  readonly notes?: string;
}

export interface ConfigurationChanges extends Partial<ConfigurationDraft> {
  readonly archived?: boolean;
}

const written = (draft: ConfigurationChanges): WrittenRow => ({
  type: 'configurations',
  attributes: {
    name: draft.name,
    'configuration-type-id': draft.typeId,
    'configuration-status-id': draft.statusId,
    'manufacturer-id': draft.manufacturerId,
    'model-id': draft.modelId,
    hostname: draft.hostname,
    'mac-address': draft.macAddress,
    'primary-ip': draft.primaryIp,
    'serial-number': draft.serialNumber,
    notes: draft.notes,
    archived: draft.archived,
  },
});

const nested = (organization: OrganizationId) =>
  `/organizations/${organization}/relationships/configurations`;

export function configurations(transport: Transport) {
  const configurationsPage = (
    page: PageAt,
    filter: ConfigurationFilter = {},
  ): Promise<Page<Configuration>> => {
    const query = {
      ...(filter.organizationIds && {
        'filter[organization_id]': filter.organizationIds.join(','),
      }),
      ...(filter.ids && { 'filter[id]': filter.ids.join(',') }),
      ...(filter.name !== undefined && { 'filter[name]': filter.name }),
      ...(filter.serialNumber !== undefined && { 'filter[serial_number]': filter.serialNumber }),
      ...(filter.macAddress !== undefined && { 'filter[mac_address]': filter.macAddress }),
      ...(filter.archived !== undefined && { 'filter[archived]': String(filter.archived) }),
    };
    return readPage(transport, reader, '/configurations', page, query);
  };
  const configuration = (id: ConfigurationId): Promise<Configuration> =>
    readOne(transport, reader, `/configurations/${id}`);
  return {
    /** One page, by id, with all interfaces; archived ones too unless filtered. */
    configurationsPage,
    /**
     * Those of the organizations that changed last, newest first, with all interfaces.
     * @returns `null` where the account does not sort by the last change
     */
    newestConfigurations: async (
      organizationIds: readonly OrganizationId[],
      count: number,
    ): Promise<Newest<Changed> | null> =>
      readNewestPage(
        transport,
        changedReader,
        '/configurations',
        Math.min(count, await transport.memory.pageSizes.of(reader.resource)),
        { 'filter[organization_id]': organizationIds.join(',') },
      ),
    /** One configuration with all its interfaces. */
    configuration,
    configurationsById: (
      ids: readonly ConfigurationId[],
    ): Promise<ById<ConfigurationId, Configuration>> =>
      readByIds(
        ids,
        listById(transport, 'configurations', (chunk) => configurationsPage(1, { ids: chunk })),
        configuration,
      ),

    createConfiguration: (
      organization: OrganizationId,
      draft: ConfigurationDraft,
    ): Promise<Configuration> =>
      writeOne(transport, reader, 'POST', nested(organization), written(draft)),

    /** Several at once; IT Glue takes a list only under the organization. */
    createConfigurations: (
      organization: OrganizationId,
      drafts: readonly ConfigurationDraft[],
    ): Promise<readonly Configuration[]> =>
      createMany(transport, reader, nested(organization), drafts.map(written)),

    /** Changes what is given and leaves the rest. */
    updateConfiguration: (
      configuration: ConfigurationId,
      changes: ConfigurationChanges,
    ): Promise<Configuration> =>
      writeOne(transport, reader, 'PATCH', `/configurations/${configuration}`, written(changes)),
  };
}
