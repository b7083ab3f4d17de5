import fc from 'fast-check';
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Activity } from '@/lib/model/activity';
import { activityCsv, activityFileName } from './activity-csv';

const failed = (reason: string, who = 'sync'): Activity => ({
  at: '2026-03-05T10:00:00.000Z',
  who,
  event: { kind: 'sync-failed', reason },
});
const parse = (csv: string) =>
  papaparse.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data;
/** What a spreadsheet gets of a text that came from outside. */
const cell = (text: string) => parse(activityCsv([failed(text)]))[1]?.[3];

describe('activityCsv', () => {
  it('is UTF-8 with a BOM, a heading, RFC 3339 times and CRLF', () => {
    const csv = activityCsv([failed('offline', 'Ada'), failed('')]);
    expect(csv).toBe(
      '\uFEFFWhen,Who,What,Why,Changes\r\n' +
        '2026-03-05T10:00:00.000Z,Ada,Sync failed,no connection,\r\n' +
        '2026-03-05T10:00:00.000Z,Sync,Sync failed,,\r\n',
    );
    expect([...new TextEncoder().encode(csv).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it.each([
    ...['=', '+', '-', '@', '\t', '\r'].map((sign) => `${sign}HYPERLINK("https://x.test")`),
    ...['＝', '＋', '－', '＠', '−'].map((sign) => `${sign}1+1`),
    ' =1+1',
    '\u00a0=1+1',
    '"=1+1"',
    "'=1+1",
    '“=1+1',
    '\u200b=1+1',
    '\n=1+1',
    '=',
  ])('makes %j harmless', (text) => {
    expect(cell(text)).toBe(`'${text}`);
  });

  it.each(['Acme = Good', 'A-b', '100 %', 'Zoë', 'a@b.test', '—', '', '"Acme" Inc.'])(
    'leaves %j as it is',
    (text) => {
      expect(cell(text)).toBe(text);
    },
  );

  it('makes names harmless as well as reasons', () => {
    const [, row] = parse(activityCsv([failed('x', '@SUM(A1)')]));
    expect(row?.[1]).toBe("'@SUM(A1)");
  });

  it('keeps every line one row of five cells that begin with no sign of a formula, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string())), (texts) => {
        const rows = parse(activityCsv(texts.map(([reason, who]) => failed(reason, who))));
        expect(rows).toHaveLength(texts.length + 1);
        for (const row of rows) {
          expect(row).toHaveLength(5);
          for (const each of row) expect(each).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/);
        }
      }),
    );
  });
});

it('names the file by the reader’s day', () => {
  expect(activityFileName(new Date(2026, 2, 5, 23, 30).getTime())).toBe(
    'datto-networking-activity-2026-03-05.csv',
  );
});
