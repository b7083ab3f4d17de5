/** How a configuration got its device or lost it, where the user can take that back. */
export interface PanelUndo {
  readonly what: 'matched' | 'unmatched';
  readonly deviceName: string;
}

/** What a person decided on a panel. */
export type PanelDecision =
  | { readonly action: 'match' | 'change-match' | 'unmatch'; readonly deviceName: string }
  | { readonly action: 'ignore' | 'unignore' | 'use-mine' | 'undo' };
