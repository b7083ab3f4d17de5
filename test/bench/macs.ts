import { parseMac } from '@/lib/model/mac';
import { quickest } from './measure';
import { ratio } from './section';
import type { Section } from './section';

const forms = [
  'AC:86:74:33:7A:C0',
  'ac-86-74-33-7a-c0',
  'ac86.7433.7ac0',
  'AC8674337AC0',
  'ac8674-337ac0',
  ' AC:86:74:33:7A:C0 ',
  'AC–86–74–33–7A–C0',
  'a:1b:2:3c:4:5d',
];
/** What stands in MAC fields and is none: placeholders, serial numbers, names, a typing error, two MACs in one. */
const junk = [
  '00:00:00:00:00:00',
  'FF-FF-FF-FF-FF-FF',
  '18-5E-0F-ED-99-9J',
  'SN 4711-0815-1234',
  'feedbacked facade',
  'see cafe desk faded',
  'n/a',
  'AC:86:74:33:7A:C0 / AC:86:74:33:7A:C1',
  '2026-01-02 03:04',
  'AC:86:74:33:7A',
];

/** What parsing MACs costs, and what it is worth, against what one writes at first. */
export async function macs(): Promise<Section> {
  const texts = [...forms, ...junk];
  const time = await quickest({
    parseMac: () => void texts.map(parseMac),
    naive: () => void texts.map(naive),
  });
  const right = (parse: (text: string) => string | null) =>
    forms.filter((text) => parse(text) !== null).length +
    junk.filter((text) => parse(text) === null).length;
  return {
    title: 'MACs read',
    lines: [
      {
        what: 'a text, instead of by a naive expression',
        figure: ratio(time.parseMac, time.naive),
      },
      { what: 'texts read right', figure: `${right(parseMac)} of ${texts.length}` },
      {
        what: 'texts the naive expression reads right',
        figure: `${right(naive)} of ${texts.length}`,
      },
    ],
  };
}

function naive(text: string): string | null {
  const digits = text.toLowerCase().replace(/[^0-9a-f]/g, '');
  return digits.length === 12 ? digits : null;
}
