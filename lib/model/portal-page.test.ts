import { describe, expect, it } from 'vitest';
import { panelPageId, portalPage, portalTenant } from './portal-page';
import type { PortalPage } from './portal-page';

const configuration = {
  kind: 'configuration',
  organizationId: '2',
  configurationId: '31',
} as const;
const record = { kind: 'record', organizationId: '2', typeId: '77', recordId: '9' } as const;
const other = { kind: 'other' } as const;

describe('portalPage', () => {
  it.each<[string, Readonly<Record<string, string>> & { readonly kind: PortalPage['kind'] }]>([
    ['https://acme.itglue.com/2/configurations/31', configuration],
    ['https://acme.itglue.com/2/configurations/31/', configuration],
    ['https://acme.itglue.com/2/configurations/31?partial=1&from=list', configuration],
    ['https://acme.itglue.com/2/configurations/31#related', configuration],
    ['https://acme.itglue.com/2/configurations/31/?a=b#/tab/edit', configuration],
    ['https://ACME.ITGLUE.COM/2/configurations/31', configuration],
    ['https://acme.eu.itglue.com/2/configurations/31', configuration],
    ['https://acme.au.itglue.com/2/configurations/31', configuration],
    [
      'https://acme.itglue.com/5291038471629384/configurations/9007199254740993001',
      {
        kind: 'configuration',
        organizationId: '5291038471629384',
        configurationId: '9007199254740993001',
      },
    ],
    ['https://acme.itglue.com/2/configurations', { kind: 'configurations', organizationId: '2' }],
    [
      'https://acme.itglue.com/2/configurations/?page=3#filter',
      { kind: 'configurations', organizationId: '2' },
    ],
    ['https://acme.itglue.com/2/assets/77-datto-networking-wireless/records/9', record],
    ['https://acme.itglue.com/2/assets/77-wi-fi-%C3%A9t%C3%A9/records/9#x', record],
    ['https://acme.itglue.com/2/assets/77/records/9', record],
    ['https://acme.itglue.com/2', { kind: 'organization', organizationId: '2' }],
    ['https://acme.itglue.com/2/', { kind: 'organization', organizationId: '2' }],
    ['https://acme.itglue.com/admin/integrations', { kind: 'integrations' }],
    ['https://acme.itglue.com/admin/integrations/?tab=all', { kind: 'integrations' }],
    ['https://acme.itglue.com/2/configurations/31/edit', other],
    ['https://acme.itglue.com/2/configurations/new', other],
    ['https://acme.itglue.com/2/configurations/31/revisions', other],
    ['https://acme.itglue.com/2/configurations/31abc', other],
    ['https://acme.itglue.com/-2/configurations/31', other],
    ['https://acme.itglue.com/acme/configurations/31', other],
    ['https://acme.itglue.com//2/configurations/31', other],
    ['https://acme.itglue.com/2/assets/77-wireless/records/new', other],
    ['https://acme.itglue.com/2/assets/77-wireless/records/9/edit', other],
    ['https://acme.itglue.com/2/assets/77-wireless', other],
    ['https://acme.itglue.com/2/passwords/31', other],
    ['https://acme.itglue.com/admin/integrations/12', other],
    ['https://acme.itglue.com/', other],
    ['https://acme.itglue.com/?to=/2/configurations/31', other],
    ['https://acme.itglue.com/#/2/configurations/31', other],
    ['https://api.itglue.com/2/configurations/31', other],
    ['https://api.eu.itglue.com/2/configurations/31', other],
    ['https://www.itglue.com/2/configurations/31', other],
    ['https://itglue.com/2/configurations/31', other],
    ['https://eu.itglue.com/2/configurations/31', other],
    ['https://acme.itglue.com.example.net/2/configurations/31', other],
    ['https://acme-itglue.com/2/configurations/31', other],
    ['http://acme.itglue.com/2/configurations/31', other],
    ['about:blank', other],
    ['not an address', other],
  ])('%s', (address, page) => {
    expect(portalPage(address)).toEqual(page);
  });
});

describe('portalTenant', () => {
  it.each([
    ['https://acme.itglue.com/', { subdomain: 'acme', region: 'us' }],
    ['https://acme-msp.eu.itglue.com/2', { subdomain: 'acme-msp', region: 'eu' }],
    ['https://acme.au.itglue.com/2', { subdomain: 'acme', region: 'au' }],
    ['https://www.au.itglue.com/2', null],
    ['https://a.b.itglue.com/2', null],
    ['https://user@acme.itglue.com:8443/2', { subdomain: 'acme', region: 'us' }],
  ])('%s', (address, tenant) => {
    expect(portalTenant(address)).toEqual(tenant);
  });
});

describe('panelPageId', () => {
  const idOf = (path: string) => panelPageId(portalPage(`https://acme.itglue.com${path}`));

  it.each(['/2/configurations/31', '/2/configurations', '/2/assets/77/records/9', '/2'])(
    'is one for all views of %s',
    (path) => {
      expect(idOf(path)).not.toBeNull();
      expect(idOf(`${path}/?page=3&q=lobby#tab`)).toBe(idOf(path));
    },
  );

  it("does not depend on the slug, which is the type's name of the moment", () => {
    expect(idOf('/2/assets/77-wireless/records/9')).toBe(idOf('/2/assets/77/records/9'));
  });

  it('is another for another subject', () => {
    const paths = ['/2/configurations/31', '/2/configurations/32', '/3/configurations/31'];
    const records = ['/2/assets/77/records/9', '/2/assets/77/records/31', '/3/assets/77/records/9'];
    const lists = ['/2/configurations', '/3/configurations', '/2', '/3'];
    const ids = [...paths, ...records, ...lists].map(idOf);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    '/',
    '/2/configurations/new',
    '/2/configurations/31/edit',
    '/2/assets/3/records',
    '/2/assets/3/records/4/edit',
  ])('is none for %s', (path) => {
    expect(idOf(path)).toBeNull();
  });
});
