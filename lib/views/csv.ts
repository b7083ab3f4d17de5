import papaparse from 'papaparse';

/**
 * Cells that a spreadsheet might take for a formula: what begins with one of the signs that begin
 * one, their full-width forms included (spreadsheets fold them), also behind white space, quotes and
 * invisible characters, which some of them drop. https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula =
  /^[\s\p{Cf}\p{Cc}"'`´‘’“”]*[=+\-@|%\t\r\n\u2212\uFE62\uFE63\uFE66\uFE6B\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * A CSV file's text (RFC 4180) that opens in any spreadsheet: UTF-8 marked by a BOM, and no cell that is a formula:
 * those get an apostrophe before them.
 */
export function csvText(fields: readonly string[], rows: readonly (readonly string[])[]): string {
  const data = rows.map((row) => [...row]);
  return `\uFEFF${papaparse.unparse({ fields: [...fields], data }, { escapeFormulae: formula })}\r\n`;
}

/**
 * `datto-networking-activity-2026-03-05.csv`, by the reader's calendar.
 * @param what words, of which only letters and digits stay
 * @param now milliseconds
 */
export function csvFileName(what: string, now: number): string {
  const date = new Date(now);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const name = what
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 80);
  return `datto-networking-${name}-${day}.csv`;
}
