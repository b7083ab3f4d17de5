import type { WorkerBrowser } from '../platform';

const name = 'history';
/** The browser holds 10 MB for the session. */
const maxLength = 3_000_000;

interface Entry {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly readAt: number;
  /** Until when it is not asked again. */
  readonly until: number;
  /** JSON. */
  readonly text: string;
}

/** An answer with the time at which it was asked for. */
export interface Kept<Value> {
  readonly value: Value;
  readonly readAt: number;
}

/** Answers that are kept until the next sample, in memory only, beyond the end of a worker. */
export interface KeptAnswers {
  /**
   * The answer of before, or a new one; those who ask at once get the same.
   * @param lasts how long an answer is kept, milliseconds
   * @param wanted whether the answer, once it is there, may still be kept
   */
  get<Value>(
    key: string,
    lasts: number,
    ask: () => Promise<Value>,
    wanted: () => Promise<boolean>,
  ): Promise<Kept<Value>>;
  forget(): Promise<void>;
}

export function keepAnswers({ session }: WorkerBrowser['storage'], now: () => number): KeptAnswers {
  const asked = new Map<string, Promise<Kept<unknown>>>();
  let loaded: Promise<readonly Entry[]> | undefined;
  const entries = () =>
    (loaded ??= session.get(name).then(
      ({ [name]: text }) => (typeof text === 'string' ? (JSON.parse(text) as Entry[]) : []),
      () => [],
    ));

  async function keep(entry: Entry): Promise<void> {
    const others = (await entries()).filter(({ key, until }) => key !== entry.key && until > now());
    const kept: Entry[] = [];
    let length = 0;
    // The newest first; what has no room any more goes.
    for (const each of [entry, ...others]) {
      length += each.text.length;
      if (length <= maxLength) kept.push(each);
    }
    loaded = Promise.resolve(kept);
    await session.set({ [name]: JSON.stringify(kept) });
  }

  return {
    async get<Value>(
      key: string,
      lasts: number,
      ask: () => Promise<Value>,
      wanted: () => Promise<boolean>,
    ) {
      // A clock that was set back does not keep an answer for longer.
      const known = (await entries()).find(
        (each) => each.key === key && each.readAt <= now() && now() < each.until,
      );
      if (known) return { value: JSON.parse(known.text) as Value, readAt: known.readAt };
      const asking =
        asked.get(key) ??
        ask()
          .then(async (value) => {
            const readAt = now();
            const entry = { key, readAt, until: readAt + lasts, text: JSON.stringify(value) };
            // What cannot be kept is asked for again.
            if (await wanted()) await keep(entry).catch(() => undefined);
            return { value, readAt };
          })
          .finally(() => asked.delete(key));
      asked.set(key, asking);
      return (await asking) as Kept<Value>;
    },
    async forget() {
      loaded = Promise.resolve([]);
      await session.remove(name);
    },
  };
}
