import type { DeviceStatus } from '@/lib/model/device';
import type { ConfigurationId } from '@/lib/model/ids';

/** The device of a configuration, as an organization's list of configurations shows it. */
export interface ListedDevice {
  readonly configurationId: ConfigurationId;
  readonly status: DeviceStatus;
  /** When that was read, ISO 8601. */
  readonly readAt: string;
}

/** What is shown on an organization's list of configurations. */
export interface ConfigurationListView {
  /** Undecided devices of the organization; `null` where the person may not match. */
  readonly unmatched: number | null;
  /** Those that are matched; none where the person may not see them. */
  readonly devices: readonly ListedDevice[];
}
