import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { configurationId, organizationId } from '@/lib/model/ids';
import { emptyTenant } from '@/test/simulator/tenant/tenant';
import { DirectVendors } from '@/test/world/direct-vendors';
import { World } from '@/test/world/world';
import type { From, PortalPages } from './message';
import { messageNames, rows, type MessageName } from './protocol';
import { requests, organization } from './requests.fixture';
import { answer, type Handlers, type Sender } from './router';

const id = 'extension';
const extension = 'https://extension.example';
const portal = 'https://contoso-msp.itglue.com';

/** A page of the extension, in a popup or in a tab of its own. */
const extensionPage = (path: string): Sender => ({ id, url: extension + path });
const extensionTab = (path: string): Sender => ({
  ...extensionPage(path),
  frameId: 0,
  tab: { id: 3, url: extension + path },
});
/** A content script on the page that the browser shows in its tab. */
const contentScript = (url: string): Sender => ({ id, url, frameId: 0, tab: { id: 3, url } });

const onPages = (paths: readonly string[]): [string, Sender][] =>
  paths.map((path) => [path, contentScript(portal + path)]);

const extensionPages: [string, Sender][] = [
  ['the popup', extensionPage('/popup.html')],
  ['the options in a tab', extensionTab('/options.html')],
  ['the matching page at a place', extensionTab('/matching.html#organization/41')],
];

/** Pages of the portal by what they are about: those that name the ids above, and all others. */
const pages = {
  configuration: ['/41/configurations/77', '/41/configurations/77/', '/41/configurations/77?a=1#b'],
  record: ['/41/assets/9/records/12', '/41/assets/9-wi-fi/records/12?a=1'],
  list: ['/41/configurations', '/41'],
  otherIds: [
    '/41/configurations/78',
    '/42/configurations/77',
    '/41/assets/9/records/13',
    '/41/assets/8/records/12',
    '/42/assets/9/records/12',
    '/42/configurations',
    '/42',
  ],
  others: [
    '/',
    '/admin/integrations',
    '/41/configurations/new',
    '/41/configurations/77/edit',
    '/41/assets/9/records/12/edit',
    '/41/passwords/77',
    '/?page=/41/configurations/77',
  ],
} as const;

const everyPage = Object.values(pages).flat();

/** The pages of the portal from which a message about such a page is heard. */
const ownPages: Record<keyof PortalPages, readonly string[]> = {
  any: everyPage,
  organization: [
    ...pages.configuration,
    ...pages.record,
    ...pages.list,
    // Another page of the same organization.
    '/41/configurations/78',
    '/41/assets/9/records/13',
    '/41/assets/8/records/12',
  ],
  configuration: pages.configuration,
  configurations: ['/41/configurations'],
  record: pages.record,
  integrations: ['/admin/integrations'],
};

const own = pages.configuration[0];

/** Whoever must never be heard, whatever the message. */
const strangers: [string, Sender][] = [
  ['no sender at all', {}],
  ['another extension', { id: 'another', url: 'https://another.example/page.html' }],
  ['another extension that names our page', { ...extensionPage('/options.html'), id: 'another' }],
  ['another extension on the page', { ...contentScript(portal + own), id: 'another' }],
  ['a web page', { url: `https://evil.example${own}` }],
  ['a web page in a tab', { ...contentScript(`https://evil.example${own}`), id: undefined }],
  ['our content script on a web page', contentScript(`https://evil.example${own}`)],
  ['a web page whose name begins like ours', extensionPage('.evil.example/options.html')],
  ['a page without an address', { id }],
  ['a page whose address is none', { id, url: 'about:blank' }],
  ["another tenant's portal", contentScript(`https://fabrikam.itglue.com${own}`)],
  ["the tenant's name in another region", contentScript(`https://contoso-msp.eu.itglue.com${own}`)],
  ["the vendor's own host", contentScript(`https://app.itglue.com${own}`)],
  ['a host that ends like the portal', contentScript(`https://contoso-msp.itglue.com.evil${own}`)],
  ['the portal without TLS', contentScript(`http://contoso-msp.itglue.com${own}`)],
  ['a frame on the portal', { ...contentScript(portal + own), frameId: 5 }],
  ['a frame of unknown number', { ...contentScript(portal + own), frameId: undefined }],
  [
    'a frame of a web page in a tab on the portal',
    { ...contentScript(portal + own), url: `https://evil.example${own}` },
  ],
  [
    'the portal in a frame of a web page',
    { ...contentScript(`https://evil.example${own}`), url: portal + own },
  ],
  ['a page of the portal without a tab', { id, url: portal + own, frameId: 0 }],
  ['a tab without an address', { id, url: portal + own, frameId: 0, tab: { id: 3 } }],
  ['a tab without a number', { id, url: portal + own, frameId: 0, tab: { url: portal + own } }],
];

const everybody: [string, Sender][] = [...strangers, ...extensionPages, ...onPages(everyPage)];

/** By name, who may send such a message. */
const heardFrom = (from: From): readonly string[] =>
  from === 'page' ? extensionPages.map(([who]) => who) : ownPages[from.portal];

let world: World;
beforeAll(async () => {
  world = await World.start(new DirectVendors(emptyTenant()));
});
afterAll(() => world.close());

let reached: { readonly name: string; readonly request: unknown; readonly tab: unknown }[] = [];
beforeEach(() => {
  reached = [];
});
const handlers = Object.fromEntries(
  messageNames.map((name) => [
    name,
    (request: unknown, tab: unknown) => {
      reached.push({ name, request, tab });
      return Promise.resolve(null);
    },
  ]),
) as unknown as Handlers;

const send = (name: MessageName, request: unknown, sender: unknown) =>
  answer(name, request, sender, handlers, { ...world.router, atPace: () => true });
const refused = { ok: false, problem: { kind: 'not-permitted' } };

describe.each(messageNames)('%s', (name) => {
  const { from } = rows[name];

  it('reaches its handler from those who may send it, and from no other', async () => {
    const heard: string[] = [];
    for (const [who, sender] of everybody) {
      reached = [];
      const reply = await send(name, requests[name], sender);
      if (reached.length > 0) heard.push(who);
      expect(reply, who).toEqual(reached.length > 0 ? { ok: true, value: null } : refused);
    }
    expect(heard.sort()).toEqual([...heardFrom(from)].sort());
  });

  it('reaches it with what was sent and the tab that the browser names', async () => {
    const heard = heardFrom(from);
    const [, sender] = everybody.find(([who]) => heard.includes(who))!;
    await send(name, requests[name], sender);
    const tab = from === 'page' ? null : { tabId: 3, url: sender.tab?.url };
    expect(reached).toEqual([{ name, request: requests[name], tab }]);
  });

  it('does not reach it in another shape', async () => {
    const heard = heardFrom(from);
    const [, sender] = everybody.find(([who]) => heard.includes(who))!;
    const carriesNothing = requests[name] === undefined;
    for (const request of ['text', 7, [], carriesNothing ? {} : null])
      expect(await send(name, request, sender)).toEqual(refused);
    expect(reached).toEqual([]);
  });
});

it('hears a page of the portal at a person’s pace only', async () => {
  const replies: unknown[] = [];
  for (let number = 1; number <= 40; number++) {
    const page = { ...organization, configurationId: configurationId(number) };
    const sender = contentScript(`${portal}/41/configurations/${number}`);
    replies.push(await answer('panel.view', page, sender, handlers, world.router));
  }
  expect(replies[0]).toEqual({ ok: true, value: null });
  expect(replies.at(-1)).toEqual({ ok: false, problem: { kind: 'too-fast' } });
  expect(reached.length).toBeLessThan(25);
});

it('hears of the portal only what is said before keys while the extension is not connected', async () => {
  const fresh = await World.start(new DirectVendors(emptyTenant()), { connected: false });
  for (const name of messageNames)
    if (rows[name].from !== 'page')
      await answer(name, requests[name], contentScript(portal + own), handlers, fresh.router);
  expect(reached.map(({ name }) => name)).toEqual([
    'portal.arrived',
    'panel.placement',
    'panel.save-placement',
    'panel.given-up',
    'welcome.open',
    'welcome.dismiss',
  ]);
  await fresh.close();
});

it('refuses a sender of a form that no browser gives', async () => {
  for (const sender of [null, 'extension', { id, url: 7 }, { id: [id] }])
    for (const name of messageNames)
      expect(await send(name, requests[name], sender)).toEqual(refused);
  expect(reached).toEqual([]);
});

const digits = fc.stringMatching(/^[0-9]{1,3}$/);

it("reaches a page's handler exactly where the message names the ids of its address", async () => {
  await fc.assert(
    fc.asyncProperty(digits, digits, digits, digits, async (a, b, c, d) => {
      reached = [];
      const asked = { organizationId: organizationId(a), configurationId: configurationId(b) };
      const page = contentScript(`${portal}/${c}/configurations/${d}`);
      await send('panel.view', asked, page);
      expect(reached).toHaveLength(a === c && b === d ? 1 : 0);
      reached = [];
      await send('panel.list', { organizationId: organizationId(a) }, page);
      expect(reached).toHaveLength(a === c ? 1 : 0);
    }),
  );
});
