import * as z from 'zod/mini';
import type { Relatable, RelatedItem, RelatedKind, RelationEnd } from '@/lib/model/related-item';
import type { OddFields } from '@/lib/wire/odd-fields';
import { strictly } from '@/lib/wire/shapes';
import type { Included, Reader } from './json-api-read';
import { readOne, writeOne } from './json-api-write';
import type { Transport } from './transport';
import { exactText, id, optionalId, relatedIds } from './wire';

/** In an address and in a body, as the reference spells them. */
const spellings: Readonly<Record<Relatable, { path: string; type: string }>> = {
  configuration: { path: 'configurations', type: 'Configuration' },
  'flexible-asset': { path: 'flexible_assets', type: 'Flexible Asset' },
  password: { path: 'passwords', type: 'Password' },
};

/** `Flexible Asset`, `flexible-assets`, `FlexibleAsset`: the reference uses several spellings. */
function kindOf(type: string | null): RelatedKind {
  const letters = (type ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
    .replace(/s$/, '');
  if (letters === 'flexibleasset') return 'flexible-asset';
  if (letters === 'configuration' || letters === 'password') return letters;
  return 'other';
}

const wire = z.object({
  id,
  attributes: z.object({
    'destination-type': exactText,
    'destination-id': optionalId,
    'resource-type': exactText,
    'resource-id': optionalId,
    notes: exactText,
  }),
});

const resource = 'related_items';
const toModel = ({ id: relation, attributes }: z.infer<typeof wire>): RelatedItem => ({
  id: relation,
  kind: kindOf(attributes['destination-type'] ?? attributes['resource-type']),
  destinationId: attributes['destination-id'] ?? attributes['resource-id'] ?? '',
  notes: attributes.notes,
});
const reader: Reader<z.infer<typeof wire>, RelatedItem> = { resource, wire, toModel };

/** A record together with the links that lead away from it. */
export type WithRelatedItems<Row> = Row & { readonly relatedItems: readonly RelatedItem[] };

/**
 * To be spread into the wire form of a record read with `include=related_items`. A link that cannot
 * be read fails the record: taken for absent it would be made a second time.
 */
export const relatedItemsWire = {
  relationships: strictly(z.nullish(z.object({ 'related-items': relatedIds })), 'object'),
};

export function relatedItemsOf(
  row: z.infer<z.ZodMiniObject<typeof relatedItemsWire>>,
  included: Included,
  odd: OddFields,
): RelatedItem[] {
  return (row.relationships?.['related-items'] ?? [])
    .map((one) => included('related-items', one))
    .filter((one) => one !== undefined)
    .map((one) => toModel(odd.parse(resource, wire, one)));
}

const sourceWire = z.object(relatedItemsWire);
const sourceReader: Reader<z.infer<typeof sourceWire>, RelatedItem[]> = {
  resource,
  wire: sourceWire,
  toModel: relatedItemsOf,
};

const pathOf = (end: RelationEnd) => `/${spellings[end.kind].path}/${end.id}`;
const relationsPath = (source: RelationEnd) => `${pathOf(source)}/relationships/related_items`;

export function relatedItems(transport: Transport) {
  return {
    /** The links that lead away from a record. */
    relatedItems: (source: RelationEnd): Promise<RelatedItem[]> =>
      readOne(transport, sourceReader, pathOf(source), {
        include: 'related_items',
        ...(source.kind === 'password' && { show_password: 'false' }),
      }),

    /** Links source to destination; doing it twice makes two links. */
    createRelatedItem: (
      source: RelationEnd,
      destination: RelationEnd,
      notes?: string,
    ): Promise<RelatedItem> =>
      writeOne(transport, reader, 'POST', relationsPath(source), {
        type: 'related_items',
        attributes: {
          destination_type: spellings[destination.kind].type,
          destination_id: destination.id,
          notes,
        },
      }),

    deleteRelatedItems: async (source: RelationEnd, ids: readonly string[]): Promise<void> => {
      await transport.send('DELETE', relationsPath(source), {
        data: ids.map((relation) => ({ type: 'related_items', attributes: { id: relation } })),
      });
    },
  };
}
