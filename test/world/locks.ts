/** Named locks as the browser has them: released when their holder dies. */
export class Locks {
  readonly #holders = new Map<string, symbol>();

  exclusively = async (name: string, work: () => Promise<void>): Promise<void> => {
    if (this.#holders.has(name)) return;
    const holder = Symbol(name);
    this.#holders.set(name, holder);
    try {
      await work();
    } finally {
      if (this.#holders.get(name) === holder) this.#holders.delete(name);
    }
  };

  /** The holder of all of them died. */
  releaseAll(): void {
    this.#holders.clear();
  }
}
