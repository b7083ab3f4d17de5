import { t } from '@/lib/i18n';
import type { Activity } from '@/lib/model/activity';
import { asItIs, eventText, whoText } from '@/lib/words/activity';
import { changesIn, changeText } from '@/lib/words/activity-changes';
import { csvFileName, csvText } from './csv';

/** The lines as a CSV file's text, with times in RFC 3339. */
export function activityCsv(lines: readonly Activity[]): string {
  const rows = lines.map((line) => {
    const { what, why } = eventText(line.event, asItIs);
    const changes = changesIn(line.event).map(changeText);
    return [rfc3339(line.at), whoText(line, asItIs), what, why ?? '', changes.join('; ')];
  });
  const fields = [
    t('activity_when'),
    t('activity_who'),
    t('activity_what'),
    t('activity_why'),
    t('activity_changes'),
  ];
  return csvText(fields, rows);
}

/** `datto-networking-activity-2026-03-05.csv`, by the reader's calendar. `now`: milliseconds. */
export const activityFileName = (now: number): string => csvFileName('activity', now);

function rfc3339(at: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : new Date(time).toISOString();
}
