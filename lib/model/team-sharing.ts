/** Why decisions stay in this browser. */
export type NotShared =
  /** An administrator has to start it once. */
  | 'not-started'
  | 'type-disabled'
  | 'fields-missing'
  /** No organization is marked as the company's own. */
  | 'no-home'
  /** IT Glue keeps other text than it was sent. */
  | 'text-changed'
  /** A person took this browser out of the team. */
  | 'left'
  | 'not-connected';

/** A decision of another that is not acted upon, since its user may not make it. */
export interface NotAccepted {
  /** The user's name; empty where nobody chose one. */
  readonly user: string;
  readonly setting: 'auto-create' | 'types';
}
