import { t, type MessageKey } from '@/lib/i18n';
import { dateText } from '@/lib/i18n/time';
import type { FindingState, FoundConfiguration } from '@/lib/model/finding';
import { inSentence } from './in-sentence';

/** The tabs of the findings. */
export const findingTabs = {
  open: 'matching_open_findings',
  legitimate: 'matching_legitimate',
} as const satisfies Record<FindingState, MessageKey>;

/** A decision about a finding, once it is done. */
export const findingDecisionsDone = {
  legitimate: 'matching_done_legitimate',
  'not-legitimate': 'matching_done_not_legitimate',
} as const satisfies Record<string, MessageKey>;

/** What tells a configuration from the others of a finding, and where it came from. */
export function findingFacts(configuration: FoundConfiguration): (string | null)[] {
  const { organizationName, typeName, matchedTo } = configuration;
  return [
    originText(configuration),
    organizationName,
    typeName,
    matchedTo === null ? null : t('matching_finding_matched', [inSentence(matchedTo)]),
  ];
}

function originText({ origin, psaSynced }: FoundConfiguration): string | null {
  switch (origin?.kind) {
    case 'ours':
      return t('matching_finding_ours');
    case 'later':
      return psaSynced
        ? t('matching_finding_later_psa', [dateText(origin.at)])
        : t('matching_finding_later', [dateText(origin.at)]);
    case undefined:
      return psaSynced ? t('matching_finding_psa') : null;
  }
}
