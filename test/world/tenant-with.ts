import type { OrganizationRow } from '@/test/simulator/itglue/state';
import { TenantBuilder } from '@/test/simulator/tenant/builder';
import type { Tenant } from '@/test/simulator/tenant/tenant';

/** A tenant to build on, with an Administrator (`1`) and a Manager (`2`) of the organizations given. */
export function tenantWith(build: (builder: TenantBuilder) => readonly OrganizationRow[]): Tenant {
  const builder = new TenantBuilder(7, Date.now());
  const own = build(builder);
  const { itglue } = builder.tenant;
  const at = '2026-01-01T00:00:00.000Z';
  const stamp = { createdAt: at, updatedAt: at };
  const people = [
    ['1', 'Ada', 'Administrator'],
    ['2', 'Max', 'Manager'],
    ['3', 'Carl', 'Editor'],
  ] as const;
  for (const [id, firstName, roleName] of people)
    itglue.users.set(id, {
      id,
      firstName,
      lastName: null,
      email: `${firstName.toLowerCase()}@contoso-msp.example`,
      roleName,
      ...stamp,
    });
  itglue.groups.set('10', {
    id: '10',
    name: 'Own',
    userIds: ['2', '3'],
    organizationIds: own.map(({ id }) => id),
    ...stamp,
  });
  return builder.tenant;
}
