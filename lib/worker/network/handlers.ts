import { readViewer } from '@/lib/access/viewer';
import type { networkProtocol } from '@/lib/messages/network';
import type { Handlers } from '@/lib/messages/router';
import type { OrganizationId } from '@/lib/model/ids';
import type { Database } from '@/lib/store/schema';
import { networkCard } from './card';
import { networkSheet } from './sheet';

/** Answers about an organization's networks. Who may see them is looked up again for each. @param open opens the sheet */
export function networkHandlers(
  store: () => Promise<Database>,
  open: (organizationId: OrganizationId) => Promise<void>,
): Pick<Handlers, keyof typeof networkProtocol> {
  return {
    async 'network.sheet'({ organizationId }) {
      const database = await store();
      return networkSheet(database, await readViewer(database), organizationId);
    },
    async 'network.card'({ organizationId }) {
      const database = await store();
      return networkCard(database, await readViewer(database), organizationId);
    },
    async 'network.open'({ organizationId }) {
      await open(organizationId);
      return null;
    },
  };
}
