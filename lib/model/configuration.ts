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
  /** `null` where it has none; one that was stored by an early version has no such field. */
  readonly typeId: string | null;
  readonly typeName: string | null;
  readonly statusName: string | null;
  readonly manufacturerName: string | null;
  readonly modelName: string | null;
  readonly archived: boolean;
  /** When it came into IT Glue, ISO 8601; `null` where that is not told. */
  readonly createdAt: string | null;
  /** A PSA writes it. */
  readonly psaSynced: boolean;
  /** Its own MAC, those of all its interfaces and those that an RMM reports, without repetition. */
  readonly macs: readonly Mac[];
  /** Its primary IP, those of all its interfaces and those that an RMM reports, without repetition. */
  readonly ips: readonly Ip[];
  /** Of `macs`, those that only an RMM knows. */
  readonly rmmMacs: readonly Mac[];
  /** What an RMM reports, which IT Glue's pages show over what is documented; `null` where none does. */
  readonly rmm: RmmReport | null;
  /** The vendor's own Datto Networking integration links a device to it. */
  readonly vendorLinked: boolean;
}

/** What a remote monitoring tool reports for a configuration. */
export interface RmmReport {
  readonly macs: readonly Mac[];
  readonly ips: readonly Ip[];
  readonly serialNumber: string | null;
  readonly hostname: string | null;
}
