import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIp } from './ip';

describe('parseIp', () => {
  it.each([
    ['10.0.1.131', '10.0.1.131'],
    [' 192.168.0.9\n', '192.168.0.9'],
    ['10.0.0.5/24', '10.0.0.5'],
    ['１０.0.0.5', '10.0.0.5'],
    ['\u200e10.0.0.5\u200b', '10.0.0.5'],
    ['192.168.001.010', '192.168.1.10'],
    ['010.008.000.005', '10.8.0.5'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:db8::1/64', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::ffff:10.0.0.5', '10.0.0.5'],
    ['::FFFF:0a00:0005', '10.0.0.5'],
  ])('reads %j as %s', (text, ip) => {
    expect(parseIp(text)).toBe(ip);
  });

  it.each([
    null,
    undefined,
    '',
    '-',
    'DHCP',
    '10.1',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.5.6',
    '0x0a.0.0.5',
    '167772165',
    '10.0.0.5, 10.0.0.6',
    '10.0.0.5:8080',
    '10.0.0.5/',
    '2001:db8:::1',
    'ac:86:74:33:7a:c0',
  ])('refuses %j', (text) => {
    expect(parseIp(text)).toBeNull();
  });

  it.each(['0.0.0.0', '127.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1'])(
    'refuses %s, which every device has',
    (text) => {
      expect(parseIp(text)).toBeNull();
    },
  );

  it('reads its own spelling as itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
        const once = parseIp(text);
        if (once !== null) expect(parseIp(once)).toBe(once);
      }),
    );
  });

  it('reads every IPv4 address alike, with and without leading zeros', () => {
    fc.assert(
      fc.property(fc.ipV4(), (text) => {
        const padded = text
          .split('.')
          .map((part) => part.padStart(3, '0'))
          .join('.');
        expect(parseIp(padded)).toBe(parseIp(text));
      }),
    );
  });

  it('reads all spellings of an IPv6 address alike', () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    fc.assert(
      fc.property(fc.array(group, { minLength: 7, maxLength: 7 }), (rest) => {
        const words = [0x2001, ...rest];
        const short = words.map((word) => word.toString(16)).join(':');
        const long = words
          .map((word) => word.toString(16).padStart(4, '0').toUpperCase())
          .join(':');
        expect(parseIp(short)).not.toBeNull();
        expect(parseIp(long)).toBe(parseIp(short));
      }),
    );
  });
});
