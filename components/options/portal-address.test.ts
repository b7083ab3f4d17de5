import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPortalAddress } from './portal-address';

describe('readPortalAddress', () => {
  it.each([
    ['acme', 'acme', null],
    ['  Acme ', 'acme', null],
    ['acme.itglue.com', 'acme', 'us'],
    ['https://acme.itglue.com/', 'acme', 'us'],
    ['https://acme.eu.itglue.com/2/configurations/77?x=1#notes', 'acme', 'eu'],
    ['HTTP://ACME-MSP.AU.ITGLUE.COM', 'acme-msp', 'au'],
  ])('reads %s', (text, subdomain, region) => {
    expect(readPortalAddress(text)).toEqual({ subdomain, region });
  });

  it.each([
    '',
    'https://',
    'acme.example.com',
    'https://itglue.com',
    'eu.itglue.com',
    'https://api.eu.itglue.com',
    'acme.uk.itglue.com',
    'acme.itglue.com.evil.test',
    '-acme',
    'two words',
    'me@acme.itglue.com',
  ])('refuses %j', (text) => {
    expect(readPortalAddress(text)).toBeNull();
  });

  it('reads its own answer back unchanged', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readPortalAddress(text);
        if (read) expect(readPortalAddress(read.subdomain)?.subdomain).toBe(read.subdomain);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,12}$/), (name) => {
        expect(readPortalAddress(`https://x${name}.eu.itglue.com/1`)).toEqual({
          subdomain: `x${name}`,
          region: 'eu',
        });
      }),
    );
  });
});
