import papaparse from 'papaparse';
import { t } from '@/lib/i18n';
import type { Activity } from '@/lib/model/activity';
import { eventText, whoText } from '@/lib/words/activity';

/**
 * Cells that a spreadsheet might take for a formula: what begins with one of the signs that begin
 * one, their full-width forms included (spreadsheets fold them), also behind white space, quotes and
 * invisible characters, which some of them drop. https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula =
  /^[\s\p{Cf}\p{Cc}"'`´‘’“”]*[=+\-@|%\t\r\n\u2212\uFE62\uFE63\uFE66\uFE6B\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * The lines as a CSV file's text (RFC 4180) that opens in any spreadsheet: UTF-8 marked by a BOM,
 * times in RFC 3339, and no cell that is a formula: those get an apostrophe before them.
 */
export function activityCsv(lines: readonly Activity[]): string {
  const rows = lines.map((line) => {
    const { what, why } = eventText(line.event);
    return [rfc3339(line.at), whoText(line), what, why ?? ''];
  });
  const fields = [t('activity_when'), t('activity_who'), t('activity_what'), t('activity_why')];
  return `\uFEFF${papaparse.unparse({ fields, data: rows }, { escapeFormulae: formula })}\r\n`;
}

/**
 * `datto-networking-activity-2026-03-05.csv`, by the reader's calendar.
 * @param now milliseconds
 */
export function activityFileName(now: number): string {
  const date = new Date(now);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `datto-networking-activity-${day}.csv`;
}

function rfc3339(at: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : new Date(time).toISOString();
}
