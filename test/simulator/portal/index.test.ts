// @vitest-environment node
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPortal } from './index';
import type { PortalQuirks } from '../tenant/quirks';
import type { PortalConfiguration, PortalSource } from './source';

function configurationOf(id: string, change: Partial<PortalConfiguration> = {}) {
  return {
    id,
    organizationId: '12',
    organizationName: 'Blue Harbor <b>Dental</b>',
    name: `AP ${id}`,
    type: 'Wireless Access Point',
    status: 'Active',
    archived: false,
    fields: [{ label: 'Primary IP', value: `10.0.0.${id}` }],
    ...change,
  };
}

const configurations = [
  configurationOf('71'),
  configurationOf('72', { archived: true }),
  configurationOf('73', { organizationId: '13', name: 'شبكة المكتب' }),
];

const source: PortalSource = {
  organizations: () => [
    { id: '12', name: 'Blue Harbor <b>Dental</b>' },
    { id: '13', name: 'Nordlys' },
  ],
  configurations: (id) => configurations.filter((each) => each.organizationId === id),
  configuration: (id) => {
    if (id === '500') throw new Error('the source failed');
    return configurations.find((each) => each.id === id);
  },
  flexibleAsset: (id) =>
    id === '9'
      ? {
          id: '9',
          organizationId: '12',
          typeId: '4',
          typeSlug: 'datto-networking-wireless',
          typeName: 'Datto Networking Wireless',
          name: 'Guest',
          fields: [{ name: 'SSID Name', value: 'Guest' }],
          related: [{ type: 'Password', name: 'Wi-Fi Guest' }],
          archived: false,
        }
      : undefined,
};

let quirks: PortalQuirks;
let server: Server;
let origin: string;

beforeEach(async () => {
  quirks = { shape: 'landmarks', myGlue: false };
  server = createServer(createPortal(source, () => quirks));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const read = (path: string) => fetch(`${origin}/portal-api${path}?delay=0`);

describe('the pages', () => {
  it.each([
    '/',
    '/12',
    '/12/configurations?page=2#x',
    '/12/configurations/71',
    '/12/configurations/71/edit',
    '/12/configurations/new',
    '/12/assets/4-datto-networking-wireless/records/9',
    '/admin/integrations',
    '/12/configurations/404404',
    '//',
  ])('answer the application at %s', async (path) => {
    const response = await fetch(origin + path);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<script type="module" src="/assets-static/app.js">');
  });

  it('carry a policy that allows only own scripts and styles, and no frame', async () => {
    const { headers } = await fetch(`${origin}/12/configurations/71`);
    const policy = headers.get('content-security-policy')?.split('; ') ?? [];
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy.join()).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('hold no inline style or script that the policy would block', async () => {
    const html = await (await fetch(origin)).text();
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
  });

  it('say to the client what they are made of: by address, by header, else as the tenant has it', async () => {
    const modes = async (query: string, headers: Record<string, string> = {}) => {
      const page = await (await fetch(`${origin}/12${query}`, { headers })).text();
      return /name="portal" content="([^"]*)"/.exec(page)?.[1];
    };
    expect(await modes('')).toBe('landmarks');
    expect(await modes('?portal=hybrid')).toBe('hybrid');
    expect(await modes('?portal="><script>')).toBe('landmarks');
    expect(await modes('', { 'x-portal-shape': 'react' })).toBe('react');
    expect(await modes('?portal=text', { 'x-portal-shape': 'react' })).toBe('text');
    quirks = { shape: 'hybrid', myGlue: true };
    expect(await modes('')).toBe('hybrid myglue');
    expect(await modes('?portal=landmarks&myglue=false')).toBe('landmarks');
  });

  it('are only read', async () => {
    const response = await fetch(`${origin}/12/configurations/71`, { method: 'POST' });
    expect(response.status).toBe(405);
  });
});

describe('the static files', () => {
  it('are all there that the page names and the application imports', async () => {
    const html = await (await fetch(origin)).text();
    const asked = new Set(
      [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path = '']) => path),
    );
    expect([...asked]).toEqual(
      expect.arrayContaining(['/assets-static/app.js', '/assets-static/style.css']),
    );
    for (const path of asked) {
      const response = await fetch(origin + path);
      expect(response.status, path).toBe(200);
      const imports = (await response.text()).matchAll(/from '\.\/([\w-]+\.js)'/g);
      for (const [, name = ''] of imports) asked.add(`/assets-static/${name}`);
    }
    expect(asked.size).toBeGreaterThan(5);
  });

  it('name classes by hashes that another portal does not share', async () => {
    const css = await (await fetch(`${origin}/assets-static/style.css`)).text();
    expect(css).toMatch(/\.css-[0-9a-z]+ \{/);
    expect(css).not.toContain('cls-');
    const other = createServer(createPortal(source));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const otherCss = await (await fetch(`http://127.0.0.1:${port}/assets-static/style.css`)).text();
    other.closeAllConnections();
    other.close();
    expect(otherCss).not.toBe(css);
  });

  it.each(['/assets-static/none.js', '/assets-static/../index.ts', '/assets-static/%2e%2e/api.ts'])(
    'do not include %s',
    async (path) => {
      const response = await fetch(origin + path);
      expect(await response.text()).not.toContain('export');
    },
  );
});

describe('the data', () => {
  it('is one configuration with its fields and its organization as they are', async () => {
    const response = await read('/organizations/12/configurations/71');
    expect(await response.json()).toMatchObject({
      organization: { id: '12', name: 'Blue Harbor <b>Dental</b>', configurations: 1 },
      configuration: { id: '71', fields: [{ label: 'Primary IP', value: '10.0.0.71' }] },
    });
  });

  it.each([
    ['a configuration that is not there', '/organizations/12/configurations/999'],
    ['a configuration of another organization', '/organizations/12/configurations/73'],
    ['an organization that is not there', '/organizations/999'],
    ['a record that is not there', '/organizations/12/assets/4-x/records/1'],
    ['a record of another type', '/organizations/12/assets/5-x/records/9'],
    ['a record of another organization', '/organizations/13/assets/4-x/records/9'],
    ['no known endpoint', '/secrets'],
  ])('does not exist for %s', async (_what, path) => {
    const response = await read(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/json');
  });

  it('shows archived configurations on request only, but opens them always', async () => {
    const ids = async (query: string) => {
      const response = await fetch(
        `${origin}/portal-api/organizations/12/configurations?delay=0${query}`,
      );
      const { rows } = (await response.json()) as { rows: { id: string }[] };
      return rows.map((row) => row.id);
    };
    expect(await ids('')).toEqual(['71']);
    expect(await ids('&archived=true')).toEqual(['72']);
    expect((await read('/organizations/12/configurations/72')).status).toBe(200);
  });

  it('is a record by its type and id', async () => {
    const response = await read('/organizations/12/assets/4-datto-networking-wireless/records/9');
    expect(await response.json()).toMatchObject({
      record: { name: 'Guest', fields: [{ label: 'SSID Name', value: 'Guest' }] },
    });
  });

  it('sets no cookie', async () => {
    expect((await read('/organizations')).headers.getSetCookie()).toEqual([]);
  });

  it('answers 500 when the source fails, and goes on', async () => {
    expect((await read('/organizations/12/configurations/500')).status).toBe(500);
    expect((await read('/organizations')).status).toBe(200);
  });
});
