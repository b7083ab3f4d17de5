import * as z from 'zod/mini';
import {
  nameKey,
  type FlexibleAssetField,
  type FlexibleAssetFieldDraft,
  type FlexibleAssetType,
  type FlexibleAssetTypeDraft,
} from '@/lib/model/flexible-asset';
import { flexibleAssetTypeId, type FlexibleAssetTypeId } from '@/lib/model/ids';
import { strictly } from '@/lib/wire/shapes';
import { readPage, type Reader } from './json-api-read';
import { sureOfNone } from './look-up';
import { readAll } from './read-all';
import { createMany, writeOne } from './json-api-write';
import type { Transport } from './transport';
import { exactText, flag, id, relatedIds, text } from './wire';

const fieldWire = z.object({
  id,
  attributes: z.object({
    order: z.nullish(z.int()),
    name: exactText,
    'name-key': text,
    kind: exactText,
    required: flag(false),
    'use-for-title': flag(false),
    'show-in-list': flag(false),
    'tag-type': text,
  }),
});

const toField = ({ id: field, attributes }: z.infer<typeof fieldWire>): FlexibleAssetField => ({
  id: field,
  order: attributes.order ?? 0,
  name: attributes.name ?? '',
  nameKey: attributes['name-key'] ?? nameKey(attributes.name ?? ''),
  kind: attributes.kind ?? '',
  required: attributes.required,
  useForTitle: attributes['use-for-title'],
  showInList: attributes['show-in-list'],
  tagType: attributes['tag-type'],
});
const fieldReader: Reader<z.infer<typeof fieldWire>, FlexibleAssetField> = {
  resource: 'flexible_asset_fields',
  wire: fieldWire,
  toModel: toField,
};

const typeWire = z.object({
  id,
  attributes: z.object({
    name: exactText,
    description: exactText,
    icon: text,
    enabled: flag(true),
    'show-in-menu': flag(false),
  }),
  // Fields taken for absent would be added a second time.
  relationships: strictly(z.nullish(z.object({ 'flexible-asset-fields': relatedIds })), 'object'),
});

const reader: Reader<z.infer<typeof typeWire>, FlexibleAssetType> = {
  resource: 'flexible_asset_types',
  wire: typeWire,
  toModel: ({ id: type, attributes, relationships }, included, odd) => ({
    id: flexibleAssetTypeId(type),
    name: attributes.name ?? `#${type}`,
    description: attributes.description,
    icon: attributes.icon,
    enabled: attributes.enabled,
    showInMenu: attributes['show-in-menu'],
    fields: (relationships?.['flexible-asset-fields'] ?? [])
      .flatMap((field) => included('flexible-asset-fields', field) ?? [])
      .map((field) => toField(odd.parse('flexible_asset_fields', fieldWire, field)))
      .sort((a, b) => a.order - b.order),
  }),
};

const writtenField = (field: FlexibleAssetFieldDraft) => ({
  type: 'flexible_asset_fields',
  attributes: {
    order: field.order,
    name: field.name,
    kind: field.kind,
    hint: field.hint,
    required: field.required,
    'use-for-title': field.useForTitle,
    'show-in-list': field.showInList,
    'tag-type': field.tagType,
    'default-value': field.defaultValue,
  },
});

export function flexibleAssetTypes(transport: Transport) {
  return {
    /** The types of exactly this name with their fields, disabled ones too; people may have made several. */
    flexibleAssetTypesNamed: async (name: string): Promise<FlexibleAssetType[]> => {
      const types = await readAll((page) =>
        readPage(transport, reader, '/flexible_asset_types', page, {
          'filter[name]': name,
          include: 'flexible_asset_fields',
        }),
      );
      // One that cannot be read is there all the same: none may be made instead.
      sureOfNone(types, 'GET /flexible_asset_types', ['attributes.name']);
      return types.rows.filter((type) => type.name === name);
    },

    /** The answer has no fields: read the type again for their keys. */
    createFlexibleAssetType: async (
      draft: FlexibleAssetTypeDraft,
    ): Promise<FlexibleAssetTypeId> => {
      const type = await writeOne(transport, reader, 'POST', '/flexible_asset_types', {
        type: 'flexible_asset_types',
        attributes: {
          name: draft.name,
          description: draft.description,
          icon: draft.icon,
          'show-in-menu': draft.showInMenu,
        },
        relationships: { 'flexible-asset-fields': { data: draft.fields.map(writtenField) } },
      });
      return type.id;
    },

    /** Changes what is given; `enabled: false` takes the type out of the sidebar, as there is no delete. */
    updateFlexibleAssetType: async (
      type: FlexibleAssetTypeId,
      changes: {
        readonly enabled?: boolean;
        readonly showInMenu?: boolean;
        readonly description?: string;
      },
    ): Promise<void> => {
      await writeOne(transport, reader, 'PATCH', `/flexible_asset_types/${type}`, {
        type: 'flexible_asset_types',
        attributes: {
          enabled: changes.enabled,
          'show-in-menu': changes.showInMenu,
          description: changes.description,
        },
      });
    },

    /** Adds fields to a type; the fields it has stay. An update of the type itself takes none. */
    addFlexibleAssetFields: async (
      type: FlexibleAssetTypeId,
      fields: readonly FlexibleAssetFieldDraft[],
    ): Promise<void> => {
      await createMany(
        transport,
        fieldReader,
        `/flexible_asset_types/${type}/relationships/flexible_asset_fields`,
        fields.map(writtenField),
      );
    },
  };
}
