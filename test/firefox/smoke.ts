/**
 * `npm run e2e:firefox`: the build for Firefox in a real Firefox, from two keys to the panel of each kind of device,
 * and what a company's policies.json sets.
 */
import { strict as assert } from 'node:assert';
import { mkdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { findFirefox } from '@/scripts/find-firefox';
import type { Keys } from '@/test/e2e/harness/extension';
import { keysOf } from '@/test/e2e/harness/keys';
import { startSimulator } from '@/test/simulator';
import type { Simulator } from '@/test/simulator';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { extensionId, idleTimeout, launchFirefox, openExtensionPage, until } from './launch';
import { setPolicy } from './policy';
import { startProxy } from './proxy';

const pictures = 'test-results/firefox';

/** What the demo tenant's device of each kind has in a field of its own. */
const panels = [
  { at: DEMO.panel.accessPoint, field: 'Clients', value: '23' },
  { at: DEMO.panel.switch, field: 'Ports (Active/Total)', value: '17/28' },
  { at: DEMO.panel.managedPower, field: 'Connection Type', value: 'wired' },
  { at: DEMO.panel.router, field: 'LTE Status', value: 'standby' },
] as const;

const executablePath = findFirefox();
if (executablePath === null) console.log('skipped: no Firefox (FIREFOX_PATH says where one is)');
else await run(executablePath);

async function run(path: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const simulator = await startSimulator();
  const proxy = await startProxy(simulator.port);
  let browser: Browser | undefined;
  try {
    browser = await launchFirefox(path, proxy.port);
    console.log(await browser.version());
    // The first sync stands still here, until its page was stopped.
    const held = simulator.faults.add({ kind: 'hang', api: 'itglue', path: /^\/organizations\?/ });
    await step('connects, with host access asked for by the click', () =>
      connect(browser!, simulator),
    );
    await step('is stopped by Firefox in the middle of the sync', async () => {
      await Promise.race([
        held.reached,
        setTimeout(30_000, null, { ref: false }).then(() => {
          throw new Error('The sync never asked for the organizations.');
        }),
      ]);
      await setTimeout(2 * idleTimeout);
      held.remove();
      // The page that would take the answer held back is gone.
      await until('the end of the request under way', () =>
        Promise.resolve(simulator.requests.count({ api: 'itglue', status: 0 })),
      );
    });
    await step('goes on with the sync, and says so in the popup', () => sync(browser!));
    for (const { at, field, value } of panels)
      await step(`shows ${field} on a configuration page`, () =>
        panel(browser!, simulator, at, field, value),
      );
    await step('follows the portal to another configuration without a reload', () =>
      navigate(browser!, simulator),
    );
    await browser.close();
    await managed(path, proxy.port, simulator);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    await browser?.close();
    await proxy.close();
    await simulator.close();
  }
}

async function step(name: string, work: () => Promise<void>): Promise<void> {
  await work();
  console.log(`ok   ${name}`);
}

async function connect(browser: Browser, { tenant, requests }: Simulator): Promise<void> {
  const page = await openExtensionPage(browser, 'options.html');
  assert.deepEqual(await grantedOrigins(page), [], 'nothing is granted by installing');
  const keys = keysOf(tenant);
  const fields = {
    dattoPublicKey: 'Datto public key',
    dattoSecretKey: 'Datto secret key',
    itGlueApiKey: 'IT Glue API key',
    subdomain: 'IT Glue subdomain',
  } satisfies Partial<Record<keyof Keys, string>>;
  for (const [key, label] of Object.entries(fields)) {
    const id = await page.evaluate(
      (wanted) =>
        [...document.querySelectorAll('label')].find((each) => each.textContent === wanted)
          ?.htmlFor,
      label,
    );
    assert(id, label);
    await page.type(`#${id}`, keys[key as keyof typeof fields]);
  }
  assert.equal(requests.count(), 0, 'nothing is sent before Connect');
  const button = await page.$('::-p-aria([name="Connect"][role="button"])');
  await button?.click();
  const said = await until('the answer to Connect', () =>
    page.evaluate(
      () =>
        /^Connected\..*/m.exec(document.body.innerText)?.[0] ??
        document.querySelector('[data-form-failure]')?.textContent,
    ),
  );
  assert.match(said, /^Connected\./);
  assert.equal((await grantedOrigins(page)).length, 4);
  await page.close();
}

function grantedOrigins(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { browser } = globalThis as unknown as {
      browser: { permissions: { getAll(): Promise<{ origins: string[] }> } };
    };
    return (await browser.permissions.getAll()).origins;
  });
}

async function sync(browser: Browser): Promise<void> {
  const popup = await openExtensionPage(browser, 'popup.html');
  // The page follows the sync by itself: nothing here reloads it.
  const counts = await until('OK in the popup', () =>
    popup.evaluate(() => {
      const text = document.body.innerText;
      return (
        /^OK$/m.test(text) &&
        [...document.querySelectorAll('tbody td')].map((cell) => Number(cell.textContent))
      );
    }),
  );
  const [matchedNetworks = 0, , , matchedDevices = 0] = counts;
  assert(matchedNetworks > 0 && matchedDevices > 0, `counts ${counts.join(' ')}`);
  await popup.screenshot({ path: `${pictures}/popup.png` });
  await popup.close();
}

async function panel(
  browser: Browser,
  { portalUrl }: Simulator,
  at: (typeof panels)[number]['at'],
  field: string,
  value: string,
): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${portalUrl}/${at.organizationId}/configurations/${at.configurationId}`);
  const fields = await until('the live device in the panel', async () => {
    const { text, fields } = await panelOn(page);
    return text.includes('Updated now') && fields;
  });
  assert.equal(fields[field], value);
  assert.match(fields['MAC'] ?? '', /^([0-9a-f]{2}:){5}[0-9a-f]{2}/i);
  assert.equal(await isStyled(page), true, "the page's policy let the panel's styles in");
  await page.screenshot({ path: `${pictures}/panel-${at.configurationId}.png` });
  await page.close();
}

async function navigate(browser: Browser, { portalUrl }: Simulator): Promise<void> {
  const path = ({ organizationId, configurationId }: (typeof panels)[number]['at']) =>
    `/${organizationId}/configurations/${configurationId}`;
  const page = await browser.newPage();
  await page.goto(portalUrl + path(DEMO.panel.accessPoint));
  await until('the first panel', async () => (await panelOn(page)).fields['Clients']);
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path(DEMO.panel.router));
  await until('the second panel', async () => (await panelOn(page)).fields['LTE Status']);
  assert.equal((await panelOn(page)).fields['Clients'], undefined);
  await page.close();
}

/** A browser of a company that sets some values by policies.json, one of which means nothing. */
async function managed(path: string, proxyPort: number, { tenant }: Simulator): Promise<void> {
  const { subdomain } = keysOf(tenant);
  const sets = {
    region: 'us',
    subdomain,
    passphraseRequired: true,
    syncEveryHours: 6,
    routerTyp: 'x',
  };
  const policy = setPolicy(extensionId, sets);
  if (typeof policy === 'string') {
    console.log(`skip obeys policies.json: ${policy}`);
    return;
  }
  let browser: Browser | undefined;
  try {
    browser = await launchFirefox(path, proxyPort);
    await step('obeys policies.json, and names what means nothing in it', async () => {
      const page = await openExtensionPage(browser!, 'options.html');
      const text = await until('what the company sets', () =>
        page.evaluate(() => {
          const { innerText } = document.body;
          return innerText.includes('Set by your organization') && innerText;
        }),
      );
      assert.match(text, /routerTyp/);
      assert.match(text, /US\s+Set by your organization/);
      assert.match(text, new RegExp(`${subdomain}\\s+Set by your organization`));
      assert.match(text, /Your organization requires a passphrase/);
      await page.close();
    });
  } finally {
    await browser?.close();
    policy();
  }
}

function panelOn(page: Page): Promise<{ text: string; fields: Record<string, string> }> {
  return page.evaluate(() => {
    const root = document.querySelector('datto-networking-panel')?.shadowRoot;
    const rows = [...(root?.querySelectorAll('dl > div') ?? [])].map((row) => [
      row.querySelector('dt')?.textContent ?? '',
      (row.querySelector('dd')?.textContent ?? '').replace(/\s+/g, ' ').trim(),
    ]);
    return {
      text: root?.textContent ?? '',
      fields: Object.fromEntries(rows) as Record<string, string>,
    };
  });
}

/** Whether the panel's own rules reached it: its tokens are custom properties that no page defines. */
function isStyled(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const list = document.querySelector('datto-networking-panel')?.shadowRoot?.querySelector('dl');
    return list ? getComputedStyle(list).display === 'grid' : false;
  });
}
