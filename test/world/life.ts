/** What a worker is about to do or has just done: it may be killed there. */
export type Moment =
  /** Before it asks for a lock. */
  | { readonly at: 'lock'; readonly name: string }
  /** `request`: before it is sent; `answer`: it had its effect, and the worker has not seen that yet. */
  | {
      readonly at: 'request' | 'answer';
      readonly method: string;
      readonly url: string;
      /** The same for a request and its answer. */
      readonly exchange: symbol;
    }
  /** Before a transaction that writes to its database. */
  | { readonly at: 'store' }
  /** Before it waits. */
  | { readonly at: 'wait' };

/** Says at each moment of a worker's life whether it ends there. */
export type Fate = (moment: Moment) => boolean;

/** Where a worker is killed: at its n-th write to IT Glue, counted from its start. */
export interface Death {
  /** `planned`: before anything is sent; `before`, `after`: the request has, or had, its effect. */
  readonly when: 'planned' | 'before' | 'after';
  /** 1 for the first. */
  readonly write: number;
}

export function atWrite({ when, write }: Death): Fate {
  let sent = 0;
  let nth: symbol | undefined;
  return (moment) => {
    if (moment.at === 'lock')
      return when === 'planned' && moment.name.startsWith('journal') && sent + 1 >= write;
    if (!('method' in moment) || moment.method === 'GET') return false;
    if (moment.at === 'answer') return when === 'after' && moment.exchange === nth;
    sent += 1;
    if (sent === write) nth = moment.exchange;
    // One more while the answer to the n-th is awaited would be a write too many.
    if (when === 'after') return sent > write;
    return when === 'before' && sent === write;
  };
}

/** Never settles. */
export const never = new Promise<never>(() => undefined);

/** One worker, from its start to its death. What it does when it dies never comes to an end. */
export class Life {
  #alive = true;
  readonly #fate: Fate;
  readonly #lastWill = new Set<() => void>();
  readonly died: Promise<void>;
  #markDied: () => void = () => undefined;

  constructor(fate: Fate = () => false) {
    this.#fate = fate;
    this.died = new Promise((resolve) => (this.#markDied = resolve));
  }

  get alive(): boolean {
    return this.#alive;
  }

  kill(): void {
    if (!this.#alive) return;
    this.#alive = false;
    for (const work of this.#lastWill) work();
    this.#markDied();
  }

  /** Does the work at its death; returns what takes that back. */
  atDeath(work: () => void): () => void {
    this.#lastWill.add(work);
    return () => this.#lastWill.delete(work);
  }

  /** Whether it lives on after the moment. */
  survives(moment: Moment): boolean {
    if (this.#alive && this.#fate(moment)) this.kill();
    return this.#alive;
  }

  /** Settles as the promise does, unless the worker is dead by then. */
  settle<Value>(promise: Promise<Value>): Promise<Value> {
    return promise.then(
      (value) => (this.#alive ? value : never),
      (error: unknown) => {
        if (this.#alive) throw error;
        return never;
      },
    );
  }
}
