import type { OrganizationId, UserId } from '@/lib/model/ids';
import type { NetworkMatch } from '@/lib/model/match';
import type { Organization } from '@/lib/model/organization';
import type { User } from '@/lib/model/user';

/** What the person chosen in the options may see and decide. */
export interface Viewer {
  /**
   * `all`: an Administrator. `own`: a Manager, the organizations of whose groups. `panels`: any other
   * role, device panels only. `no-user`: none is chosen, or one who is gone from the tenant.
   */
  readonly access: 'all' | 'own' | 'panels' | 'no-user';
  readonly userId: UserId | null;
  /** For the activity list; empty where no user is chosen. */
  readonly name: string;
  /** Those that the user's groups link to. */
  readonly organizationIds: readonly OrganizationId[];
  readonly mayOrganization: (id: OrganizationId) => boolean;
  /** Who sees how an organization's devices are: all who see their panels, but no Manager of others. */
  readonly mayDevices: (id: OrganizationId) => boolean;
  /** By the network's decision; one without an organization is for those who may see every organization. */
  readonly mayNetwork: (match: NetworkMatch | null | undefined) => boolean;
}

/**
 * Works out what a user may see.
 * @param chosen the user chosen in the options
 * @param organizations all of the tenant: a Manager whose groups cover them sees every network
 */
export function viewerOf(
  chosen: UserId | null,
  users: readonly User[],
  organizations: readonly Pick<Organization, 'id'>[],
): Viewer {
  const user = users.find(({ id }) => id === chosen);
  const access = user ? accessOf(user.roleName) : 'no-user';
  const own = new Set(user?.organizationIds);
  const everything =
    access === 'all' ||
    (access === 'own' && organizations.length > 0 && organizations.every(({ id }) => own.has(id)));
  const mayOrganization = (id: OrganizationId) =>
    access === 'all' || (access === 'own' && own.has(id));
  return {
    access,
    userId: user?.id ?? null,
    name: user?.name ?? '',
    organizationIds: user?.organizationIds ?? [],
    mayOrganization,
    mayDevices: (id) => access !== 'own' || own.has(id),
    mayNetwork: (match) =>
      match?.state === 'matched' ? mayOrganization(match.organizationId) : everything,
  };
}

function accessOf(roleName: string): 'all' | 'own' | 'panels' {
  switch (roleName.trim().toLowerCase()) {
    case 'administrator':
      return 'all';
    case 'manager':
      return 'own';
    default:
      return 'panels';
  }
}
