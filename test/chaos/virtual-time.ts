type Work = () => void;
interface Timer {
  readonly id: number;
  readonly at: number;
  readonly work: Work;
  readonly every: number | null;
}

const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
  setImmediate: globalThis.setImmediate,
  dateNow: Date.now,
};

/** Turns of the event loop without work after which nothing is under way but timers. */
const quietTurns = 3;

/**
 * Time that passes only when nothing is left to do before it: the same work always meets the same
 * moments. Takes the place of the global timers and of `Date.now` while it is installed.
 */
export class VirtualTime {
  #now: number;
  #ids = 0;
  #timers: Timer[] = [];
  #immediates = 0;

  /** @param start milliseconds since 1970 */
  constructor(start: number) {
    this.#now = start;
  }

  readonly now = (): number => this.#now;
  readonly wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => void this.#add(milliseconds, resolve, null));
  readonly pass = (milliseconds: number): void => {
    this.#now += milliseconds;
  };

  #add(milliseconds: number | undefined, work: Work, every: number | null): number {
    const timer = { id: ++this.#ids, at: this.#now + Math.max(0, milliseconds ?? 0), work, every };
    const place = this.#timers.findIndex(({ at }) => at > timer.at);
    this.#timers.splice(place < 0 ? this.#timers.length : place, 0, timer);
    return timer.id;
  }

  #clear(id: unknown): void {
    this.#timers = this.#timers.filter((timer) => timer.id !== id);
  }

  /** @returns what puts the real timers back */
  install(): () => void {
    const timers = {
      setTimeout: (work: Work, milliseconds?: number, ...args: unknown[]) =>
        this.#add(milliseconds, () => void Reflect.apply(work, undefined, args), null),
      setInterval: (work: Work, milliseconds = 1) =>
        this.#add(milliseconds, work, Math.max(1, milliseconds)),
      clearTimeout: (id: unknown) => this.#clear(id),
      clearInterval: (id: unknown) => this.#clear(id),
      setImmediate: (work: (...args: unknown[]) => void, ...args: unknown[]) => {
        this.#immediates += 1;
        return real.setImmediate(() => {
          this.#immediates -= 1;
          work(...args);
        });
      },
    };
    Object.assign(globalThis, timers);
    Date.now = this.now;
    return () => {
      const { dateNow, ...originals } = real;
      Object.assign(globalThis, originals);
      Date.now = dateNow;
    };
  }

  /** Lets time pass until the work has settled. @throws where nothing is left that could settle it */
  async run<Result>(work: Promise<Result>): Promise<Result> {
    let settled = false;
    work.then(
      () => (settled = true),
      () => (settled = true),
    );
    for (;;) {
      await this.#quiet();
      if (settled) return work;
      const next = this.#timers.shift();
      if (!next) throw new Error('Nothing is under way any more.');
      this.#now = Math.max(this.#now, next.at);
      if (next.every !== null) this.#add(next.every, next.work, next.every);
      next.work();
    }
  }

  async #quiet(): Promise<void> {
    for (let turns = 0; turns < quietTurns; turns = this.#immediates > 0 ? 0 : turns + 1)
      await new Promise((resolve) => real.setImmediate(resolve));
  }
}
