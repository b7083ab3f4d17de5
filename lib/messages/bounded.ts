/**
 * More than a person reads of a name, of which neither API says how long it may be, and no less than what is bounded
 * elsewhere: the values that the activity keeps, and what pages send back, as a name to create something by.
 */
const longest = 1001;

/**
 * The same answer, no text of which is longer than is read: a name of a hundred thousand letters would fill a page,
 * and as many messages. The same object where nothing is to be cut.
 * @param value of plain objects, arrays and single values, as a message carries
 */
export function bounded<Value>(value: Value): Value {
  return cut(value) as Value;
}

function cut(value: unknown): unknown {
  if (typeof value === 'string') return value.length > longest ? shortened(value) : value;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const items = value.map(cut);
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  let copy: Record<string, unknown> | undefined;
  for (const [key, each] of Object.entries(value)) {
    const short = cut(each);
    if (short !== each) (copy ??= { ...value })[key] = short;
  }
  return copy ?? value;
}

/** Without half of a character at its end. */
const shortened = (text: string): string =>
  `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
