import type { Mac } from '@/lib/model/mac';

/** The IEEE's registers as the build writes them: see scripts/makers.ts. */
const makersPath = '/makers.txt';

/** How many digits a maker is registered with; a longer one is a part of a shorter one's block. */
const lengths = [9, 7, 6];

/**
 * Who makes what has each of these MACs; those in none of the registers are left out. The list is read for each
 * question: it is large, and questions are few.
 * @param read the text of a file of the extension
 */
export async function makersOf(
  macs: readonly Mac[],
  read: (path: string) => Promise<string>,
): Promise<readonly (readonly [Mac, string])[]> {
  if (macs.length === 0) return [];
  const list = await read(makersPath);
  const found = new Map<string, string | null>();
  const makerOf = (prefix: string) => {
    const known = found.get(prefix);
    if (known !== undefined) return known;
    const maker = lookUp(list, prefix);
    found.set(prefix, maker);
    return maker;
  };
  return macs.flatMap((mac) => {
    for (const length of lengths) {
      const maker = makerOf(mac.slice(0, length));
      if (maker !== null) return [[mac, maker] as const];
    }
    return [];
  });
}

function lookUp(list: string, prefix: string): string | null {
  const at = list.indexOf(` ${prefix} `);
  if (at < 0) return null;
  const start = list.lastIndexOf('\n', at) + 1;
  return list.slice(start, list.indexOf('\t', start));
}
