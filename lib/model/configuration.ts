import type { ConfigurationId, OrganizationId } from './ids';
import type { Ip } from './ip';
import type { Mac } from './mac';

/** An IT Glue configuration: the documentation of one device. */
export interface Configuration {
  readonly id: ConfigurationId;
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly hostname: string | null;
  /** As typed in IT Glue; for display beside Datto's value. */
  readonly primaryIp: string | null;
  /** As typed in IT Glue. */
  readonly macAddress: string | null;
  readonly serialNumber: string | null;
  readonly typeName: string | null;
  readonly statusName: string | null;
  readonly manufacturerName: string | null;
  readonly modelName: string | null;
  readonly archived: boolean;
  /** The configuration's own MAC and those of all its interfaces that are MACs, without repetition. */
  readonly macs: readonly Mac[];
  /** The configuration's primary IP and those of all its interfaces that are IPs, without repetition. */
  readonly ips: readonly Ip[];
}
