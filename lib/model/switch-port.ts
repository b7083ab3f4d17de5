import type { Mac } from './mac';

/** What a port's Power over Ethernet is at, as the API words it; other words are absent. */
export const poeStatuses = [
  'disabled',
  'searching',
  'delivering power',
  'test mode',
  'fault',
  'other fault',
  'requesting power',
] as const;
export type PoeStatus = (typeof poeStatuses)[number];

/** A port of a switch, or a link aggregate of several. */
export interface SwitchPort {
  /** `1`, `2`, … or `trunk1`, … for link aggregates. */
  readonly id: string;
  /** `null` where it is not told. */
  readonly enabled: boolean | null;
  readonly up: boolean | null;
  readonly description: string | null;
  /** Mbit/s; `null` where there is no link. */
  readonly speed: number | null;
  readonly uplink: boolean;
  readonly vlan: number | null;
  /** `null` for a port that gives no power. Watts. */
  readonly poe: {
    readonly enabled: boolean | null;
    readonly status: PoeStatus | null;
    readonly draw: number | null;
    readonly limit: number | null;
  } | null;
  /** What was seen on it, each once. */
  readonly macs: readonly Mac[];
}
