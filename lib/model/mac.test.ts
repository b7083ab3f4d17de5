import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMac, parseMac, type Mac } from './mac';

const mac = 'ac8674337ac0';
const digits = fc
  .stringMatching(/^[0-9a-f]{12}$/)
  .filter((text) => !/^(?:0{12}|f{12})$/.test(text));
const groups = (text: string, size: number, separator: string) =>
  (text.match(new RegExp(`.{${size}}`, 'g')) ?? []).join(separator);

describe('parseMac', () => {
  it.each([
    'ac8674337ac0',
    'AC8674337AC0',
    'AC:86:74:33:7A:C0',
    'ac:86:74:33:7a:c0',
    'ac-86-74-33-7a-c0',
    'AC 86 74 33 7A C0',
    'ac.86.74.33.7a.c0',
    'ac_86_74_33_7a_c0',
    'ac86.7433.7ac0',
    'AC86-7433-7AC0',
    'ac86:7433:7ac0',
    'ac8674-337ac0',
    'ac8674:337ac0',
    'ac8.674.337.ac0',
    '  AC:86:74:33:7A:C0\n',
    'AC‑86‑74‑33‑7A‑C0',
    'AC–86–74–33–7A–C0',
    'AC：86：74：33：7A：C0',
    '\u200eAC:86:74:33:7A:C0\u200b',
  ])('reads %j', (text) => {
    expect(parseMac(text)).toBe(mac);
  });

  it('reads octets without their leading zero', () => {
    expect(parseMac('0:1b:2:33:a:C0')).toBe('001b02330ac0');
    expect(parseMac('0-1b-2-33-a-C0')).toBe('001b02330ac0');
  });

  it.each([
    null,
    undefined,
    '',
    ' ',
    'N/A',
    'unknown',
    'ac:86:74:33:7a',
    'ac:86:74:33:7a:c0:01',
    'ac:86:74:33:7a:c0:01:02',
    'ac86743:37ac0',
    'ac:86:74:33:7a:g0',
    'ac:86-74:33-7a:c0',
    'ac-86:74-33:7a-c',
    'ac86:7433.7ac0',
    '::::::',
    '1.2.3.4.5.6',
    'ac8674337ac01',
    'ac8674337ac0, ac8674337ac1',
    'ac:86:74:33:7a:c0 (WAN)',
    '0xac8674337ac',
    'fe80::ae86:74ff:fe33:7ac0',
  ])('refuses %j', (text) => {
    expect(parseMac(text)).toBeNull();
  });

  it.each(['00:00:00:00:00:00', '0:0:0:0:0:0', '000000000000', 'FF:FF:FF:FF:FF:FF'])(
    'refuses %j, which identifies no device',
    (text) => {
      expect(parseMac(text)).toBeNull();
    },
  );

  it('reads every address in every grouping and case as the same one', () => {
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom(2, 3, 4, 6),
        fc.constantFrom(':', '-', '.', ' ', '_', ''),
        fc.boolean(),
        (text, size, separator, upper) => {
          const written = groups(upper ? text.toUpperCase() : text, size, separator);
          expect(parseMac(written)).toBe(text);
        },
      ),
    );
  });

  it('gives twelve lower-case digits or nothing, whatever is typed', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF:-. _xg') });
    fc.assert(
      fc.property(fc.oneof(typed, fc.string({ unit: 'grapheme' })), (text) => {
        expect(parseMac(text) ?? mac).toMatch(/^[0-9a-f]{12}$/);
      }),
    );
  });
});

describe('formatMac', () => {
  it('writes pairs in upper case', () => {
    expect(formatMac(mac as Mac)).toBe('AC:86:74:33:7A:C0');
  });

  it('is read back as the same address', () => {
    fc.assert(
      fc.property(digits, (text) => {
        expect(parseMac(formatMac(text as Mac))).toBe(text);
      }),
    );
  });
});
