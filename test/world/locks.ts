/** Named locks as the browser has them: let go when their holder dies. */
export class Locks {
  readonly #held = new Set<string>();

  exclusively = async (name: string, work: () => Promise<void>): Promise<void> => {
    if (this.#held.has(name)) return;
    this.#held.add(name);
    try {
      await work();
    } finally {
      this.#held.delete(name);
    }
  };

  /** The holder of all of them died. */
  releaseAll(): void {
    this.#held.clear();
  }
}
