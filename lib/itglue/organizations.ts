import * as z from 'zod/mini';
import { organizationId, type OrganizationId } from '@/lib/model/ids';
import type { Organization } from '@/lib/model/organization';
import { listById, readByIds, type ById } from './by-ids';
import { readPage, type Page, type PageAt, type Reader } from './json-api-read';
import { readOne, writeOne } from './json-api-write';
import type { Transport } from './transport';
import { exactText, flag, id, text } from './wire';

const wire = z.object({
  id,
  attributes: z.object({
    name: exactText,
    'short-name': text,
    primary: flag(false),
    'organization-type-name': text,
    'organization-status-name': text,
  }),
});

const reader: Reader<z.infer<typeof wire>, Organization> = {
  resource: 'organizations',
  wire,
  toModel: ({ id: organization, attributes }) => ({
    id: organizationId(organization),
    name: attributes.name ?? `#${organization}`,
    shortName: attributes['short-name'],
    primary: attributes.primary,
    typeName: attributes['organization-type-name'],
    statusName: attributes['organization-status-name'],
  }),
};

export interface OrganizationFilter {
  /** Exactly this name, as IT Glue compares. */
  readonly name?: string;
  /** At most {@link idsPerRequest}. */
  readonly ids?: readonly OrganizationId[];
  /** Those that the account marks as its own company. */
  readonly primary?: true;
}

export function organizations(transport: Transport) {
  const organizationsPage = (
    page: PageAt,
    filter: OrganizationFilter = {},
  ): Promise<Page<Organization>> =>
    readPage(transport, reader, '/organizations', page, {
      ...(filter.name !== undefined && { 'filter[name]': filter.name }),
      ...(filter.ids && { 'filter[id]': filter.ids.join(',') }),
      ...(filter.primary && { 'filter[primary]': 'true' }),
    });
  const organization = (id: OrganizationId): Promise<Organization> =>
    readOne(transport, reader, `/organizations/${id}`);
  return {
    /** One page, by id. */
    organizationsPage,
    organization,
    organizationsById: (
      ids: readonly OrganizationId[],
    ): Promise<ById<OrganizationId, Organization>> =>
      readByIds(
        ids,
        listById(transport, 'organizations', (chunk) => organizationsPage(1, { ids: chunk })),
        organization,
      ),

    createOrganization: (draft: {
      readonly name: string;
      readonly typeId?: string;
      readonly statusId?: string;
    }): Promise<Organization> =>
      writeOne(transport, reader, 'POST', '/organizations', {
        type: 'organizations',
        attributes: {
          name: draft.name,
          'organization-type-id': draft.typeId,
          'organization-status-id': draft.statusId,
        },
      }),
  };
}
