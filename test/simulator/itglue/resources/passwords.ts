import type { SimulatorAnswer } from '../../exchange';
import {
  flag,
  idNumber,
  idText,
  noteLog,
  readBody,
  reference,
  requiredText,
  text,
  type Call,
  type Written,
} from '../call';
import { badRequest, notFound, unprocessable } from '../errors';
import { answerList, answerRows, answerSingle, type Resource } from '../list';
import { flexibleAssetName, takeId, type ItGlueState, type PasswordRow } from '../state';
import { namedSorts, stamps } from './named';
import { forgetRelatedItems, relatedItemsInclude } from './related-items';
import { keepTrait } from './trait-passwords';

const embeddable = [
  'Configuration',
  'Contact',
  'Document',
  'Domain',
  'Location',
  'SSL Certificate',
  'Flexible Asset',
  'Ticket',
];

/** The value is never part of it; `answerOne` adds it where it may be shown. */
const passwords: Resource<PasswordRow> = {
  present: (row, { state }) => {
    const portal = `https://${state.subdomain}${state.region === 'us' ? '' : `.${state.region}`}.itglue.com`;
    const resource = resourceOf(state, row);
    return {
      id: row.id,
      type: 'passwords',
      attributes: {
        'organization-id': idNumber(row.organizationId),
        'organization-name': state.organizations.get(row.organizationId)?.name ?? null,
        'resource-url': `${portal}/${row.organizationId}/passwords/${row.id}`,
        restricted: row.restricted,
        'my-glue': false,
        name: row.name,
        'autofill-selectors': null,
        username: row.username,
        url: row.url,
        notes: row.notes,
        'password-updated-at': row.passwordUpdatedAt,
        'updated-by': null,
        'resource-id': idNumber(row.resourceId),
        'resource-type': row.resourceType,
        'cached-resource-type-name': resource?.type ?? null,
        'cached-resource-name': resource?.name ?? null,
        'password-category-id': idNumber(row.categoryId),
        'password-category-name': state.passwordCategories.get(row.categoryId ?? '')?.name ?? null,
        archived: row.archived,
        ...stamps(row),
      },
    };
  },
  filters: {
    id: (row, value) => row.id === value,
    name: (row, value) => row.name === value,
    organization_id: (row, value) => row.organizationId === value,
    password_category_id: (row, value) => row.categoryId === value,
    url: (row, value) => row.url === value,
    cached_resource_name: (row, value, { state }) => resourceOf(state, row)?.name === value,
    archived: (row, value) => row.archived === (value === 'true' || value === '1'),
  },
  wholeValue: ['name', 'url', 'cached_resource_name'],
  sorts: { ...namedSorts, username: (row) => row.username ?? '', url: (row) => row.url ?? '' },
  singleIncludes: { related_items: relatedItemsInclude('passwords') },
};

function resourceOf(
  state: ItGlueState,
  row: PasswordRow,
): { type: string; name: string } | undefined {
  if (row.resourceId === null) return undefined;
  if (row.resourceType === 'Configuration') {
    const configuration = state.configurations.get(row.resourceId);
    return configuration && { type: 'Configuration', name: configuration.name };
  }
  const asset = state.flexibleAssets.get(row.resourceId);
  const type = asset && state.flexibleAssetTypes.get(asset.typeId);
  return asset && { type: type?.name ?? 'Flexible Asset', name: flexibleAssetName(state, asset) };
}

export function listPasswords(call: Call): SimulatorAnswer {
  const { organizationId } = call.parameters;
  if (organizationId !== undefined && !call.state.organizations.has(organizationId)) {
    throw notFound('The organization');
  }
  const rows = [...call.state.passwords.values()].filter(
    (row) => organizationId === undefined || row.organizationId === organizationId,
  );
  return answerList(call, passwords, rows);
}

export function getPassword(call: Call): SimulatorAnswer {
  return answerOne(call, find(call, call.parameters.id), 200, true);
}

export function createPasswords(call: Call): SimulatorAnswer {
  const { bulk, items } = readBody(call, 'passwords');
  if (bulk && call.parameters.organizationId === undefined) {
    throw badRequest('Passwords are created in bulk on the nested path only.');
  }
  const rows = items.map((item) => write(call, item, undefined));
  for (const row of rows) {
    call.state.passwords.set(row.id, row);
    noteLog(call, 'create', 'Password', row.name, row.organizationId);
  }
  const [first] = rows;
  return bulk || first === undefined
    ? answerRows(call, passwords, rows, 201)
    : answerOne(call, first, 201, false);
}

export function updatePasswords(call: Call): SimulatorAnswer {
  const { bulk, items } = readBody(call, 'passwords');
  const single = call.parameters.id;
  if (bulk === (single !== undefined)) {
    throw badRequest(bulk ? 'This path updates one password.' : 'A bulk update takes an array.');
  }
  const changes = items.map((item) => {
    const before = find(call, single ?? item.id);
    return { before, after: write(call, item, before) };
  });
  const rows = changes.map(({ before, after }) => {
    noteLog(call, 'update', 'Password', after.name, after.organizationId);
    const row = Object.assign(before, after);
    keepTrait(call, row);
    return row;
  });
  const [first] = rows;
  return single === undefined || first === undefined
    ? answerRows(call, passwords, rows)
    : answerOne(call, first, 200, false);
}

export function deletePassword(call: Call): SimulatorAnswer {
  const row = find(call, call.parameters.id);
  call.state.passwords.delete(row.id);
  forgetRelatedItems(call.state, 'passwords', 'Password', row.id);
  noteLog(call, 'destroy', 'Password', row.name, row.organizationId);
  return { status: 204, headers: {}, body: '' };
}

function find(call: Call, id: string | undefined): PasswordRow {
  const row = call.state.passwords.get(id ?? '');
  const { organizationId } = call.parameters;
  if (
    row === undefined ||
    (organizationId !== undefined && row.organizationId !== organizationId)
  ) {
    throw notFound('The password');
  }
  return row;
}

/** The value is shown where `show_password` says so (by default on reading only) to a key with password access. */
function answerOne(
  call: Call,
  row: PasswordRow,
  status: 200 | 201,
  shownByDefault: boolean,
): SimulatorAnswer {
  const asked = call.request.query.get('show_password') ?? String(shownByDefault);
  if (asked !== 'true' && asked !== 'false') {
    throw badRequest(
      "Invalid parameter 'show_password': Must be one of: true, false.",
      'show_password',
    );
  }
  if (asked === 'false' || !call.key.passwordAccess)
    return answerSingle(call, passwords, row, status);
  const withValue: Resource<PasswordRow> = {
    ...passwords,
    present: (one, context) => {
      const object = passwords.present(one, context);
      return { ...object, attributes: { ...object.attributes, password: one.password } };
    },
  };
  return answerSingle(call, withValue, row, status);
}

function write(call: Call, item: Written, before: PasswordRow | undefined): PasswordRow {
  const { state, now } = call;
  const organizationId =
    before?.organizationId ??
    call.parameters.organizationId ??
    reference(item, 'organization-id', state.organizations);
  if (organizationId === undefined || organizationId === null) {
    throw unprocessable("organization-id can't be blank", 'organization-id');
  }
  if (!state.organizations.has(organizationId)) throw notFound('The organization');
  const password = text(item, 'password') ?? before?.password;
  if (password === undefined || password === '')
    throw unprocessable("password can't be blank", 'password');
  const own = (attribute: string, old: string | null | undefined) => {
    const value = text(item, attribute);
    return value === undefined ? (old ?? null) : value;
  };
  const categoryId = reference(item, 'password-category-id', state.passwordCategories);
  const written = text(item, 'password') !== undefined;
  const unchanged =
    before?.password === password && !(written && call.quirks.equalPasswordIsChange);
  return {
    id: before?.id ?? takeId(state),
    organizationId,
    name: requiredText(item, 'name', before?.name),
    username: own('username', before?.username),
    password,
    url: own('url', before?.url),
    notes: own('notes', before?.notes),
    passwordUpdatedAt: before !== undefined && unchanged ? before.passwordUpdatedAt : now,
    categoryId: categoryId === undefined ? (before?.categoryId ?? null) : categoryId,
    ...(before === undefined
      ? embeddedIn(call, item)
      : { resourceId: before.resourceId, resourceType: before.resourceType }),
    archived: flag(item, 'archived', before?.archived ?? false),
    restricted: flag(item, 'restricted', before?.restricted ?? false),
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
}

function embeddedIn(
  { state }: Call,
  item: Written,
): Pick<PasswordRow, 'resourceId' | 'resourceType'> {
  const resourceType = text(item, 'resource-type') ?? null;
  const written = item.attributes['resource-id'] ?? null;
  if (resourceType === null && written === null) return { resourceId: null, resourceType: null };
  if (resourceType === null || written === null) {
    throw unprocessable('resource-id and resource-type must be used together.', 'resource-id');
  }
  if (!embeddable.includes(resourceType)) {
    throw unprocessable(`resource-type must be one of: ${embeddable.join(', ')}.`, 'resource-type');
  }
  const resourceId = idText(written, 'resource-id');
  const known: Record<string, ReadonlyMap<string, unknown>> = {
    Configuration: state.configurations,
    'Flexible Asset': state.flexibleAssets,
  };
  if (known[resourceType]?.has(resourceId) === false) {
    throw unprocessable('The resource does not exist.', 'resource-id');
  }
  return { resourceId, resourceType };
}

/** Embedded passwords go with the record they are in; general ones never do. */
export function forgetEmbedded(state: ItGlueState, resourceId: string): void {
  for (const [id, row] of state.passwords)
    if (row.resourceId === resourceId) state.passwords.delete(id);
}
