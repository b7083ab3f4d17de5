import { t, type MessageKey } from '@/lib/i18n';
import { clockTime } from '@/lib/i18n/time';
import { nameOf } from './team-mark';

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

/**
 * That another of the company switched it off, and what this browser does about it.
 * @param now milliseconds since 1970
 */
export function switchedOffText(
  { who, at, until }: { readonly who: string; readonly at: string; readonly until: string },
  now: number,
): string {
  const [name, since] = [nameOf(who), clockTime(at, now)];
  return now < Date.parse(until)
    ? t('auto_create_switched_off', [name, since, clockTime(until, now)])
    : t('auto_create_switched_off_past', [name, since]);
}
