import { z } from 'zod';
import type { Relatable, RelatedItem, RelatedKind, RelationEnd } from '@/lib/model/related-item';
import { includedIn, readRows, type Included, type Reader } from './json-api-read';
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

const reader: Reader<z.infer<typeof wire>, RelatedItem> = {
  resource: 'related_items',
  wire,
  toModel: ({ id: relation, attributes }) => ({
    id: relation,
    kind: kindOf(attributes['destination-type'] ?? attributes['resource-type']),
    destinationId: attributes['destination-id'] ?? attributes['resource-id'] ?? '',
    notes: attributes.notes,
  }),
};

/** A record together with the links that lead away from it. */
export type WithRelatedItems<Row> = Row & { readonly relatedItems: readonly RelatedItem[] };

/** To be spread into the wire form of a record read with `include=related_items`. */
export const relatedItemsWire = {
  relationships: z.object({ 'related-items': relatedIds }).nullish(),
};

export function relatedItemsOf(
  row: z.infer<z.ZodObject<typeof relatedItemsWire>>,
  included: Included,
): RelatedItem[] {
  const rows = (row.relationships?.['related-items'] ?? []).map((one) =>
    included('related-items', one),
  );
  return readRows(
    reader,
    rows.filter((one) => one !== undefined),
    includedIn(null),
  ).rows;
}

const sourceWire = z.object(relatedItemsWire);
const sourceReader: Reader<z.infer<typeof sourceWire>, RelatedItem[]> = {
  resource: 'related_items',
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
