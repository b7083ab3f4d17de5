/** Words before the numbers, numbers between points, and a build behind them: `7.0.22-cdb46dd4`, `v01.03.19`, `fw-ng-r575`. */
const version = /^([a-z][a-z-]*)?(\d+(?:\.\d+)*)(?:[-+ _]([\da-z.]+))?$/i;
/** A build that counts up; any other is a hash, which says nothing. */
const counted = /^r?(\d{1,4})$/i;

interface Version {
  /** Only those of one family can be put in order. */
  readonly family: string;
  readonly numbers: readonly number[];
}

function parse(text: string): Version | null {
  const [, words = '', numbers, build = ''] = version.exec(text.trim().toLowerCase()) ?? [];
  if (numbers === undefined) return null;
  const [, count] = counted.exec(build) ?? [];
  return {
    family: words === 'v' ? '' : words,
    numbers: [...numbers.split('.'), ...(count === undefined ? [] : [count])].map(Number),
  };
}

/**
 * Puts two firmware versions of one model in order: below 0 where the first is older. Two builds of one version are
 * the same, as hashes have no order.
 * @returns `null` where that cannot be told
 */
export function compareFirmware(one: string, other: string): number | null {
  const [a, b] = [parse(one), parse(other)];
  if (!a || !b || a.family !== b.family) return null;
  for (let at = 0; at < Math.max(a.numbers.length, b.numbers.length); at++) {
    const difference = (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/** The newest of versions of one model; of several families that of plain numbers. `null` where none has an order. */
export function newestFirmware(versions: readonly string[]): string | null {
  const families = versions.map((each) => parse(each)?.family).filter((each) => each !== undefined);
  const family = families.includes('') ? '' : families[0];
  return versions.reduce<string | null>((newest, each) => {
    if (family === undefined || parse(each)?.family !== family) return newest;
    return newest === null || (compareFirmware(each, newest) ?? 0) > 0 ? each : newest;
  }, null);
}
