import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMac } from '@/lib/model/mac';
import type { Mac } from '@/lib/model/mac';
import { searchFor } from './row-search';

const row = (texts: (string | null)[], mac: string | null = null) => ({ texts, mac });
const finds = (text: string, each: ReturnType<typeof row>) => searchFor(text, () => each)(each);

describe('searching rows', () => {
  it('finds every row by nothing', () => {
    expect(finds('  ', row([]))).toBe(true);
  });

  it('finds words in any order and letter case, each anywhere in the row', () => {
    const each = row(['Acme Corp', 'Warehouse', null]);
    expect(finds('ware ACME', each)).toBe(true);
    expect(finds('acme denver', each)).toBe(false);
  });

  it('does not find a word across two texts', () => {
    expect(finds('corpware', row(['Acme Corp', 'Warehouse']))).toBe(false);
  });

  it.each([
    'AC:86:74:33:7A:C0',
    'ac-86-74-33-7a-c0',
    'ac86.7433.7ac0',
    'AC 86 74 33 7A C0',
    'ac8674337ac0',
    'ac‐86‐74‐33‐7a‐c0',
    '33:7A',
    'AC:86:7',
    '7ac0',
  ])('finds a MAC typed as %s', (text) => {
    expect(finds(text, row(['Lobby'], 'ac8674337ac0'))).toBe(true);
    expect(finds(text, row(['Lobby'], '001122334455'))).toBe(false);
  });

  it('finds an IP and a model by a part of them', () => {
    const each = row(['Lobby', '10.20.30.40', 'AP840']);
    expect(finds('20.30', each)).toBe(true);
    expect(finds('p84', each)).toBe(true);
  });

  it('finds any MAC by its shown form', () => {
    const macs = fc.stringMatching(/^[0-9a-f]{12}$/);
    fc.assert(
      fc.property(macs, (mac) => {
        expect(finds(formatMac(mac as Mac), row([], mac))).toBe(true);
      }),
    );
  });
});
