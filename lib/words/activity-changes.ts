import { t } from '@/lib/i18n';
import type { ActivityEvent, FieldChange, FieldValue } from '@/lib/model/activity';

/** The fields that a write changed, with what they were and are; none where that was not kept. */
export const changesIn = (event: ActivityEvent): readonly FieldChange[] =>
  ('changes' in event && event.changes) || [];

/** A value as people read it; "—" for none. */
export function fieldValueText(value: FieldValue): string {
  if (value === null || value === '') return '—';
  return typeof value === 'boolean' ? t(value ? 'sheet_yes' : 'sheet_no') : value;
}

/** What was written, in a line: "MAC Address: — → AC:86:74:00:00:12"; of a key only that it was. */
export function changeText({ field, before, after }: FieldChange): string {
  if (after === undefined) return t('activity_change', [field, t('activity_key_not_shown')]);
  const now = fieldValueText(after);
  return before === undefined
    ? t('activity_change', [field, now])
    : t('activity_change_from', [field, fieldValueText(before), now]);
}
