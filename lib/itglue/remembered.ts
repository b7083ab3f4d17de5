import * as z from 'zod/mini';

/** What holds no longer than this is looked at again, milliseconds. */
const lifetime = 7 * 24 * 60 * 60 * 1000;

/** Something that was found out, and when, milliseconds since the epoch. */
interface Dated {
  readonly since: number;
}

export interface RememberedOptions {
  /** What was last saved, anything if nothing was. */
  readonly load: () => Promise<unknown>;
  /** Takes plain JSON. */
  readonly save: (state: unknown) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** What was found out of an account, by name; it outlives workers. */
export interface Remembered<Entry extends Dated> {
  /** @returns also what is to be looked at again */
  get(name: string): Promise<Entry | undefined>;
  isFresh(entry: Dated): boolean;
  set(name: string, entry: Omit<Entry, 'since'>): Promise<void>;
  remove(names: readonly string[]): Promise<void>;
}

/** There must be one for all clients of an account. */
export function createRemembered<Entry extends Dated>(
  entry: z.ZodMiniType<Entry>,
  build: (value: Omit<Entry, 'since'>, since: number) => Entry,
  { load, save, now }: RememberedOptions,
): Remembered<Entry> {
  const schema = z.catch(z.record(z.string(), entry), {});
  let loading: Promise<Readonly<Record<string, Entry>>> | undefined;
  const state = () => (loading ??= load().then((saved) => schema.parse(saved)));

  async function change(after: Readonly<Record<string, Entry>>): Promise<void> {
    loading = Promise.resolve(after);
    await save(after);
  }

  return {
    get: async (name) => (await state())[name],
    isFresh: ({ since }) => now() >= since && now() - since < lifetime,
    set: async (name, value) => change({ ...(await state()), [name]: build(value, now()) }),
    async remove(names) {
      const before = await state();
      if (!names.some((name) => name in before)) return;
      await change(
        Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name))),
      );
    },
  };
}

/** Options of what nothing outlives. */
export const forgetful = (now: () => number): RememberedOptions => ({
  load: () => Promise.resolve(undefined),
  save: () => Promise.resolve(),
  now,
});
