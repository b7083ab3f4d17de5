import type { OutletUsage, Period, Sample, SsidName } from '@/lib/model/history';
import type { Mac } from '@/lib/model/mac';
import type { Outage, Reach } from '@/lib/model/outages';
import type { DeviceLink } from './connections';

/** What every history has. */
interface HistoryCommon {
  readonly period: Period;
  /** When Datto was asked, ISO 8601. */
  readonly readAt: string;
  /** The time that it is about, milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** What went over one SSID of an access point; `null` where Datto does not tell. */
export interface SsidUse extends SsidName {
  /** Bytes. */
  readonly up: number | null;
  readonly down: number | null;
  readonly clients: number | null;
}

/** How an access point has been. */
export interface AccessPointHistory extends HistoryCommon {
  readonly ssids: readonly SsidUse[];
  /** When it reported and when not; empty where Datto tells of no check-in. */
  readonly reach: readonly Reach[];
  readonly outages: readonly Outage[];
  /** Through the mesh, bytes a second; empty for one on a cable. */
  readonly speeds: readonly Sample[];
}

/** Something that was connected to an access point. */
export interface ClientView {
  readonly mac: Mac | null;
  /** The configurations that have this very MAC. */
  readonly configurations: readonly DeviceLink[];
  /** What Datto calls it. */
  readonly name: string | null;
  readonly os: string | null;
  readonly wired: boolean | null;
  readonly blocked: boolean;
  /** ISO 8601. */
  readonly lastSeen: string | null;
  /** dBm */
  readonly signal: number | null;
  readonly ssids: readonly SsidName[];
  /** Bytes. */
  readonly up: number | null;
  readonly down: number | null;
}

/** Who was connected to an access point: the documented first, then by traffic. */
export interface ClientsHistory extends HistoryCommon {
  readonly clients: readonly ClientView[];
}

/** What a power strip's outlets used. */
export interface PowerHistory extends HistoryCommon {
  readonly outlets: readonly (OutletUsage & {
    /** As people named it. */
    readonly label: string | null;
  })[];
  /** Volts. */
  readonly voltage: readonly Sample[];
}
