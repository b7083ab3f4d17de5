import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import { portalAddress } from '@/lib/model/portal';
import type { Connection } from '@/lib/model/settings';

/** A configuration's page in the tenant's portal. */
export const configurationUrl = (
  connection: Connection,
  organizationId: OrganizationId,
  configurationId: ConfigurationId,
): string => `${portalAddress(connection)}/${organizationId}/configurations/${configurationId}`;
