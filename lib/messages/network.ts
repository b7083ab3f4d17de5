import type { NetworkCardView, NetworkSheetView } from '@/lib/views/network-sheet';
import { organizationPageSchema } from './ids';
import { message, portal } from './message';

/** What is known of an organization's networks; all of it from the store. */
export const networkProtocol = {
  'network.sheet': message('page', organizationPageSchema).returns<NetworkSheetView>(),
  /** A line about them for the organization's home page; `null` where there is nothing to say. */
  'network.card': message(
    portal('organization'),
    organizationPageSchema,
  ).returns<NetworkCardView | null>(),
  /** Opens the sheet of the organization of the tab's page. */
  'network.open': message(portal('organization'), organizationPageSchema).returns<null>(),
} as const;
