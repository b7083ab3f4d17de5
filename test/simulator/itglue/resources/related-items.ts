import type { SimulatorAnswer } from '../../exchange';
import { asJson, idNumber, idText, readBody, text, type Call, type ResourceObject } from '../call';
import { badRequest, notFound, unprocessable } from '../errors';
import { jsonApi, type Include } from '../list';
import {
  flexibleAssetName,
  takeId,
  type FlexibleAssetRow,
  type ItGlueState,
  type RelatedItemRow,
} from '../state';
import { Random } from '../../tenant/random';
import { stamps } from './named';
import { destinationOfTag } from './tags';

/** The types a link may lead to, and the table of those the simulator keeps. */
const destinations: Record<string, (state: ItGlueState, id: string) => string | undefined> = {
  Configuration: (state, id) => state.configurations.get(id)?.name,
  Password: (state, id) => state.passwords.get(id)?.name,
  'Flexible Asset': (state, id) => {
    const asset = state.flexibleAssets.get(id);
    return asset && flexibleAssetName(state, asset);
  },
};

const sources: Record<string, (state: ItGlueState) => ReadonlyMap<string, unknown>> = {
  configurations: (state) => state.configurations,
  passwords: (state) => state.passwords,
  flexible_assets: (state) => state.flexibleAssets,
};

/** ASSUMED: the reference shows how a link is written and not how it is read. */
function present({ state, quirks }: Call, row: RelatedItemRow): ResourceObject {
  const name = destinations[row.destinationType]?.(state, row.destinationId) ?? null;
  return {
    id: row.id,
    type: 'related-items',
    attributes: {
      ...(quirks.relatedItems !== 'resource' && {
        'source-type': row.sourceType,
        'source-id': idNumber(row.sourceId),
        'destination-type': row.destinationType,
        'destination-id': idNumber(row.destinationId),
        'destination-name': name,
      }),
      ...(quirks.relatedItems !== 'destination' && {
        'resource-type': row.destinationType,
        'resource-id': idNumber(row.destinationId),
        name,
      }),
      notes: row.notes,
      ...stamps(row),
    },
  };
}

/** The links that start at a record, for `include=related_items`; those whose destination is gone are left out. */
export function relatedItemsInclude(sourceType: string): Include<{ id: string }> {
  return {
    relationship: 'related-items',
    rows: (row, call) => {
      const { relatedItems, flexibleAssets } = call.state;
      const asset = sourceType === 'flexible_assets' ? flexibleAssets.get(row.id) : undefined;
      const made = [...relatedItems.values()].filter(
        (item) => item.sourceType === sourceType && item.sourceId === row.id,
      );
      return [...made, ...(asset && call.quirks.tagsRelate ? tagLinks(call, asset) : [])]
        .filter(
          (item) =>
            destinations[item.destinationType]?.(call.state, item.destinationId) !== undefined,
        )
        .map((item) => present(call, item));
    },
  };
}

/** A link for everything that a Tag field points to; it cannot be deleted by itself. */
function tagLinks({ state }: Call, asset: FlexibleAssetRow): RelatedItemRow[] {
  const fields = state.flexibleAssetTypes.get(asset.typeId)?.fields ?? [];
  return fields.flatMap((field) => {
    const tags = asset.traits[field.nameKey];
    const destinationType = destinationOfTag(field.tagType ?? '');
    if (!Array.isArray(tags) || destinationType === undefined) return [];
    return tags.map((destinationId) => ({
      id: String(
        900_000_000_000_000 +
          Random.of(0, asset.id, field.id, destinationId).between(0, 0x7fff_ffff),
      ),
      sourceType: 'flexible_assets',
      sourceId: asset.id,
      destinationType,
      destinationId,
      notes: null,
      createdAt: asset.updatedAt,
      updatedAt: asset.updatedAt,
    }));
  });
}

function sourceOf(call: Call): { sourceType: string; sourceId: string } {
  const sourceType = (call.parameters.resourceType ?? '').replaceAll('-', '_');
  const sourceId = call.parameters.resourceId ?? '';
  if (!sources[sourceType]?.(call.state).has(sourceId)) throw notFound('The resource');
  return { sourceType, sourceId };
}

/** The same link twice makes two. */
export function createRelatedItems(call: Call): SimulatorAnswer {
  const source = sourceOf(call);
  const { bulk, items } = readBody(call, 'related-items');
  const rows = items.map((item): RelatedItemRow => {
    const destinationType = text(item, 'destination-type') ?? '';
    const find = destinations[destinationType];
    if (find === undefined) {
      throw unprocessable(
        `destination-type "${destinationType}" is not supported.`,
        'destination-type',
      );
    }
    const destinationId = idText(item.attributes['destination-id'], 'destination-id');
    if (find(call.state, destinationId) === undefined) {
      throw unprocessable('The destination does not exist.', 'destination-id');
    }
    return {
      id: takeId(call.state),
      ...source,
      destinationType,
      destinationId,
      notes: text(item, 'notes') ?? null,
      createdAt: call.now,
      updatedAt: call.now,
    };
  });
  for (const row of rows) call.state.relatedItems.set(row.id, row);
  return answer(call, rows, bulk, 201);
}

export function deleteRelatedItems(call: Call): SimulatorAnswer {
  const { sourceType, sourceId } = sourceOf(call);
  const { bulk, items } = readBody(call, 'related-items');
  if (!bulk) throw badRequest("Invalid parameter 'data': Must be an Array of nested elements.");
  const rows = items.map((item) => {
    const row = call.state.relatedItems.get(item.id ?? '');
    if (row?.sourceType !== sourceType || row.sourceId !== sourceId)
      throw notFound('The related item');
    return row;
  });
  for (const row of rows) call.state.relatedItems.delete(row.id);
  return answer(call, rows, true, 200);
}

function answer(
  call: Call,
  rows: RelatedItemRow[],
  bulk: boolean,
  status: 200 | 201,
): SimulatorAnswer {
  const data = rows.map((row) => asJson(present(call, row)));
  return jsonApi(status, { data: bulk ? data : data[0] });
}

/** A record that is deleted takes its links with it, in both directions. */
export function forgetRelatedItems(
  state: ItGlueState,
  sourceType: string,
  destinationType: string,
  id: string,
): void {
  for (const [key, row] of state.relatedItems) {
    const starts = row.sourceType === sourceType && row.sourceId === id;
    const ends = row.destinationType === destinationType && row.destinationId === id;
    if (starts || ends) state.relatedItems.delete(key);
  }
}
