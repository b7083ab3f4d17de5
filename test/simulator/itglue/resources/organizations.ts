import type { SimulatorAnswer } from '../../exchange';
import {
  flag,
  idNumber,
  noteLog,
  readBody,
  reference,
  requiredText,
  text,
  type Call,
  type Written,
} from '../call';
import { badRequest, notFound, unprocessable } from '../errors';
import { answerSingle, type Resource } from '../list';
import { takeId, type OrganizationRow } from '../state';
import { namedSorts, stamps } from './named';

export const organizations: Resource<OrganizationRow> = {
  present: (row, { state }) => ({
    id: row.id,
    type: 'organizations',
    attributes: {
      name: row.name,
      alert: null,
      description: row.description,
      'organization-type-id': idNumber(row.typeId),
      'organization-type-name': state.organizationTypes.get(row.typeId ?? '')?.name ?? null,
      'organization-status-id': idNumber(row.statusId),
      'organization-status-name': state.organizationStatuses.get(row.statusId ?? '')?.name ?? null,
      primary: row.primary,
      logo: '',
      'quick-notes': null,
      'short-name': row.shortName,
      ...stamps(row),
      // The vendor answers this one id as text.
      'parent-id': row.parentId,
      'ancestor-ids': row.parentId === null ? '[]' : `[${row.parentId}]`,
    },
  }),
  filters: {
    id: (row, value) => row.id === value,
    name: (row, value) => row.name === value,
    organization_type_id: (row, value) => row.typeId === value,
    organization_status_id: (row, value) => row.statusId === value,
    primary: (row, value) => String(row.primary) === value || String(Number(row.primary)) === value,
    group_id: (row, value, { state }) =>
      state.groups.get(value)?.organizationIds.includes(row.id) ?? false,
  },
  wholeValue: ['name'],
  sorts: { ...namedSorts, short_name: (row) => row.shortName ?? '' },
};

/** Two organizations may have one name: IT Glue does not refuse the second. */
export function createOrganization(call: Call): SimulatorAnswer {
  const { bulk, items } = readBody(call, 'organizations');
  const [item] = items;
  if (bulk || item === undefined) throw badRequest('Organizations are created one by one.');
  const row = write(call, item, undefined);
  call.state.organizations.set(row.id, row);
  noteLog(call, 'create', 'Organization', row.name, row.id);
  return answerSingle(call, organizations, row, 201);
}

export function updateOrganization(call: Call): SimulatorAnswer {
  const before = call.state.organizations.get(call.parameters.id ?? '');
  if (before === undefined) throw notFound('The organization');
  const { bulk, items } = readBody(call, 'organizations');
  const [item] = items;
  if (bulk || item === undefined) throw badRequest('This path updates one organization.');
  if (before.psaSynced)
    throw unprocessable('The organization is synced with your PSA and cannot be changed.');
  const row = Object.assign(before, write(call, item, before));
  noteLog(call, 'update', 'Organization', row.name, row.id);
  return answerSingle(call, organizations, row);
}

function write(call: Call, item: Written, before: OrganizationRow | undefined): OrganizationRow {
  const { state, now } = call;
  const name = requiredText(item, 'name', before?.name);
  const written = {
    shortName: text(item, 'short-name'),
    description: text(item, 'description'),
    typeId: reference(item, 'organization-type-id', state.organizationTypes),
    statusId: reference(item, 'organization-status-id', state.organizationStatuses),
  };
  const keep = <Value>(value: Value | undefined, old: Value | undefined, none: Value) =>
    value === undefined ? (old ?? none) : value;
  return {
    id: before?.id ?? takeId(state),
    name,
    shortName: keep(written.shortName, before?.shortName, null),
    typeId: keep(written.typeId, before?.typeId, null),
    statusId: keep(written.statusId, before?.statusId, null),
    primary: flag(item, 'primary', before?.primary ?? false),
    parentId: before?.parentId ?? null,
    description: keep(written.description, before?.description, null),
    psaSynced: before?.psaSynced ?? false,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
}
