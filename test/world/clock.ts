/** The time of a made-up world: it passes by itself, and waiting moves it on instead of taking time. */
export class Clock {
  #ahead = 0;
  #last = 0;

  /** Milliseconds since 1970, never the same twice. */
  readonly now = (): number => {
    this.#last = Math.max(this.#last + 1, Date.now() + this.#ahead);
    return this.#last;
  };

  /** Moves it on. */
  pass(milliseconds: number): void {
    this.#ahead += milliseconds;
  }

  readonly wait = async (milliseconds: number): Promise<void> => {
    const until = this.now() + milliseconds;
    await new Promise((resolve) => setImmediate(resolve));
    // What others waited for meanwhile has passed for this one, too.
    this.pass(Math.max(0, until - this.now()));
  };
}
