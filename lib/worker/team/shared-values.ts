import * as z from 'zod/mini';
import { personsRules } from '@/lib/model/persons-decision';
import type { SharedValue } from '@/lib/model/shared-entry';

const made = z.enum(personsRules);
const id = z.string().check(z.minLength(1), z.maxLength(64));

/** A network's organization, that it is not to be asked about, or that it is undecided. */
const network = z.union([z.enum(['ignored', 'none']), z.object({ o: id, r: made })]);
/** A device's configuration with its organization, or as above. */
const device = z.union([z.enum(['ignored', 'none']), z.object({ c: id, o: id, r: made })]);

const digest = z.nullable(z.string().check(z.maxLength(100)));
const time = z.nullable(z.string().check(z.maxLength(40)));
const name = z.string().check(z.maxLength(100));
const readBack = z.nullable(z.enum(['value', 'absent', 'masked']));
/** What documents one SSID: record with digest, form of its key and time, password likewise, names, archived. */
const ssid = z.union([
  z.literal('none'),
  z.object({
    r: z.nullable(z.tuple([id, digest, readBack, time])),
    p: z.nullable(z.tuple([id, digest, time])),
    n: name,
    s: name,
    a: z.boolean(),
  }),
]);

/** What an entry can say, by the kind that its key begins with. */
const sharedValues = {
  n: network,
  d: device,
  /** A network and an organization that a person took apart. */
  rn: z.boolean(),
  /** A device and a configuration that a person took apart. */
  rd: z.boolean(),
  /** A configuration that the panel asks no more about. */
  ic: z.boolean(),
  /** Configurations that may have a MAC in common, by their ids. */
  ls: z.boolean(),
  /** A setting of the company: `auto-create`, or `type-` and a kind of device with the id of its type. */
  s: z.union([z.boolean(), id]),
  /** An SSID in an organization: `42/135587/2`. */
  w: ssid,
  /** A user's record that the extension archived, and a password. */
  pr: z.boolean(),
  pp: z.boolean(),
} as const;

type SharedKind = keyof typeof sharedValues;
export type SharedValueOf<Kind extends SharedKind> = z.output<(typeof sharedValues)[Kind]>;

/** An entry of a kind that this version knows, checked. */
export type KnownEntry = {
  [Kind in SharedKind]: {
    readonly kind: Kind;
    /** The key without its kind, e.g. `switch:18`. */
    readonly of: string;
    readonly value: SharedValueOf<Kind>;
  };
}[SharedKind];

/** @returns `null` for a kind of a newer version, and for what a person made of an entry */
export function knownEntry(key: string, value: SharedValue): KnownEntry | null {
  const colon = key.indexOf(':');
  const kind = key.slice(0, colon);
  if (!Object.hasOwn(sharedValues, kind)) return null;
  const parsed = sharedValues[kind as SharedKind].safeParse(value);
  if (!parsed.success) return null;
  return { kind, of: key.slice(colon + 1), value: parsed.data } as KnownEntry;
}

/** Whether two values of one key say the same, whatever a newer version added to one of them. */
export const saysSame = (key: string, a: SharedValue | undefined, b: SharedValue | undefined) => {
  if (a === undefined || b === undefined) return a === b;
  const [one, other] = [a, b].map((value) => knownEntry(key, value)?.value ?? value);
  return JSON.stringify(one) === JSON.stringify(other);
};

/** Kinds of what browsers found out or did, rather than what people decided. */
const ledgerKinds: ReadonlySet<string> = new Set(['w', 'pr', 'pp'] satisfies SharedKind[]);

/** Whether the key is that of a decision, which people are told about. */
export const isDecision = (key: string): boolean =>
  !ledgerKinds.has(key.slice(0, key.indexOf(':')));

/** Whether the value says that nothing is decided. */
export const isNone = (value: SharedValue): boolean => value === 'none' || value === false;

/** A key of two ids; the first may have a colon itself: `switch:18:7`. */
export function halves(of: string): [string, string] {
  const colon = of.lastIndexOf(':');
  return [of.slice(0, colon), of.slice(colon + 1)];
}
