export const leftReasons = [
  'no-suggestion',
  'several-suggestions',
  /** Its configuration is suggested for another device too. */
  'suggested-twice',
  /** It is not, or no longer, in a state that the action fits. */
  'decided',
  /** It has the organization already. */
  'same',
  /** Another device has the configuration. */
  'taken',
  /** IT Glue no longer has the organization or configuration. */
  'gone',
  /** Datto no longer has the network or device, or the finding is none any more. */
  'row-gone',
  'not-permitted',
] as const;

/** A row that an action on many leaves as it is, and why. */
export interface LeftOut {
  readonly key: string;
  /** Empty where it is not known, or not to be told. */
  readonly name: string;
  readonly why: (typeof leftReasons)[number];
}
