import type { Problem, Side } from './problem';
import type { SyncStage } from './run';

/** The integration's state, one of the eight of the design. Times are ISO 8601. */
export type IntegrationStatus =
  | { readonly state: 'not-connected' }
  | { readonly state: 'connecting' }
  | {
      readonly state: 'syncing';
      readonly stage: SyncStage;
      readonly done: number;
      readonly total: number;
    }
  | { readonly state: 'ok'; readonly at: string | null }
  | { readonly state: 'credentials-failed'; readonly side: Side; readonly detail: string | null }
  | { readonly state: 'error'; readonly problem: Problem; readonly nextTry: string | null }
  | {
      readonly state: 'locked';
      /** Whether there is one to enter, or the company requires one and none is set yet. */
      readonly passphrase: 'set' | 'missing';
    };

/** Why the keys are not used; `null` where they are. */
export type LockedBy = Extract<IntegrationStatus, { state: 'locked' }>['passphrase'] | null;
