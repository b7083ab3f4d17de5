import { t, type MessageKey } from '@/lib/i18n';
import { listText } from '@/lib/i18n/list';
import type { UndoAction } from '@/lib/model/undo';
import type { NotUndone, NotUndoneView, Undone, UndoOffer } from '@/lib/model/undo-view';
import { inSentence } from './in-sentence';
import type { Subject } from './refusals';

/** What is done to rows, as Undo names it: "Ignore 12 devices". */
const actions = {
  match: 'matching_undo_match',
  'change-match': 'matching_undo_change_match',
  unmatch: 'matching_undo_unmatch',
  ignore: 'matching_undo_ignore',
  unignore: 'matching_undo_unignore',
  reject: 'matching_undo_reject',
  'accept-all': 'matching_undo_accept_all',
  create: 'matching_undo_create',
  'ignore-configuration': 'matching_undo_ignore',
  'unignore-configuration': 'matching_undo_unignore',
  legitimate: 'matching_undo_legitimate',
  'not-legitimate': 'matching_undo_not_legitimate',
} as const satisfies Record<UndoAction, MessageKey>;

const counted = {
  network: 'matching_undo_networks',
  device: 'matching_undo_devices',
  finding: 'matching_undo_findings',
} as const satisfies Record<Subject, MessageKey>;

/** Actions about configurations rather than the rows of the list. */
const aboutConfigurations: ReadonlySet<UndoAction> = new Set([
  'create',
  'ignore-configuration',
  'unignore-configuration',
]);

/** The action that Undo takes back: "Ignore 12 devices". @param subject what the rows of its list are */
export function undoText({ action, name, count }: UndoOffer, subject: Subject): string {
  if (action === 'accept-all' && name === null) return t('matching_undo_accepted', count);
  const rows =
    aboutConfigurations.has(action) && subject === 'device'
      ? 'matching_undo_configurations'
      : counted[subject];
  return t(actions[action], [name === null ? t(rows, count) : inSentence(name)]);
}

/** Rows that Undo leaves as they are, and why, in one sentence. */
export function notUndoneText({ count, first }: NotUndoneView): string {
  const names = first.map(whyText);
  const others = count - first.length;
  if (others > 0) names.push(t('matching_not_undone_others', others));
  return t('matching_not_undone', [listText(names)]);
}

function whyText({ name, why, by }: NotUndone): string {
  const row = inSentence(name);
  switch (why) {
    case 'decided':
      return by === null
        ? t('matching_not_undone_decided', [row])
        : t('matching_not_undone_decided_by', [row, inSentence(by)]);
    case 'taken':
      return t('matching_not_undone_taken', [row, inSentence(by ?? '')]);
    case 'gone':
      return t('matching_not_undone_gone', [row]);
    case 'elsewhere':
      return t('matching_not_undone_elsewhere', [row]);
    case 'not-permitted':
      return t('matching_not_undone_not_permitted', [row]);
  }
}

/** What came of Undo, with all that it could not give back. @param done the action as far as it took it back */
export function undoneText(done: UndoOffer, subject: Subject, undone: Undone = {}): string {
  const { notUndone, archiving, staying = [] } = undone;
  return [
    t('matching_done_undo', [undoText(done, subject)]),
    archiving !== undefined && t('matching_done_undo_archiving', archiving),
    ...staying.map((name) => t('matching_done_undo_staying', [inSentence(name)])),
    notUndone && notUndoneText(notUndone),
  ]
    .filter((text) => typeof text === 'string')
    .join(' ');
}
