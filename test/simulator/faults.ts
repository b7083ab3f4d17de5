import type { Api } from './exchange';
import { matchesPath } from './request-log';

/** What goes wrong. `effect` says whether the request is carried out before it goes wrong (default `before`). */
export type FaultKind =
  /** The answer comes this many milliseconds later. */
  | { kind: 'latency'; milliseconds: number }
  /** 429, nothing carried out; without `Retry-After` for null. */
  | { kind: 'too-many-requests'; retryAfterSeconds?: number | null }
  /** A 5xx (default 500); with `effect: 'after'` the row was created and the caller does not learn it. */
  | { kind: 'server-error'; effect?: 'before' | 'after'; status?: number }
  /** The connection is destroyed without an answer. */
  | { kind: 'reset'; effect?: 'before' | 'after' }
  /** Carried out; the body ends in the middle, and the connection with it. */
  | { kind: 'truncated' }
  /** Carried out; a complete answer whose body is not JSON. */
  | { kind: 'malformed' }
  /** Held until `release()`: before the request is carried out, or after it with the answer held back. */
  | { kind: 'hang'; effect?: 'before' | 'after' }
  /** Datto's clock is off by this many seconds for this request. */
  | { kind: 'clock-skew'; seconds: number }
  /** Not carried out; this is answered instead. */
  | { kind: 'answer'; status: number; body: unknown; headers?: Record<string, string> };

export type Fault = FaultKind & {
  api?: Api;
  host?: string;
  method?: string;
  /** A string is the exact path without query; an expression is tested against path and query. */
  path?: string | RegExp;
  /** How many matching requests it hits; default 1, Infinity for all. */
  times?: number;
  /** How many matching requests pass untouched before the first hit; default 0. */
  after?: number;
};

export interface FaultHandle {
  /** Settles when the first request runs into the fault (for a hang: is being held). */
  readonly reached: Promise<void>;
  /** How many requests it has hit. */
  readonly hits: number;
  /** Lets every held request go on, and those that would be held from now on. */
  release(): void;
  /** No further request is hit; held ones are released. */
  remove(): void;
}

export interface ActiveFault {
  fault: Fault;
  released: Promise<void>;
}

class Entry implements FaultHandle {
  hits = 0;
  readonly reached: Promise<void>;
  readonly released: Promise<void>;
  private seen = 0;
  private markReached = (): void => undefined;
  release = (): void => undefined;

  constructor(
    readonly fault: Fault,
    private readonly forget: (entry: Entry) => void,
  ) {
    this.reached = new Promise((resolve) => (this.markReached = resolve));
    this.released = new Promise((resolve) => (this.release = resolve));
  }

  remove(): void {
    this.forget(this);
    this.release();
  }

  /** Counts a request that matches, and says whether this one is hit. */
  take(): boolean {
    this.seen += 1;
    if (this.seen <= (this.fault.after ?? 0) || this.hits >= (this.fault.times ?? 1)) return false;
    this.hits += 1;
    this.markReached();
    return true;
  }
}

/** The faults waiting for requests. Several may hit the same request; they act in the order they were added. */
export class Faults {
  private entries: Entry[] = [];

  add(fault: Fault): FaultHandle {
    const entry = new Entry(
      fault,
      (gone) => (this.entries = this.entries.filter((other) => other !== gone)),
    );
    this.entries.push(entry);
    return entry;
  }

  /** Removes all faults and releases what they hold. */
  clear(): void {
    for (const entry of [...this.entries]) entry.remove();
  }

  /** The faults that hit this request; each is counted. */
  take(request: { api: Api; host: string; method: string; path: string }): ActiveFault[] {
    return this.entries
      .filter(
        ({ fault }) =>
          (fault.api === undefined || fault.api === request.api) &&
          (fault.host === undefined || fault.host === request.host) &&
          (fault.method === undefined || fault.method === request.method) &&
          matchesPath(fault.path, request.path),
      )
      .filter((entry) => entry.take());
  }
}
