/** When and by which browser something was decided; compared in this order, so that no two are equal. */
export interface Stamp {
  /** Milliseconds since 1970, by IT Glue's clock as far as it is known. */
  readonly ms: number;
  readonly counter: number;
  readonly browser: string;
}

/** What a stamp is made from: the greatest pair that was given or heard of. */
export type Clock = Pick<Stamp, 'ms' | 'counter'>;

/** What was decided: plain JSON. "None" is a value of its own, never an absence. */
export type SharedValue =
  | string
  | number
  | boolean
  | null
  | readonly SharedValue[]
  | { readonly [name: string]: SharedValue };

/** One decision of the company, whole. */
export interface SharedEntry {
  /** What is decided, e.g. `n:135587`. */
  readonly key: string;
  readonly value: SharedValue;
  readonly at: Stamp;
  /** What its maker saw there before; `null` where nothing was decided. */
  readonly over: Stamp | null;
  /** Whose decision it is by their own account: an IT Glue user's id. */
  readonly user: string | null;
  /** What a newer version added, passed on as it is. */
  readonly more: readonly SharedValue[];
}

/** An entry as a browser keeps it. */
export interface KeptEntry extends SharedEntry {
  /**
   * `new`: decided here, in no record yet. `published`: a record of IT Glue holds it. `missing`: no
   * record holds it any more, since a person deleted or edited the one that did.
   */
  readonly publication: 'new' | 'published' | 'missing';
}

/** What a whole sync read of IT Glue, as digests: equal where two browsers hold the same. */
export interface ReadDigests {
  readonly organizations: string;
  /** The configurations of the organizations that are matched. */
  readonly configurations: string;
}

/** That a browser is about to sync, or at it. */
export interface Claim {
  readonly from: Stamp;
  /** Milliseconds since 1970, by IT Glue's clock. */
  readonly until: number;
}

/** What one browser says of itself. */
export interface Presence {
  readonly browser: string;
  /** Changes with every writing: by a token that it did not write, a copied profile is noticed. */
  readonly token: string;
  /** The extension's, e.g. `1.4.0`. */
  readonly version: string;
  /** The major version of the records' form that it knows. */
  readonly form: number;
  readonly user: string | null;
  /** When it was written, milliseconds since 1970. */
  readonly at: number;
  /** When it last carried out a whole sync, milliseconds since 1970. */
  readonly lastSync: number | null;
  /** What it held after that; `null` where it does not say, as earlier versions do not. */
  readonly read: ReadDigests | null;
  readonly claim: Claim | null;
}

/** What a browser remembers of the shared state beside the entries. */
export interface TeamState {
  readonly browser: string;
  readonly clock: Clock;
  /** The newest change of a record that was read, milliseconds since 1970; `null` before the first reading. */
  readonly cursor: number | null;
  readonly nextPoll: number;
  readonly nextWholeRead: number;
  /** When what is missing is looked at again, and then published. */
  readonly adoptAt: number | null;
  /** When new decisions are published. */
  readonly publishAt: number | null;
  readonly failures: number;
  /** The last tokens that this browser wrote, or tried to. */
  readonly tokens: readonly string[];
  /** What every browser says of itself, by the id of its record. */
  readonly presences: Readonly<Record<string, Presence>>;
  readonly ownLastSync: number | null;
  readonly ownRead: ReadDigests | null;
  readonly claim: Claim | null;
  /** Records that cannot be read: edited by a person, or cut. */
  readonly damaged: readonly string[];
  /** Some record has a newer form than this version knows. */
  readonly newerForm: boolean;
}
