/** Virtual time: what is due next happens next, each event to its end. */
export class Scheduler {
  now: number;
  private sequence = 0;
  private readonly heap: { at: number; sequence: number; go: () => void }[] = [];
  private outside = 0;
  private line: Promise<unknown> = Promise.resolve();

  constructor(start: number) {
    this.now = start;
  }

  at(time: number, go: () => void): void {
    const { heap } = this;
    heap.push({ at: Math.max(time, this.now), sequence: this.sequence++, go });
    for (let index = heap.length - 1; index > 0;) {
      const parent = (index - 1) >> 1;
      if (!this.before(index, parent)) break;
      this.swap(index, parent);
      index = parent;
    }
  }

  sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => this.at(this.now + milliseconds, resolve));

  /** Work of the machine itself, such as compression, which takes no virtual time: one at a time, in order. */
  outsideTime<Result>(work: () => Promise<Result>): Promise<Result> {
    this.outside += 1;
    const done = this.line.then(work).finally(() => (this.outside -= 1));
    this.line = done.catch(() => undefined);
    return done;
  }

  async run(until: number): Promise<void> {
    for (let next = this.heap[0]; next && next.at <= until; next = this.heap[0]) {
      this.pop();
      this.now = next.at;
      next.go();
      do await new Promise((resolve) => setImmediate(resolve));
      while (this.outside > 0);
    }
    this.now = Math.max(this.now, until);
  }

  private pop(): void {
    const { heap } = this;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    heap[0] = last;
    for (let index = 0; ;) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2])
        if (child < heap.length && this.before(child, least)) least = child;
      if (least === index) return;
      this.swap(least, index);
      index = least;
    }
  }

  private before(a: number, b: number): boolean {
    const [left, right] = [this.heap[a]!, this.heap[b]!];
    return left.at < right.at || (left.at === right.at && left.sequence < right.sequence);
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b]!, this.heap[a]!];
  }
}
