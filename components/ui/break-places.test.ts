import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakPlaces, clip } from './break-places';

describe('where a value may be broken', () => {
  it('is between the octets of a MAC and the groups of an IPv6 address', () => {
    expect(breakPlaces('AC:86:74:33:7A:C0')).toEqual(['AC:', '86:', '74:', '33:', '7A:', 'C0']);
    expect(breakPlaces('2001:db8:85a3::8a2e')).toEqual(['2001:', 'db8:', '85a3::', '8a2e']);
  });

  it('is nowhere in an IPv4 address', () => {
    expect(breakPlaces('192.168.100.200')).toEqual(['192.168.100.200']);
  });

  it('is every eight digits of a hash', () => {
    expect(breakPlaces('sha256:0123456789abcdef0123')).toEqual([
      'sha256:',
      '01234567',
      '89abcdef',
      '0123',
    ]);
  });

  it('changes nothing in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(breakPlaces(text).join('')).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f:\n -]{0,60}$/), (text) => {
        expect(breakPlaces(text).join('')).toBe(text);
      }),
    );
  });
});

describe('a long value', () => {
  it('is shown whole where it is of usual length', () => {
    expect(clip('x'.repeat(400))).toEqual({ shown: 'x'.repeat(400), title: undefined });
  });

  it('is cut, with more of it in the title up to a bound', () => {
    const { shown, title } = clip('x'.repeat(100_000));
    expect(shown).toBe(`${'x'.repeat(400)}…`);
    expect(title).toBe('x'.repeat(4000));
  });

  it('is cut between characters', () => {
    expect(clip(`${'x'.repeat(399)}😀😀`).shown).toBe(`${'x'.repeat(399)}…`);
  });
});
