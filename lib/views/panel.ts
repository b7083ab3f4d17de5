import type { Configuration } from '@/lib/model/configuration';
import type { Device } from '@/lib/model/device';
import type { ConfigurationRule } from '@/lib/model/match';
import type { NamedNeighbor } from '@/lib/model/radio';
import type { PanelUndo } from '@/lib/model/panel-decision';
import type { ConfigurationPage } from '@/lib/model/portal-page';
import type { TeamMark } from '@/lib/model/team-mark';
import type { ConnectionView } from './connections';
import type { PortsView } from './ports';
import type { Problem } from '@/lib/model/problem';
import type { IntegrationStatus } from '@/lib/model/integration-status';

/** What the panel on a configuration page shows. */
export type PanelView =
  /** Nothing to say here: not connected, or a page of another tenant. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'device';
      readonly device: Device;
      readonly configuration: Configuration;
      readonly networkName: string;
      readonly rule: ConfigurationRule;
      /** Goes back with a decision about the match. */
      readonly version: string;
      /** Who of the company matched it, where that was another. */
      readonly team: TeamMark | null;
      readonly connections: readonly ConnectionView[];
      /** The access points that an access point hears. */
      readonly neighbors: readonly NamedNeighbor[];
      /** Of a switch, where its ports were read. */
      readonly ports: PortsView | null;
      /** Whether the person chosen in the options may change the match. */
      readonly mayMatch: boolean;
      /** What of the user's own decisions can be taken back here. */
      readonly undo: PanelUndo | null;
      /** When the device's values were read from Datto, ISO 8601. */
      readonly readAt: string;
      readonly status: IntegrationStatus;
      /** Why the values could not be read again; the stored ones are shown. */
      readonly problem: Problem | null;
    }
  | {
      readonly kind: 'unmatched';
      /** The configuration's name, which the page's title shows; `null` where it was never read. */
      readonly title: string | null;
      readonly why:
        /** No Datto network is matched to the configuration's organization. */
        | 'organization-unmatched'
        /** Networks are matched, and no device fits or has been chosen. */
        | 'device-unmatched'
        /** The last sync did not see this configuration. */
        | 'configuration-unknown'
        /** No sync has ended yet. */
        | 'never-synced';
      /** The page it is shown on. */
      readonly page: ConfigurationPage;
      /** Whether the person chosen in the options may choose a device. */
      readonly mayMatch: boolean;
      /** What of the user's own decisions can be taken back here. */
      readonly undo: PanelUndo | null;
      /** It is of a type that devices are documented with, so that one is missed. */
      readonly expected: boolean;
      /** Another's decision took the device that was matched here before. */
      readonly team: TeamMark | null;
      readonly connections: readonly ConnectionView[];
      /** Nothing is asked about this configuration any more. */
      readonly ignored: boolean;
      readonly status: IntegrationStatus;
    };
