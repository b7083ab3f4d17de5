import type { MessageKey } from '@/lib/i18n';

interface StateWords {
  /** Its tab on the matching page. */
  readonly tab: MessageKey;
  /** Its column of counts in the popup. */
  readonly count: MessageKey;
}

/** What rows are called by what was decided about them. */
export const stateWords = {
  unmatched: { tab: 'matching_unmatched', count: 'popup_unmatched' },
  matched: { tab: 'matching_matched', count: 'popup_matched' },
  ignored: { tab: 'matching_ignored', count: 'popup_ignored' },
} as const satisfies Record<string, StateWords>;

/** A decision about one row, once it is done. */
export const decisionsDone = {
  unmatch: 'matching_done_unmatch',
  ignore: 'matching_done_ignore',
  unignore: 'matching_done_unignore',
} as const satisfies Record<string, MessageKey>;

interface SearchWords {
  /** What can be typed. */
  readonly label: MessageKey;
  /** The list of what was found. */
  readonly found: MessageKey;
  readonly none: MessageKey;
}

/** The search for what a network or device is to be matched to. */
export const matchSearches = {
  organizations: {
    label: 'matching_match_search_organizations',
    found: 'matching_match_found_organizations',
    none: 'matching_match_none_organizations',
  },
  configurations: {
    label: 'matching_match_search_configurations',
    found: 'matching_match_found_configurations',
    none: 'matching_match_none_configurations',
  },
} as const satisfies Record<string, SearchWords>;

/** While a level of the matching page is read for the first time. */
export const loadingWords = {
  networks: 'matching_loading_networks',
  devices: 'matching_loading_devices',
  findings: 'matching_loading_findings',
} as const satisfies Record<string, MessageKey>;

/** What else has the name that a configuration is to be created with. */
export const sameNameWords = {
  suggestion: 'matching_preview_same_suggestion',
  configuration: 'matching_preview_same_configuration',
  row: 'matching_preview_same_row',
} as const satisfies Record<string, MessageKey>;
