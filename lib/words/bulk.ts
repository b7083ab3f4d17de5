import { t, type MessageKey } from '@/lib/i18n';
import type { LeftOut } from '@/lib/model/left-out';
import type { BulkAction } from '@/lib/model/bulk-action';
import { inSentence } from './in-sentence';

/** What the rows of a level of the matching page are. */
export type BulkSubject = 'networks' | 'devices' | 'findings';

const counted = {
  networks: 'matching_bulk_networks',
  devices: 'matching_bulk_devices',
  findings: 'matching_bulk_findings',
} as const satisfies Record<BulkSubject, MessageKey>;

/** So many of them: "12 networks". */
export const countedRows = (subject: BulkSubject, count: number): string =>
  t(counted[subject], count);

/** The buttons of the bar that says what is chosen. */
export const bulkButtons = {
  accept: 'matching_bulk_accept',
  match: 'matching_match_to',
  create: 'matching_bulk_create',
  ignore: 'matching_ignore',
  unmatch: 'matching_unmatch',
  unignore: 'matching_unignore',
  legitimate: 'matching_legitimate',
  'not-legitimate': 'matching_not_legitimate',
} as const satisfies Record<BulkAction | 'create', MessageKey>;

interface ActionWords {
  /** The question, and the button that says yes. */
  readonly title: MessageKey;
  readonly done: MessageKey;
}

const words = {
  match: { title: 'matching_bulk_match_title', done: 'matching_done_match' },
  ignore: { title: 'matching_bulk_ignore_title', done: 'matching_done_ignore' },
  unmatch: { title: 'matching_bulk_unmatch_title', done: 'matching_done_unmatch' },
  unignore: { title: 'matching_bulk_unignore_title', done: 'matching_done_bulk_unignore' },
  legitimate: { title: 'matching_bulk_legitimate_title', done: 'matching_done_bulk_legitimate' },
  'not-legitimate': {
    title: 'matching_bulk_not_legitimate_title',
    done: 'matching_done_bulk_not_legitimate',
  },
} as const satisfies Record<Exclude<BulkAction, 'accept'>, ActionWords>;

/** An action on many rows. `to`: what they are matched to. */
export interface WordedAction {
  readonly action: BulkAction;
  readonly subject: BulkSubject;
  readonly to?: string | undefined;
}

/** What is about to be done: "Ignore 12 networks". */
export const bulkTitle = ({ action, subject, to = '' }: WordedAction, count: number): string =>
  action === 'accept'
    ? t('matching_bulk_accept_title', count)
    : t(words[action].title, [countedRows(subject, count), inSentence(to)]);

/** That it is done, and how many rows were left out. */
export function bulkDone(
  { action, subject, to = '' }: WordedAction,
  count: number,
  left: number,
): string {
  const done =
    action === 'accept'
      ? t('matching_done_accept_all', count)
      : t(words[action].done, [countedRows(subject, count), inSentence(to)]);
  return left === 0 ? done : t('matching_done_left', [done, t('matching_left', left)]);
}

/** Why so many rows are left as they are. */
export const leftWords = {
  'no-suggestion': 'matching_left_no_suggestion',
  'several-suggestions': 'matching_left_several',
  'suggested-twice': 'matching_left_twice',
  decided: 'matching_left_decided',
  same: 'matching_left_same',
  taken: 'matching_left_taken',
  gone: 'matching_left_gone',
  'row-gone': 'matching_left_row_gone',
  'not-permitted': 'matching_left_not_permitted',
} as const satisfies Record<LeftOut['why'], MessageKey>;
