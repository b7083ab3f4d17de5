import * as z from 'zod/mini';

/**
 * How many rows a page may have: IT Glue's largest page first (api.itglue.com/developer,
 * "Pagination"), then what the vendor advises for tenants in which that takes too long.
 */
const sizes = [1000, 250, 50] as const;
const largest = sizes[0];
/** After so long the largest is tried again, milliseconds. */
const lifetime = 7 * 24 * 60 * 60 * 1000;

const stateSchema = z.record(
  z.string(),
  z.object({
    size: z.int().check(z.positive()),
    /** Since when, milliseconds since the epoch. */
    since: z.int(),
  }),
);

/** The sizes that worked where the largest does not, by resource; plain JSON. */
export type PageSizesState = z.infer<typeof stateSchema>;

/** The next smaller size; `null` below the smallest. */
export const smallerThan = (size: number): number | null =>
  sizes.find((each) => each < size) ?? null;

export interface PageSizes {
  /** The size to read a list of the resource with, from its start. */
  of(resource: string): Promise<number>;
  /**
   * A page of this size was answered.
   * @param rows of the whole list: that a short one was answered says nothing of the size
   */
  worked(resource: string, size: number, rows: number): Promise<void>;
}

export interface PageSizesOptions {
  /** What was last saved, anything if nothing was. */
  readonly load: () => Promise<unknown>;
  readonly save: (state: PageSizesState) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Remembers which page size a tenant can bear. There must be one for all clients of an account. */
export function createPageSizes({ load, save, now }: PageSizesOptions): PageSizes {
  let loading: Promise<PageSizesState> | undefined;

  const state = () => (loading ??= load().then((saved) => stateSchema.safeParse(saved).data ?? {}));
  const fresh = (since: number) => now() >= since && now() - since < lifetime;

  return {
    async of(resource) {
      const known = (await state())[resource];
      return known && sizes.some((size) => size === known.size) && fresh(known.since)
        ? known.size
        : largest;
    },
    async worked(resource, size, rows) {
      const before = await state();
      const known = before[resource];
      if (known && fresh(known.since)) {
        // Another list may still be read with larger pages than are known to be borne now.
        if (size >= known.size) return;
      } else if (size === largest && !known) return;
      if (rows <= Math.min(size, known?.size ?? size)) return;
      const after = { ...before, [resource]: { size, since: now() } };
      loading = Promise.resolve(after);
      await save(after);
    },
  };
}

/** Page sizes that nothing outlives. */
export const forgetfulPageSizes = (now: () => number): PageSizes =>
  createPageSizes({ load: () => Promise.resolve({}), save: () => Promise.resolve(), now });
