import type { SimulatorAnswer } from '../../exchange';
import { flag, idNumber, noteLog, readBody, reference, type Call, type Written } from '../call';
import { badRequest, notFound, unprocessable } from '../errors';
import { answerList, answerRows, answerSingle, type Resource } from '../list';
import { flexibleAssetName, takeId, type FlexibleAssetRow } from '../state';
import { nameKeyOf } from './flexible-asset-types';
import { stamps } from './named';
import { forgetRelatedItems, relatedItemsInclude } from './related-items';
import { forgetEmbedded } from './passwords';
import { keepTraitPasswords } from './trait-passwords';
import { readTraits, writeTraits } from './traits';

export const flexibleAssets: Resource<FlexibleAssetRow> = {
  present: (row, call) => {
    const { state } = call;
    const type = state.flexibleAssetTypes.get(row.typeId);
    const portal = `https://${state.subdomain}${state.region === 'us' ? '' : `.${state.region}`}.itglue.com`;
    return {
      id: row.id,
      type: 'flexible-assets',
      attributes: {
        'organization-id': idNumber(row.organizationId),
        'organization-name': state.organizations.get(row.organizationId)?.name ?? null,
        'resource-url': `${portal}/${row.organizationId}/assets/${row.typeId}-${nameKeyOf(type?.name ?? '')}/records/${row.id}`,
        restricted: row.restricted,
        'my-glue': false,
        'flexible-asset-type-id': idNumber(row.typeId),
        'flexible-asset-type-name': type?.name ?? null,
        name: flexibleAssetName(state, row),
        traits: readTraits(call, row),
        archived: row.archived,
        ...stamps(row),
      },
    };
  },
  filters: {
    flexible_asset_type_id: (row, value) => row.typeId === value,
    organization_id: (row, value) => row.organizationId === value,
    name: (row, value, { state }) => flexibleAssetName(state, row) === value,
    id: (row, value) => row.id === value,
  },
  wholeValue: ['name'],
  // The reference lists no `id` here.
  sorts: {
    name: (row) => row.id,
    created_at: (row) => row.createdAt,
    updated_at: (row) => row.updatedAt,
  },
  singleIncludes: { related_items: relatedItemsInclude('flexible_assets') },
};

export function listFlexibleAssets(call: Call): SimulatorAnswer {
  const { query } = call.request;
  if (
    !query.has('filter[flexible-asset-type-id]') &&
    !query.has('filter[flexible_asset_type_id]')
  ) {
    throw badRequest("Missing parameter 'filter[flexible-asset-type-id]'.", 'filter');
  }
  const sorts = {
    ...flexibleAssets.sorts,
    name: (row: FlexibleAssetRow) => flexibleAssetName(call.state, row),
  };
  return answerList(call, { ...flexibleAssets, sorts }, call.state.flexibleAssets.values());
}

export function createFlexibleAssets(call: Call): SimulatorAnswer {
  const { bulk, items } = readBody(call, 'flexible-assets');
  if (bulk && call.parameters.organizationId === undefined) {
    throw badRequest('Flexible assets are created in bulk on the nested path only.');
  }
  const rows = items.map((item) => write(call, item, undefined));
  for (const row of rows) {
    call.state.flexibleAssets.set(row.id, row);
    keepTraitPasswords(call, row);
    noteLog(
      call,
      'create',
      'Flexible Asset',
      flexibleAssetName(call.state, row),
      row.organizationId,
    );
  }
  const [first] = rows;
  return bulk || first === undefined
    ? answerRows(call, flexibleAssets, rows, 201)
    : answerSingle(call, flexibleAssets, first, 201);
}

/** With `traits` all of them are replaced, without the attribute they stay. One, or several by id; all or nothing. */
export function updateFlexibleAssets(call: Call): SimulatorAnswer {
  const { bulk, items } = readBody(call, 'flexible-assets');
  const single = call.parameters.id;
  if (bulk === (single !== undefined)) {
    throw badRequest(
      bulk ? 'This path updates one flexible asset.' : 'A bulk update takes an array.',
    );
  }
  const changes = items.map((item) => {
    const before = find(call, single ?? item.id);
    return { before, after: write(call, item, before) };
  });
  const rows = changes.map(({ before, after }) => {
    const row = Object.assign(before, after);
    keepTraitPasswords(call, row);
    noteLog(
      call,
      'update',
      'Flexible Asset',
      flexibleAssetName(call.state, row),
      row.organizationId,
    );
    return row;
  });
  const [first] = rows;
  return single === undefined || first === undefined
    ? answerRows(call, flexibleAssets, rows)
    : answerSingle(call, flexibleAssets, first);
}

export function deleteFlexibleAsset(call: Call): SimulatorAnswer {
  remove(call, find(call, call.parameters.id));
  return { status: 204, headers: {}, body: '' };
}

/** Several by the ids in the body, all or none; answers what was deleted. */
export function deleteFlexibleAssets(call: Call): SimulatorAnswer {
  const { bulk, items } = readBody(call, 'flexible-assets');
  if (!bulk) throw badRequest("Invalid parameter 'data': Must be an Array of nested elements.");
  const rows = items.map(({ id }) => find(call, id));
  const answer = answerRows(call, flexibleAssets, rows);
  for (const row of rows) remove(call, row);
  return answer;
}

function find(call: Call, id: string | undefined): FlexibleAssetRow {
  const row = call.state.flexibleAssets.get(id ?? '');
  if (row === undefined) throw notFound('The flexible asset');
  return row;
}

function remove(call: Call, row: FlexibleAssetRow): void {
  const name = flexibleAssetName(call.state, row);
  call.state.flexibleAssets.delete(row.id);
  forgetRelatedItems(call.state, 'flexible_assets', 'Flexible Asset', row.id);
  forgetEmbedded(call.state, row.id);
  noteLog(call, 'destroy', 'Flexible Asset', name, row.organizationId);
}

function write(call: Call, item: Written, before: FlexibleAssetRow | undefined): FlexibleAssetRow {
  const { state, now } = call;
  const organizationId =
    call.parameters.organizationId ??
    reference(item, 'organization-id', state.organizations) ??
    before?.organizationId;
  if (organizationId === undefined)
    throw unprocessable("organization-id can't be blank", 'organization-id');
  if (!state.organizations.has(organizationId)) throw notFound('The organization');
  const typeId =
    before?.typeId ?? reference(item, 'flexible-asset-type-id', state.flexibleAssetTypes);
  const type = state.flexibleAssetTypes.get(typeId ?? '');
  if (type === undefined) {
    throw unprocessable("flexible-asset-type-id can't be blank", 'flexible-asset-type-id');
  }
  const written = item.attributes.traits;
  if (before === undefined && written === undefined)
    throw unprocessable("traits can't be blank", 'traits');
  return {
    id: before?.id ?? takeId(state),
    organizationId,
    typeId: type.id,
    traits: written === undefined ? (before?.traits ?? {}) : writeTraits(call, type, written),
    archived: flag(item, 'archived', before?.archived ?? false),
    restricted: flag(item, 'restricted', before?.restricted ?? false),
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
}
