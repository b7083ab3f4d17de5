import * as z from 'zod/mini';
import type { Presence, SharedEntry, SharedValue, Stamp } from '@/lib/model/shared-entry';
import { maxCounter, maxFutureMs } from './stamp';

/** The form of what records hold. One of a greater number is read as far as it is understood. */
export const formVersion = 1;
const maxEntries = 20_000;
/** Of one value as JSON, characters. */
const maxValueLength = 2000;

/** What a record says. */
export type Content =
  | {
      readonly kind: 'entries';
      readonly form: number;
      readonly entries: readonly SharedEntry[];
      /** How many entries did not fit and are left out. */
      readonly odd: number;
    }
  | { readonly kind: 'presence'; readonly form: number; readonly presence: Presence };

/** A key: what kind of thing, and which. No white space, no markup. */
const keySchema = z.string().check(z.regex(/^[a-z]{1,8}:[!-;=?-~]{1,200}$/));
const browserSchema = z.string().check(z.regex(/^[\w-]{1,40}$/));
const userSchema = z.nullable(z.string().check(z.maxLength(40)));
const timeSchema = z.int().check(z.nonnegative());
const stampSchema = z.pipe(
  z.tuple([timeSchema, z.int().check(z.minimum(0), z.maximum(maxCounter)), browserSchema]),
  z.transform(([ms, counter, browser]): Stamp => ({ ms, counter, browser })),
);
const valueSchema: z.ZodMiniType<SharedValue> = z.json();

const entrySchema = z.tuple(
  [
    valueSchema,
    timeSchema,
    z.int().check(z.minimum(0), z.maximum(maxCounter)),
    browserSchema,
    userSchema,
    z.nullable(stampSchema),
  ],
  valueSchema,
);

const digest = z.string().check(z.maxLength(40));
const presenceSchema = z.object({
  browser: browserSchema,
  token: z.string().check(z.maxLength(40)),
  version: z.string().check(z.maxLength(40)),
  form: z.int().check(z.positive()),
  user: userSchema,
  at: timeSchema,
  lastSync: z.nullable(timeSchema),
  read: z._default(z.nullable(z.object({ organizations: digest, configurations: digest })), null),
  claim: z.nullable(z.object({ from: stampSchema, until: timeSchema })),
});

const contentSchema = z.union([
  z.object({ v: z.int().check(z.positive()), entries: z.record(z.string(), z.unknown()) }),
  z.object({ v: z.int().check(z.positive()), presence: presenceSchema }),
]);

/**
 * Checks what a record says. What does not fit is left out and counted, also what claims a time that
 * no clock shows yet: it could never be decided otherwise again.
 * @param now milliseconds since 1970, by IT Glue's clock
 * @returns `null` where it is nothing of ours
 */
export function readContent(value: unknown, now: number): Content | null {
  const parsed = contentSchema.safeParse(value);
  if (!parsed.success) return null;
  if ('presence' in parsed.data)
    return { kind: 'presence', form: parsed.data.v, presence: parsed.data.presence };
  const rows = Object.entries(parsed.data.entries);
  const entries = rows
    .slice(0, maxEntries)
    .flatMap(([key, row]) => readEntry(key, row) ?? [])
    .filter(({ at }) => at.ms <= now + maxFutureMs);
  return { kind: 'entries', form: parsed.data.v, entries, odd: rows.length - entries.length };
}

function readEntry(key: string, row: unknown): SharedEntry | null {
  if (!keySchema.safeParse(key).success) return null;
  const parsed = entrySchema.safeParse(row);
  if (!parsed.success) return null;
  const [value, ms, counter, browser, user, over, ...more] = parsed.data;
  if (JSON.stringify([value, more]).length > maxValueLength) return null;
  return { key, value, at: { ms, counter, browser }, user, over, more };
}

const written = ({ ms, counter, browser }: Stamp) => [ms, counter, browser] as const;

/** Entries as a record holds them. */
export const writeEntries = (entries: readonly SharedEntry[]): unknown => ({
  v: formVersion,
  entries: Object.fromEntries(
    entries.map(({ key, value, at, user, over, more }) => [
      key,
      [value, ...written(at), user, over && written(over), ...more],
    ]),
  ),
});

export const writePresence = ({ claim, ...presence }: Presence): unknown => ({
  v: formVersion,
  presence: {
    ...presence,
    claim: claim && { from: written(claim.from), until: claim.until },
  },
});

/** @throws TypeError for what no browser would read again: a defect of the caller */
export function checkDecision(key: string, value: SharedValue): void {
  if (!keySchema.safeParse(key).success) throw new TypeError(`not a key: ${key}`);
  if (JSON.stringify(value).length > maxValueLength - 10) throw new TypeError(`too long: ${key}`);
}
