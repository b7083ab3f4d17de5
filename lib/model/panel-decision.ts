/** What a person decided on a panel. */
export type PanelDecision =
  | { readonly action: 'match' | 'change-match' | 'unmatch'; readonly deviceName: string }
  | { readonly action: 'ignore' | 'unignore' | 'use-mine' | 'undo' };
