import type { OrganizationId } from '@/lib/model/ids';
import type { Problem } from '@/lib/model/problem';
import type { NotAccepted, NotShared } from '@/lib/model/team-sharing';

/** Decisions that no other browser can see; 0 where what was asked is done. */
export interface NotAllShared {
  readonly unshared: number;
}

/** One browser of the company, as it said of itself. */
interface TeamBrowserView {
  /** The user's name; `null` where nobody chose one. */
  readonly user: string | null;
  /** Whether it is this browser. */
  readonly own: boolean;
  readonly version: string;
  /** When it was last seen, ISO 8601. */
  readonly seenAt: string;
  /** When it last synced everything, ISO 8601; `null` where it never did. */
  readonly syncedAt: string | null;
}

/** The Team section of the options. */
export interface TeamView {
  /** `null`: decisions are shared. */
  readonly notShared: NotShared | null;
  /** Why IT Glue was not reached at the last try; it is tried again. */
  readonly problem: Problem | null;
  /** Whether the person may start sharing for the company. */
  readonly permitted: boolean;
  /** Decisions that no other browser can see yet. */
  readonly waiting: number;
  /** When what others decided was last read, ISO 8601. */
  readonly readAt: string | null;
  /** This version is older than one of the others. */
  readonly outdated: boolean;
  /** Where no organization is marked as the company's own: those that records may be kept in. */
  readonly homes: readonly { readonly id: OrganizationId; readonly name: string }[];
  readonly browsers: readonly TeamBrowserView[];
  /** Decisions of others that are not acted upon, since their user may not make them. */
  readonly notAccepted: readonly NotAccepted[];
}
