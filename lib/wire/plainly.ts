/** What a value of an unexpected type stands for. */
export interface Plain {
  /** In the expected type; `undefined`: absent. */
  readonly value: unknown;
  /** Whether it says something that could not be taken over. */
  readonly lost: boolean;
}

const absent: Plain = { value: undefined, lost: false };
/** A value that stands for nothing that could be taken over. */
export const lost: Plain = { value: undefined, lost: true };
const of = (value: unknown): Plain => ({ value, lost: false });

const booleans = new Map<unknown, boolean>([
  [0, false],
  [1, true],
  ['0', false],
  ['1', true],
  ['false', false],
  ['true', true],
]);
const number = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * A value in the type that was expected of it, where its meaning is plain: numeric text, 0 and 1,
 * `"true"`, numbers as names, `[]` and `""` for none, an object for a list.
 * @param expected as zod names it
 */
export function plainly(expected: string, value: unknown): Plain {
  const entries = typeof value === 'object' && value !== null ? Object.values(value) : null;
  const text = typeof value === 'string' ? value.trim() : null;
  if (expected === 'array' && entries) return of(entries);
  if (expected === 'record' && entries?.length === 0) return of({});
  if (value === undefined || value === null || text === '' || entries?.length === 0) return absent;
  switch (expected) {
    case 'string':
      return typeof value === 'number' && Number.isFinite(value) ? of(String(value)) : lost;
    case 'number':
      return text !== null && number.test(text) ? of(Number(text)) : lost;
    case 'int': {
      const whole = text !== null && number.test(text) ? Number(text) : NaN;
      return Number.isSafeInteger(whole) ? of(whole) : lost;
    }
    case 'boolean': {
      const flag = booleans.get(text === null ? value : text.toLowerCase());
      return flag === undefined ? lost : of(flag);
    }
    default:
      return lost;
  }
}
