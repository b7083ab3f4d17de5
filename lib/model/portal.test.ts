import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePortal, portalHost, portalOfHost } from './portal';
import { regions } from './settings';

describe('parsePortal', () => {
  test.each([
    ['acme', 'acme', null],
    ['  Acme ', 'acme', null],
    ['acme.itglue.com', 'acme', 'us'],
    ['acme.eu.itglue.com', 'acme', 'eu'],
    ['https://acme.eu.itglue.com/12/configurations?page=2#x', 'acme', 'eu'],
    ['HTTPS://ACME.AU.ITGLUE.COM', 'acme', 'au'],
    ['http://kraken-techs.itglue.com:443/', 'kraken-techs', 'us'],
  ])('reads %j', (text, subdomain, region) => {
    expect(parsePortal(text)).toEqual({ ok: true, subdomain, region });
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['acme.example.com', 'not-itglue'],
    ['https://acme.itglue.com@evil.example', 'not-itglue'],
    ['https://acme.itglue.com.evil.example', 'not-itglue'],
    ['notitglue.com', 'not-itglue'],
    ['itglue.com', 'not-a-subdomain'],
    ['api.eu.itglue.com', 'not-a-subdomain'],
    ['www.itglue.com', 'not-a-subdomain'],
    ['eu.itglue.com', 'not-a-subdomain'],
    ['a.b.itglue.com', 'not-a-subdomain'],
    ['-acme', 'not-a-subdomain'],
    ['acme corp', 'not-a-subdomain'],
    ['javascript:alert(1)', 'not-a-subdomain'],
    ['ftp://acme.itglue.com', 'not-a-subdomain'],
  ])('refuses %j as %s', (text, problem) => {
    expect(parsePortal(text)).toEqual({ ok: false, problem });
  });
});

test('the portal made of a subdomain and a region is read back as the same', () => {
  fc.assert(
    fc.property(
      fc
        .stringMatching(/^[b-df-z]([a-z0-9-]{0,20}[a-z0-9])?$/)
        .filter((name) => !['us', 'www'].includes(name)),
      fc.constantFrom(...regions),
      (subdomain, region) => {
        expect(portalOfHost(portalHost({ subdomain, region }))).toEqual({
          subdomain,
          region,
        });
      },
    ),
  );
});

test.each(['api.itglue.com', 'api.eu.itglue.com', 'app.itglue.com', 'itglue.com'])(
  "the vendor's own host %s is no tenant's portal",
  (host) => {
    expect(portalOfHost(host)).toBeNull();
  },
);

test('what was read is read again as the same', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = parsePortal(text);
      if (read.ok) expect(parsePortal(read.subdomain)).toMatchObject({ subdomain: read.subdomain });
    }),
  );
});
