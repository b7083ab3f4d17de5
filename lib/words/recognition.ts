import { inSentence } from './in-sentence';
import { t } from '@/lib/i18n';
import type { OrganizationReason } from '@/lib/model/match';

/** Why an organization is suggested, in words: "same name without 'Inc.'". */
export function reasonText(reason: OrganizationReason): string {
  switch (reason.kind) {
    case 'same-name':
      return t('matching_reason_same_name');
    case 'legal-form':
      return t('matching_reason_legal_form', [inSentence(reason.form)]);
    case 'spelling':
      return t('matching_reason_spelling');
    case 'site':
      return t('matching_reason_site', [inSentence(reason.site)]);
    case 'short-name':
      return t('matching_reason_short_name');
    case 'acronym':
      return t('matching_reason_acronym', [inSentence(reason.letters)]);
    case 'similar':
      return t('matching_reason_similar');
    case 'abbreviation':
      return t('matching_reason_abbreviation');
    case 'part':
      return t('matching_reason_part', [inSentence(reason.missing)]);
  }
}
