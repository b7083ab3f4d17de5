import * as z from 'zod/mini';
import { mergeOddFields, type JsonType, type OddField, type RowKind } from '@/lib/model/rows';
import { lost, plainly } from './plainly';

type Path = readonly PropertyKey[];

/** The issues of a schema that does not let its field be absent. */
const strict: ReadonlySet<string> = new Set(['custom', 'invalid_union']);

/**
 * Reads rows whose values may be of other types than documented, and counts what it met.
 *
 * A schema says what is documented. A value of another type is converted where its meaning is plain,
 * else taken for absent. So a row fails only where a field may not be absent, or where its schema
 * refuses as those of ids and of {@link strictly} do.
 */
export class OddFields {
  #met: readonly OddField[] = [];

  /** What was met so far: each field of each kind once. */
  get list(): readonly OddField[] {
    return this.#met;
  }

  /**
   * @param kind of the row, for the count
   * @throws ZodError, with the issues that cannot be helped
   */
  parse<Schema extends z.ZodMiniType>(
    kind: RowKind,
    schema: Schema,
    row: unknown,
  ): z.output<Schema> {
    let result = schema.safeParse(row);
    if (result.success) return result.data;
    const copy = structuredClone(row);
    /** What was done about each path: one that is still wrong once converted is removed. */
    const done = new Map<string, 'converted' | 'removed'>();
    const odd = new Map<string, OddField>();
    do {
      const { issues } = result.error;
      const fatal = issues.filter(
        ({ code, path }) =>
          strict.has(code) || path.length === 0 || done.get(path.join('.')) === 'removed',
      );
      if (fatal.length > 0) throw new z.core.$ZodRealError(fatal);
      for (const issue of issues) {
        const path = issue.path.join('.');
        const found = at(copy, issue.path);
        const plain = issue.code === 'invalid_type' ? plainly(issue.expected, found) : lost;
        const fits = plain.value !== undefined && !done.has(path);
        done.set(path, fits ? 'converted' : 'removed');
        replace(copy, issue.path, fits ? plain.value : undefined);
        const type = jsonType(found);
        if (type === null) continue;
        const field = fieldOf(issue.path);
        const isLost = plain.lost || (!fits && plain.value !== undefined);
        const before = odd.get(field);
        odd.set(field, {
          kind,
          field,
          count: 1,
          type: before?.type ?? type,
          lost: isLost || before?.lost === true,
        });
      }
      result = schema.safeParse(copy);
    } while (!result.success);
    this.#met = mergeOddFields(this.#met, [...odd.values()]);
    return result.data;
  }

  /** As {@link parse}; `null` where the row cannot be read. */
  tryParse<Schema extends z.ZodMiniType>(
    kind: RowKind,
    schema: Schema,
    row: unknown,
  ): z.output<Schema> | null {
    try {
      return this.parse(kind, schema, row);
    } catch (error) {
      if (error instanceof z.core.$ZodError) return null;
      throw error;
    }
  }
}

/** `null` where there is nothing: absent, `null` and, as both APIs document it, an empty text. */
function jsonType(value: unknown): JsonType | null {
  if (value === undefined || value === null || value === '') return null;
  if (Array.isArray(value)) return 'array';
  return typeof value as JsonType;
}

/** The path without places in lists: `ports.enable` for each port's. */
const fieldOf = (path: Path): string => path.filter((part) => typeof part !== 'number').join('.');

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (outer, part) => (outer as Record<PropertyKey, unknown> | undefined)?.[part],
    value,
  );
}

function replace(row: unknown, path: Path, value: unknown): void {
  const outer = at(row, path.slice(0, -1)) as Record<PropertyKey, unknown>;
  outer[path.at(-1)!] = value;
}
