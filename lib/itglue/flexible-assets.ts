import * as z from 'zod/mini';
import type { FlexibleAsset, TraitValue, WrittenTraits } from '@/lib/model/flexible-asset';
import {
  flexibleAssetId,
  flexibleAssetTypeId,
  organizationId,
  type FlexibleAssetId,
  type FlexibleAssetTypeId,
  type OrganizationId,
} from '@/lib/model/ids';
import { readPage, type Page, type PageAt, type Reader } from './json-api-read';
import { readNewest } from './read-newest';
import { createMany, readOne, writeOne, type WrittenRow } from './json-api-write';
import { relatedItemsOf, relatedItemsWire, type WithRelatedItems } from './related-items';
import type { Transport } from './transport';
import type { Rows } from '@/lib/model/rows';
import { keyed, strictly } from '@/lib/wire/shapes';
import { exactText, flag, id } from './wire';

const traitWire: z.ZodMiniType<TraitValue> = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.object({
    type: z.string(),
    values: z.array(z.object({ id, name: exactText })),
  }),
]);

const wire = z.object({
  id,
  attributes: z.object({
    'organization-id': id,
    'flexible-asset-type-id': id,
    name: exactText,
    archived: flag(false),
    traits: strictly(z.nullish(keyed), 'object'),
    'updated-at': exactText,
  }),
  ...relatedItemsWire,
});
type Wire = z.infer<typeof wire>;

const toModel = ({ id: asset, attributes }: Wire): FlexibleAsset => ({
  id: flexibleAssetId(asset),
  organizationId: organizationId(attributes['organization-id']),
  typeId: flexibleAssetTypeId(attributes['flexible-asset-type-id']),
  name: attributes.name ?? '',
  archived: attributes.archived,
  traits: readTraits(attributes.traits ?? {}),
  updatedAt: attributes['updated-at'],
});

/** Of a trait whose shape has no meaning here, such as an upload's, only that it is there. */
function readTraits(traits: Record<string, unknown>): Record<string, TraitValue> {
  return Object.fromEntries(
    Object.entries(traits).map(([key, value]) => {
      const parsed = traitWire.safeParse(value);
      return [key, parsed.success ? parsed.data : { opaque: true as const }];
    }),
  );
}

const reader: Reader<Wire, FlexibleAsset> = {
  resource: 'flexible_assets',
  // The reference lists name, created_at and updated_at for this resource, no id.
  sort: 'created_at',
  wire,
  toModel,
};

const readerWithRelations: Reader<Wire, WithRelatedItems<FlexibleAsset>> = {
  ...reader,
  toModel: (row, included, odd) => ({
    ...toModel(row),
    relatedItems: relatedItemsOf(row, included, odd),
  }),
};

const written = (attributes: WrittenRow['attributes']): WrittenRow => ({
  type: 'flexible_assets',
  attributes,
});

const path = (asset: FlexibleAssetId) => `/flexible_assets/${asset}`;

export function flexibleAssets(transport: Transport) {
  return {
    /** One page records of a type, archived ones too. */
    flexibleAssetsPage: (
      page: PageAt,
      type: FlexibleAssetTypeId,
      filter: { readonly organizationId?: OrganizationId; readonly name?: string } = {},
    ): Promise<Page<FlexibleAsset>> =>
      readPage(transport, reader, '/flexible_assets', page, {
        'filter[flexible-asset-type-id]': type,
        ...(filter.organizationId && { 'filter[organization-id]': filter.organizationId }),
        ...(filter.name !== undefined && { 'filter[name]': filter.name }),
      }),

    /** The records of a type that changed last, newest first, archived ones too. @param count at most 1000 */
    flexibleAssetsNewest: (
      type: FlexibleAssetTypeId,
      count: number,
    ): Promise<Rows<FlexibleAsset>> =>
      readNewest(transport, reader, '/flexible_assets', count, {
        'filter[flexible-asset-type-id]': type,
      }),

    /** One record with the links that lead away from it. */
    flexibleAsset: (asset: FlexibleAssetId): Promise<WithRelatedItems<FlexibleAsset>> =>
      readOne(transport, readerWithRelations, path(asset), { include: 'related_items' }),

    createFlexibleAsset: (
      organization: OrganizationId,
      type: FlexibleAssetTypeId,
      traits: WrittenTraits,
    ): Promise<FlexibleAsset> =>
      writeOne(
        transport,
        reader,
        'POST',
        '/flexible_assets',
        written({
          'organization-id': organization,
          'flexible-asset-type-id': type,
          traits,
        }),
      ),

    /** Several at once; IT Glue takes a list only under the organization. */
    createFlexibleAssets: (
      organization: OrganizationId,
      type: FlexibleAssetTypeId,
      traits: readonly WrittenTraits[],
    ): Promise<readonly FlexibleAsset[]> =>
      createMany(
        transport,
        reader,
        `/organizations/${organization}/relationships/flexible_assets`,
        traits.map((one) => written({ 'flexible-asset-type-id': type, traits: one })),
      ),

    /** Replaces all traits: one that is left out is deleted. */
    updateFlexibleAsset: (asset: FlexibleAssetId, traits: WrittenTraits): Promise<FlexibleAsset> =>
      writeOne(transport, reader, 'PATCH', path(asset), written({ traits })),

    /** Archives or unarchives; sends no traits, so they stay. */
    archiveFlexibleAsset: (asset: FlexibleAssetId, archived: boolean): Promise<FlexibleAsset> =>
      writeOne(transport, reader, 'PATCH', path(asset), written({ archived })),

    /** Deletes for good: all of them, or none where one of them is not there. */
    deleteFlexibleAssets: async (assets: readonly FlexibleAssetId[]): Promise<void> => {
      await transport.send('DELETE', '/flexible_assets', {
        data: assets.map((id) => ({ type: 'flexible_assets', attributes: { id } })),
      });
    },
  };
}
