import { notDoneText } from './problems';
import { t, type MessageKey } from '@/lib/i18n';
import type { DecisionRefusal } from '@/lib/model/decision-refusal';
import { inSentence } from './in-sentence';

const subjects = {
  network: {
    meanwhile: 'matching_refusal_network_meanwhile',
    gone: 'matching_refusal_network_gone',
  },
  device: { meanwhile: 'matching_refusal_device_meanwhile', gone: 'matching_refusal_device_gone' },
  finding: {
    meanwhile: 'matching_refusal_finding_meanwhile',
    gone: 'matching_refusal_finding_gone',
  },
} as const satisfies Record<string, { readonly meanwhile: MessageKey; readonly gone: MessageKey }>;

/** What a decision was about. */
export type Subject = keyof typeof subjects;

/** Why nothing was changed, in one sentence for the row it is about. */
export function refusalText(refusal: DecisionRefusal, subject: Subject): string {
  switch (refusal.kind) {
    case 'decided-meanwhile':
      return t(subjects[subject].meanwhile);
    case 'configuration-taken':
      return t('matching_refusal_taken', [inSentence(refusal.by)]);
    case 'has-mac':
      return t('matching_refusal_has_mac', [refusal.mac]);
    case 'gone':
      return refusal.name === ''
        ? t('matching_refusal_gone_unnamed')
        : t('matching_refusal_gone', [inSentence(refusal.name)]);
    case 'exists':
      return t('matching_refusal_exists', [inSentence(refusal.name)]);
    case 'row-gone':
      return t(subjects[subject].gone);
    case 'not-permitted':
      return t('matching_refusal_not_permitted');
    case 'suggestion-undecided':
      return t('matching_refusal_undecided');
    case 'creating':
      return t('matching_refusal_creating');
    case 'problem':
      return notDoneText(refusal.problem);
  }
}
