import type { Page } from '@playwright/test';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { expect, test } from './fixtures';
import type { Extension } from './harness/extension';
import { isolatedWorld } from './harness/isolated-world';
import { ready } from './harness/matching';
import { openPanel } from './harness/panel';

const { organizationId, configurationId } = {
  organizationId: DEMO.organizations.northwind,
  configurationId: DEMO.matching.nameOnly.configurationId,
};
const path = `/${organizationId}/configurations/${configurationId}`;
const name = 'datto-networking-panel';

/** What a page does to lead a click on the panel's first button astray, and how it leaves off. */
const tricks: readonly { what: string; trick: string; end: string }[] = [
  {
    what: 'made all but transparent',
    trick: `document.querySelector('${name}').style.setProperty('opacity', '0.001', 'important')`,
    end: `document.querySelector('${name}').style.removeProperty('opacity')`,
  },
  {
    what: 'made transparent by what it stands in',
    trick: `document.querySelector('${name}').parentElement.style.opacity = '0.01'`,
    end: `document.querySelector('${name}').parentElement.style.opacity = ''`,
  },
  {
    what: 'painted in the page’s colours by a filter',
    trick: `document.body.style.filter = 'contrast(0)'`,
    end: `document.body.style.filter = ''`,
  },
  {
    what: 'covered by a decoy that lets clicks through',
    trick: `(() => {
      const decoy = document.createElement('div');
      decoy.id = 'decoy';
      decoy.textContent = 'You won';
      decoy.style.cssText =
        'position:fixed;inset:0;background:#fff;z-index:2147483647;pointer-events:none';
      document.documentElement.append(decoy);
    })()`,
    end: `document.getElementById('decoy').remove()`,
  },
];

async function places(page: Page) {
  const box = await page.getByRole('button', { name: 'Accept Suggested Match' }).boundingBox();
  if (!box) throw new Error('The button is nowhere.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const matched = async (extension: Extension) =>
  (await extension.readStore('deviceMatches')).some(
    (match) => match.state === 'matched' && match.configurationId === configurationId,
  );

test('a click that a page leads astray decides nothing, and one that is meant does', async ({
  extension,
}) => {
  await ready(extension);
  const { page, panel } = await openPanel(extension, path);
  const accept = panel.getByRole('button', { name: 'Accept Suggested Match' });
  const again = page.getByText(/^Nothing was decided/);
  await expect(accept).toBeEnabled();

  for (const { what, trick, end } of tricks)
    await test.step(what, async () => {
      await page.evaluate(trick);
      await page.waitForTimeout(600);
      const { x, y } = await places(page);
      await page.mouse.click(x, y);
      await page.waitForTimeout(200);
      await page.evaluate(end);
      await expect(again).toBeVisible();
      expect(await matched(extension)).toBe(false);
      await expect(accept).toBeEnabled();
    });

  await test.step('moved under the pointer', async () => {
    const { x, y } = await places(page);
    const move = (by: string) =>
      page.evaluate(
        `document.querySelector('${name}').style.cssText = 'position:relative;display:block;top:${by}'`,
      );
    await move('-120px');
    await page.waitForTimeout(800);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await move('0');
    await page.mouse.up();
    await move('-120px');
    await page.waitForTimeout(800);
    await page.mouse.move(x, y);
    await move('0');
    await page.mouse.click(x, y);
    await expect(again).toBeVisible();
    expect(await matched(extension)).toBe(false);
    await page.evaluate(`document.querySelector('${name}').style.cssText = ''`);
  });

  await test.step('clicked by the page’s own script', async () => {
    await page.evaluate(
      `document.querySelector('${name}').shadowRoot?.querySelectorAll('button').forEach((one) => one.click())`,
    );
    await page.waitForTimeout(300);
    expect(await matched(extension)).toBe(false);
  });

  await test.step('meant', async () => {
    await expect(accept).toBeEnabled();
    await accept.click();
    await expect(panel.getByText('Matched by hand')).toBeVisible();
    expect(await matched(extension)).toBe(true);
  });
});

test(
  'a page that takes the panel’s name, breaks the language and storms changes only hides it',
  { tag: '@long' },
  async ({ extension }) => {
    await ready(extension);
    const page = await extension.context.newPage();
    await page.addInitScript(`
    customElements.define('${name}', class extends HTMLElement {
      connectedCallback() { this.remove(); }
    });
    for (const method of ['map', 'filter', 'includes', 'push'])
      Array.prototype[method] = () => { throw new Error('broken by the page'); };
    Element.prototype.attachShadow = () => { throw new Error('broken by the page'); };
    EventTarget.prototype.addEventListener = () => undefined;
    globalThis.chrome = undefined;
    setInterval(() => {
      for (let change = 0; change < 500; change++) document.body?.append(document.createTextNode(' '));
      document.querySelectorAll('${name}').forEach((one) => one.remove());
    }, 100);
  `);
    const region = extension.keys.region === 'us' ? '' : `.${extension.keys.region}`;
    await page.goto(`https://${extension.keys.subdomain}${region}.itglue.com${path}`);
    await page.waitForTimeout(5_000);
    expect(await matched(extension)).toBe(false);
    // Everything else goes on as ever.
    const { page: other, panel } = await openPanel(extension, path);
    await expect(panel.getByRole('button', { name: 'Accept Suggested Match' })).toBeVisible();
    await other.close();
    await extension.syncNow();
  },
);

test(
  'a renderer that somebody has taken over gets no more than a person at work',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    await ready(extension);
    const { page } = await openPanel(extension, path);
    const world = await isolatedWorld(page, extension.id);
    const own = { organizationId, configurationId };
    const granted = async (count: number, ask: (time: number) => Promise<{ ok?: unknown }>) => {
      let answered = 0;
      for (let time = 0; time < count; time++) if ((await ask(time)).ok === true) answered++;
      return answered;
    };

    await test.step('calls to the APIs', async () => {
      simulator.requests.clear();
      const answered = await granted(100, () => world.send('panel.refresh', own));
      expect(answered).toBeLessThan(25);
      expect(simulator.requests.count({})).toBeLessThan(60);
    });

    await test.step('tabs', async () => {
      const before = extension.context.pages().length;
      await granted(10, () => world.send('setup-check.open', undefined));
      await page.waitForTimeout(1_000);
      expect(extension.context.pages().length - before).toBeLessThanOrEqual(4);
    });

    await test.step('pages that only its own script goes to, and decisions there', async () => {
      const all = [...simulator.tenant.itglue.configurations.values()];
      const before = await extension.readStore('deviceMatches');
      const [device] = simulator.tenant.datto.networks.flatMap(({ nodes }) => nodes);
      let decided = 0;
      const seen = await granted(all.length, async (time) => {
        const { id, organizationId: of } = all[time]!;
        await page.evaluate(`history.pushState(null, '', '/${of}/configurations/${id}')`);
        const ids = { organizationId: of, configurationId: id };
        const answer = await world.send('panel.view', ids);
        const deviceKey = `access-point:${device!.id}`;
        const decision = await world.send('panel.match', { ...ids, deviceKey, version: '' });
        if (decision.ok === true) decided++;
        return answer;
      });
      expect(all.length).toBeGreaterThan(60);
      expect(seen).toBeLessThan(45);
      expect(decided).toBeLessThan(25);
      expect(await extension.readStore('deviceMatches')).toEqual(before);
    });
  },
);
