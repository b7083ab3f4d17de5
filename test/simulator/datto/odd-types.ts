import type { DattoQuirks } from '../tenant/quirks';
import { Random } from '../tenant/random';

type Json = unknown;

/** What identifies a row: never of another type, nor lost with what holds it. */
const identities = new Set(['id', 'powerstrip_id', 'router_id', 'switch_id', 'network_id', 'mac']);

const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function holdsIdentity(value: Json): boolean {
  if (Array.isArray(value)) return value.some(holdsIdentity);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, inner]) => identities.has(key) || holdsIdentity(inner));
}

/**
 * An answer with the types that the quirks ask for. The reference's own examples disagree about them: `"40"` and 40,
 * 0 and false, `[]` for an empty object.
 */
export function withOddTypes(body: Json, quirks: DattoQuirks, seed: number): Json {
  const { types, idsAsText, emptyObjects, unknownFields } = quirks;

  function visit(value: Json, path: string): Json {
    if (Array.isArray(value)) return value.map((one, index) => visit(one, `${path}.${index}`));
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([key, inner]): [string, Json] => {
      if (identities.has(key))
        return [
          key,
          idsAsText && key !== 'mac' && typeof inner === 'number' ? String(inner) : inner,
        ];
      return [key, field(inner, `${path}.${key}`)];
    });
    if (entries.length === 0 && emptyObjects === 'array') return [];
    const isRow = unknownFields && entries.some(([key]) => identities.has(key));
    return Object.fromEntries(isRow ? [...entries, ...news] : entries);
  }

  function field(value: Json, path: string): Json {
    const random = Random.of(seed, 'types', path);
    const replaced =
      types === 'any' && random.chance(0.15) && !holdsIdentity(value)
        ? random.pick(anything)
        : types !== 'documented' && random.chance(0.5)
          ? plainly(value, random)
          : value;
    return visit(replaced, path);
  }

  return visit(body, '');
}

/** Fields that appear without notice. */
const news: [string, Json][] = [
  ['rollout_ring', { stage: 2, sticky: true }],
  ['labels', []],
];

const anything: readonly Json[] = [false, true, 0, 12, -1, '', 'n/a', null, [], {}, [1], { v: 1 }];

/** The same value in another type in which it still says the same. */
function plainly(value: Json, random: Random): Json {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean')
    return random.pick([Number(value), String(value), String(Number(value))]);
  if (value === '' || value === null) return random.pick(['', null, false, []]);
  if (typeof value === 'string') return String(Number(value)) === value ? Number(value) : value;
  if (Array.isArray(value)) return value.length === 0 ? {} : value;
  return isObject(value) && Object.keys(value).length === 0 ? [] : value;
}
