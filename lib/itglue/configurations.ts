import { z } from 'zod';
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
import { readByIds, type ById } from './by-ids';
import { readPage, type Included, type Page, type PageAt, type Reader } from './json-api-read';
import { createMany, readOne, writeOne, type WrittenRow } from './json-api-write';
import type { Transport } from './transport';
import { exactText, flag, id, readableIds, text } from './wire';

const wire = z.object({
  id,
  attributes: z.object({
    'organization-id': id,
    name: exactText,
    hostname: text,
    'primary-ip': text,
    'mac-address': text,
    'serial-number': text,
    'configuration-type-name': text,
    'configuration-status-name': text,
    'manufacturer-name': text,
    'model-name': text,
    archived: flag(false),
  }),
  relationships: z.object({ 'configuration-interfaces': readableIds }).nullish(),
});
type Wire = z.infer<typeof wire>;

const interfaceWire = z.object({
  attributes: z.object({ 'ip-address': text, 'mac-address': text }),
});

const reader: Reader<Wire, Configuration> = {
  resource: 'configurations',
  wire,
  toModel: (row, included, odd) => {
    const { attributes } = row;
    const interfaces = interfacesOf(row, included, odd);
    return {
      id: configurationId(row.id),
      organizationId: organizationId(attributes['organization-id']),
      name: attributes.name ?? `#${row.id}`,
      hostname: attributes.hostname,
      primaryIp: attributes['primary-ip'],
      macAddress: attributes['mac-address'],
      serialNumber: attributes['serial-number'],
      typeName: attributes['configuration-type-name'],
      statusName: attributes['configuration-status-name'],
      manufacturerName: attributes['manufacturer-name'],
      modelName: attributes['model-name'],
      archived: attributes.archived,
      macs: distinct([attributes, ...interfaces].map((one) => parseMac(one['mac-address']))),
      ips: distinct([
        parseIp(attributes['primary-ip']),
        ...interfaces.map((one) => parseIp(one['ip-address'])),
      ]),
    };
  },
};

/** The interfaces that came along; an unreadable one costs its addresses, not the configuration. */
function interfacesOf({ relationships }: Wire, included: Included, odd: OddFields) {
  return (relationships?.['configuration-interfaces'] ?? []).flatMap((one) => {
    const row = included('configuration-interfaces', one);
    return odd.tryParse('configuration_interfaces', interfaceWire, row)?.attributes ?? [];
  });
}

const distinct = <Value>(values: readonly (Value | null)[]): Value[] => [
  ...new Set(values.filter((value) => value !== null)),
];

export interface ConfigurationFilter {
  /** At most `idsPerRequest`; those of all organizations where left out. */
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

const withInterfaces = { include: 'configuration_interfaces' };
const nested = (organization: OrganizationId) =>
  `/organizations/${organization}/relationships/configurations`;

export function configurations(transport: Transport) {
  const configurationsPage = (
    page: PageAt,
    filter: ConfigurationFilter = {},
  ): Promise<Page<Configuration>> =>
    readPage(transport, reader, '/configurations', page, {
      ...withInterfaces,
      ...(filter.organizationIds && {
        'filter[organization_id]': filter.organizationIds.join(','),
      }),
      ...(filter.ids && { 'filter[id]': filter.ids.join(',') }),
      ...(filter.name !== undefined && { 'filter[name]': filter.name }),
      ...(filter.serialNumber !== undefined && { 'filter[serial_number]': filter.serialNumber }),
      ...(filter.macAddress !== undefined && { 'filter[mac_address]': filter.macAddress }),
      ...(filter.archived !== undefined && { 'filter[archived]': String(filter.archived) }),
    });
  const configuration = (id: ConfigurationId): Promise<Configuration> =>
    readOne(transport, reader, `/configurations/${id}`, withInterfaces);
  return {
    /** One page, by id, with all interfaces; archived ones too unless filtered. */
    configurationsPage,
    /** One configuration with all its interfaces. */
    configuration,
    configurationsById: (
      ids: readonly ConfigurationId[],
    ): Promise<ById<ConfigurationId, Configuration>> =>
      readByIds(ids, (chunk) => configurationsPage(1, { ids: chunk }), configuration),

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
