import * as z from 'zod/mini';
import { createRemembered, type RememberedOptions } from './remembered';

/**
 * How many rows a page may have: IT Glue's largest page first (api.itglue.com/developer,
 * "Pagination"), then what the vendor advises for tenants in which that takes too long.
 */
const sizes = [1000, 250, 50] as const;
const largest = sizes[0];

const entry = z.object({ size: z.int().check(z.positive()), since: z.int() });

/** The next smaller size; `null` below the smallest. */
export const smallerThan = (size: number): number | null =>
  sizes.find((each) => each < size) ?? null;

/** Which page size a tenant can bear, by resource. A smaller one is kept for a week. */
export interface PageSizes {
  /** The size to read a list of the resource with, from its start. */
  of(resource: string): Promise<number>;
  /**
   * A page of this size was answered.
   * @param larger a larger one took too long right before
   */
  answered(resource: string, size: number, larger: 'took-too-long' | 'not-asked'): Promise<void>;
}

export function createPageSizes(options: RememberedOptions): PageSizes {
  const remembered = createRemembered(entry, ({ size }, since) => ({ size, since }), options);
  const known = async (resource: string) => {
    const found = await remembered.get(resource);
    return found && sizes.some((size) => size === found.size) ? found : undefined;
  };
  return {
    async of(resource) {
      const found = await known(resource);
      return found && remembered.isFresh(found) ? found.size : largest;
    },
    async answered(resource, size, larger) {
      const found = await known(resource);
      if (larger === 'took-too-long') {
        // Another list may still be read with larger pages than are known to be borne now.
        if (!found || !remembered.isFresh(found) || size < found.size)
          await remembered.set(resource, { size });
      } else if (size === largest && found && !remembered.isFresh(found))
        await remembered.remove([resource]);
    },
  };
}
