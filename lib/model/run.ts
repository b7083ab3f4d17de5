import type { DeviceKind } from './device';
import type { NetworkId, OrganizationId } from './ids';
import type { Problem } from './problem';
import type { OddField, Unreadable } from './rows';

/** The stages of a sync, in their order. */
export const syncStages = [
  'networks',
  'devices',
  'organizations',
  'organization-matching',
  'configurations',
  'configuration-matching',
  'connections',
  'creations',
  'wireless',
] as const;
export type SyncStage = (typeof syncStages)[number];

/** `settings`: only what Auto-Create writes, since it was switched; it reads nothing else again. */
export type RunTrigger = 'manual' | 'schedule' | 'connect' | 'settings';

/** A list that could not be read. */
export type ListSubject =
  | { readonly kind: 'network-list' | 'organization-list' | 'user-list' }
  | {
      readonly kind: 'configurations-of' | 'passwords-of';
      readonly organizationName: string;
    };

/** One row of a list. */
export interface OneRow {
  readonly kind: 'row';
  readonly row: RowSubject | string;
  readonly id: string;
}

/** What kind of row, and where. */
export type RowSubject =
  | {
      readonly kind: 'network' | 'organization' | 'configuration' | 'user' | 'record' | 'password';
    }
  | { readonly kind: 'device'; readonly deviceKind: DeviceKind; readonly networkName: string }
  | { readonly kind: 'ssid'; readonly networkName: string };

/** A network, device, … that a run could not read or write; its last known data are kept. */
export interface RunProblem {
  readonly stage: SyncStage;
  readonly networkId?: NetworkId;
  /** An organization that, with all that is in it, keeps its last known data. */
  readonly organizationId?: OrganizationId;
  /** What it is about: by its name, or a whole list. */
  readonly subject: string | ListSubject | RowSubject | OneRow;
  readonly problem: Problem;
}

/** A row that did not parse and was left out. */
export interface SkippedRow extends Unreadable {
  readonly stage: SyncStage;
  /** What kind of row and where; text in runs of earlier versions. */
  readonly subject: RowSubject | string;
}

/** One sync, from its start to its end, across any number of worker lives. */
export interface SyncRun {
  readonly id: string;
  readonly trigger: RunTrigger;
  /** ISO 8601 */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly state: 'open' | 'done' | 'failed';
  readonly stage: SyncStage;
  /** Whether the stage's steps are laid out. */
  readonly begun: boolean;
  /** Steps of this stage. */
  readonly done: number;
  readonly total: number;
  readonly problems: readonly RunProblem[];
  readonly skipped: readonly SkippedRow[];
  /** Fields that came with other types than documented, each once. */
  readonly oddFields: readonly OddField[];
  /** Why a failed run failed. */
  readonly failure: Problem | null;
}
