import type { Aim, Figure } from './figures';

/** One line of the table. */
export interface Row {
  /** By which it is run alone. */
  readonly name: string;
  readonly what: string;
  /** What the floor is; empty where there is none. */
  readonly floor: string;
  readonly unit: 'ms' | 'KiB' | 'MiB' | '%' | 'requests' | 'rows' | 'times' | 'shift';
  readonly aim: Aim;
}

/** What measures one row, or several by the same work. */
export interface Measurement {
  readonly rows: readonly Row[];
  /** Where five would take too long. */
  readonly rounds?: number;
  /** Makes what every round needs. */
  open(): Promise<Session>;
}

export interface Session {
  /** Ours and the floor in turn: each row's figure by its name. */
  round(): Promise<Readonly<Record<string, Figure>>>;
  close(): Promise<void>;
}

/** Of work that needs nothing made before and leaves nothing behind. */
export const plain = (round: Session['round']): Measurement['open'] => {
  return () => Promise.resolve({ round, close: () => Promise.resolve() });
};

/** Milliseconds that work takes, and what comes of it. */
export async function timed<Value>(
  work: () => Value | Promise<Value>,
): Promise<{ readonly ms: number; readonly value: Value }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}
