import type { Mac } from './mac';

/** The spans that Datto's history can be asked for. */
export const periods = ['2hours', 'day', 'week', 'month'] as const;
export type Period = (typeof periods)[number];

const minute = 60_000;

/** How often a period is sampled, and how long it is, milliseconds. Source: `api/history.md` of `cloudtrax/docs`. */
export const sampling = {
  '2hours': { every: 5 * minute, span: 24 * 5 * minute },
  day: { every: 5 * minute, span: 288 * 5 * minute },
  week: { every: 35 * minute, span: 288 * 35 * minute },
  month: { every: 155 * minute, span: 288 * 155 * minute },
} as const satisfies Record<Period, { readonly every: number; readonly span: number }>;

/** A figure at a time. */
export interface Sample {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `null`: measured, but not told. */
  readonly value: number | null;
}

/** Whether a device reported when it should have. */
export interface Checkin {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly up: boolean;
}

/** An SSID by its name where that is known, else by its number. */
export interface SsidName {
  readonly name: string | null;
  readonly number: number;
}

/** What went over one SSID in a period; `null` where Datto does not tell. */
export interface SsidTraffic {
  /** 1 to 4. */
  readonly number: number;
  /** Bytes. */
  readonly up: number | null;
  /** Bytes. */
  readonly down: number | null;
  readonly clients: number | null;
}

/** One access point's history, as the answer for its whole network has it. */
export interface NodeHistory {
  readonly id: string;
  readonly traffic: readonly SsidTraffic[];
  readonly checkins: readonly Checkin[];
  /** Through the mesh, bytes a second; empty for a gateway. */
  readonly speeds: readonly Sample[];
}

/** A client of a network in a period. */
export interface ClientHistory {
  /** `null` where the row has none that can be read. */
  readonly mac: Mac | null;
  /** As people named it, else as it names itself. */
  readonly name: string | null;
  readonly os: string | null;
  /** On a cable; `null` where Datto does not tell. */
  readonly wired: boolean | null;
  readonly blocked: boolean;
  /** The access point it was last seen on. */
  readonly accessPoint: Mac | null;
  /** ISO 8601. */
  readonly lastSeen: string | null;
  /** Of the better antenna, dBm. */
  readonly signal: number | null;
  /** The SSIDs that it has traffic on, by number. */
  readonly ssids: readonly number[];
  /** Bytes. */
  readonly up: number | null;
  /** Bytes. */
  readonly down: number | null;
}

/** What one outlet of a power strip drew, watts. */
export interface OutletUsage {
  /** Its number on the strip, e.g. `3`. */
  readonly id: string;
  readonly watts: readonly Sample[];
}

/** What a power strip used in a period. */
export interface PowerUsage {
  readonly outlets: readonly OutletUsage[];
  /** Of the mains, volts. */
  readonly voltage: readonly Sample[];
}
