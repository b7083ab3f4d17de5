/** An outlet of a power strip. */
export interface Outlet {
  /** Its number on the strip, e.g. `3`. */
  readonly id: string;
  /** As people named it; `null` where it has its number for a name. */
  readonly label: string | null;
  readonly on: boolean | null;
  readonly watts: number | null;
}

export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof weekdays)[number];

/** What a power strip does with some of its outlets at a time of some days, by the clock of its network. */
export interface OutletSchedule {
  /** Numbers of outlets. */
  readonly outlets: readonly string[];
  readonly days: readonly Weekday[];
  readonly hour: number;
  readonly minute: number;
  readonly action: 'on' | 'off' | 'restart';
}
