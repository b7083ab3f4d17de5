import type { OrganizationId } from '@/lib/model/ids';

/** An organization's page in the portal; empty where no portal is known. */
export const organizationUrl = (portal: string | null, id: OrganizationId): string =>
  portal === null ? '' : `${portal}/${id}`;
