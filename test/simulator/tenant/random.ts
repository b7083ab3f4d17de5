/** A stream of numbers that depends on nothing but the seed (mulberry32). */
export class Random {
  constructor(private state: number) {}

  /** The stream of one thing, by what names it: the same whenever it is asked for, and unlike any other's. */
  static of(seed: number, ...name: (string | number)[]): Random {
    let hash = 0x811c9dc5;
    for (const unit of JSON.stringify([seed, ...name]))
      hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193);
    return new Random(hash);
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  text(length: number, alphabet: string): string {
    return Array.from({ length }, () => alphabet[this.between(0, alphabet.length - 1)]).join('');
  }
}
