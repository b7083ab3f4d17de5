import * as z from 'zod/mini';
import { organizationId, userId, type OrganizationId, type UserId } from '@/lib/model/ids';
import type { Rows } from '@/lib/model/rows';
import type { User } from '@/lib/model/user';
import { readPage, type Reader } from './json-api-read';
import { readAll } from './read-all';
import type { Transport } from './transport';
import { exactText, id, readableIds, text } from './wire';

const userWire = z.object({
  id,
  attributes: z.object({
    'first-name': text,
    'last-name': text,
    email: exactText,
    'role-name': exactText,
  }),
});

type UserWithoutGroups = Omit<User, 'organizationIds'>;

const userReader: Reader<z.infer<typeof userWire>, UserWithoutGroups> = {
  resource: 'users',
  wire: userWire,
  toModel: ({ id: user, attributes }) => ({
    id: userId(user),
    name:
      [attributes['first-name'], attributes['last-name']]
        .filter((part) => part !== null)
        .join(' ') ||
      (attributes.email ?? `#${user}`),
    email: attributes.email ?? '',
    // Of a role that cannot be read nothing may be decided.
    roleName: attributes['role-name'] ?? '',
  }),
};

/** A group of users, linked to the organizations they may see. */
interface Group {
  readonly id: string;
  readonly userIds: readonly UserId[];
  readonly organizationIds: readonly OrganizationId[];
}

const groupWire = z.object({
  id,
  relationships: z.nullish(z.object({ users: readableIds, organizations: readableIds })),
});

const groupReader: Reader<z.infer<typeof groupWire>, Group> = {
  resource: 'groups',
  // The reference lists name, created_at and updated_at for this resource, no id.
  sort: 'created_at',
  wire: groupWire,
  toModel: ({ id: group, relationships }) => ({
    id: group,
    userIds: (relationships?.users ?? []).map(userId),
    organizationIds: (relationships?.organizations ?? []).map(organizationId),
  }),
};

/** Gives each user the organizations of all their groups. */
function joinGroups(users: readonly UserWithoutGroups[], groups: readonly Group[]): User[] {
  const seen = new Map<UserId, Set<OrganizationId>>();
  for (const group of groups)
    for (const user of group.userIds) {
      const organizations = seen.get(user) ?? new Set();
      for (const organization of group.organizationIds) organizations.add(organization);
      seen.set(user, organizations);
    }
  return users.map((user) => ({ ...user, organizationIds: [...(seen.get(user.id) ?? [])] }));
}

export function users(transport: Transport) {
  return {
    /** All users of the tenant, with the organizations that their groups link to. */
    users: async (): Promise<Rows<User>> => {
      const people = await readAll((page) => readPage(transport, userReader, '/users', page));
      const groups = await readAll((page) =>
        readPage(transport, groupReader, '/groups', page, { include: 'users,organizations' }),
      );
      return {
        rows: joinGroups(people.rows, groups.rows),
        skipped: [...people.skipped, ...groups.skipped],
        oddFields: [...people.oddFields, ...groups.oddFields],
      };
    },
  };
}
