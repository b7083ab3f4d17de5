import { idNumber, type Call } from '../call';
import type { Resource } from '../list';
import type { GroupRow, LogRow, UserRow } from '../state';
import { stamps } from './named';
import { organizations } from './organizations';

export const users: Resource<UserRow> = {
  present: (row) => ({
    id: row.id,
    type: 'users',
    attributes: {
      'first-name': row.firstName,
      'last-name': row.lastName,
      'role-name': row.roleName,
      email: row.email,
      avatar: '',
      'invitation-sent-at': row.createdAt,
      'invitation-accepted-at': row.createdAt,
      'current-sign-in-at': row.updatedAt,
      'current-sign-in-ip': '127.0.0.1',
      'last-sign-in-at': row.updatedAt,
      'last-sign-in-ip': '127.0.0.1',
      reputation: 4749,
      'my-glue': false,
      'my-glue-account-id': null,
    },
  }),
  filters: {
    id: (row, value) => row.id === value,
    name: (row, value) => [row.firstName, row.lastName].filter(Boolean).join(' ') === value,
    email: (row, value) => row.email === value,
    role_name: (row, value) => row.roleName === value,
  },
  wholeValue: ['name'],
  sorts: {
    id: (row) => row.id,
    name: (row) => `${row.firstName} ${row.lastName ?? ''}`,
    email: (row) => row.email,
    created_at: (row) => row.createdAt,
    updated_at: (row) => row.updatedAt,
  },
};

const present = <Row>(
  table: ReadonlyMap<string, Row>,
  ids: string[],
  resource: Resource<Row>,
  call: Call,
) =>
  ids.flatMap((id) => {
    const row = table.get(id);
    return row === undefined ? [] : [resource.present(row, call)];
  });

export const groups: Resource<GroupRow> = {
  present: (row) => ({
    id: row.id,
    type: 'groups',
    attributes: { name: row.name, ...stamps(row) },
  }),
  filters: { name: (row, value) => row.name === value },
  wholeValue: ['name'],
  // The reference lists no `id` here.
  sorts: {
    name: (row) => row.name,
    created_at: (row) => row.createdAt,
    updated_at: (row) => row.updatedAt,
  },
  includes: {
    users: {
      relationship: 'users',
      rows: (row, call) => present(call.state.users, row.userIds, users, call),
    },
    organizations: {
      relationship: 'organizations',
      rows: (row, call) =>
        present(call.state.organizations, row.organizationIds, organizations, call),
    },
  },
};

export const logs: Resource<LogRow> = {
  present: (row) => ({
    id: row.id,
    type: 'logs',
    attributes: {
      'created-at': row.createdAt,
      level: 2,
      'account-id': 1,
      'user-id': idNumber(row.userId),
      'organization-id': idNumber(row.organizationId),
      action: row.action,
      'resource-type': row.resourceType,
      'resource-name': row.resourceName,
      'ip-address': '127.0.0.1',
      'ip-city': null,
      'ip-region': null,
      'ip-country': null,
      'user-agent': null,
    },
  }),
  filters: {
    created_at: (row, value) => {
      const [from = '*', to = '*'] = value.split(',').map((part) => part.trim());
      const at = Date.parse(row.createdAt);
      return (from === '*' || at >= Date.parse(from)) && (to === '*' || at <= Date.parse(to));
    },
  },
  wholeValue: ['created_at'],
  sorts: { created_at: (row) => row.createdAt },
  // The reference: "limited to 5 pages of results".
  lastPage: 5,
};

/** The rows of the last 30 days. */
export function recentLogs(call: Call): LogRow[] {
  const from = Date.parse(call.now) - 30 * 24 * 60 * 60 * 1000;
  return call.state.logs.filter((row) => Date.parse(row.createdAt) >= from);
}
