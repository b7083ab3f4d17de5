import type { MessageKey } from '@/lib/i18n';

/** What saving the setting will do to so many records and passwords. */
export const changesPlanned = {
  creates: 'options_auto_creates',
  unarchives: 'options_auto_unarchives',
  updates: 'options_auto_updates',
  archives: 'options_auto_archives',
} as const satisfies Record<string, MessageKey>;

/** What was done to so many records and passwords. */
export const changesMade = {
  created: 'options_auto_created',
  updated: 'options_auto_updated',
  unarchived: 'options_auto_unarchived',
  archived: 'options_auto_archived',
} as const satisfies Record<string, MessageKey>;

/** What becomes of records and passwords when the extension is disconnected. */
export const documentedChoices = {
  keep: { label: 'options_disconnect_keep', hint: 'options_disconnect_keep_hint' },
  archive: { label: 'options_disconnect_archive', hint: 'options_disconnect_archive_hint' },
} as const satisfies Record<string, { readonly label: MessageKey; readonly hint: MessageKey }>;
