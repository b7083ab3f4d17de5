import type { Page } from '@playwright/test';
import { demoTenant } from '@/test/simulator/tenant/demo';
import { ready } from '@/test/e2e/harness/matching';
import { databaseName } from '@/test/e2e/harness/store';
import { install, seen, watch } from '../installed';
import type { Measurement } from '../row';

const rows = 5000;
const row = '[data-key]';

export const matchingPage: Measurement = {
  rows: [
    {
      name: 'matching-open',
      what: 'matching page: 5,000 rows, from opening to the first screen painted',
      floor: 'a page that draws the same first screen from an array',
      unit: 'ms',
      aim: { kind: 'times', most: 1.5 },
    },
    {
      name: 'matching-task',
      what: '… the longest task while scrolling and typing',
      floor: '',
      unit: 'ms',
      aim: { kind: 'most', most: 50 },
    },
  ],
  async open() {
    const installed = await install(demoTenant());
    const { extension } = installed;
    await ready(extension);
    const beside = await extension.open('manifest.json');
    await beside.evaluate(manyNetworks);
    await beside.close();
    let firstScreen: string | undefined;
    return {
      async round() {
        const page = await watched(extension.context.newPage(), row);
        await page.goto(`chrome-extension://${extension.id}/matching.html`);
        const { painted } = await seen(page);
        firstScreen ??= await page.evaluate<string>(asArray);
        await page.evaluate('window.benchSeen.task = 0');
        await page.locator(row).first().hover();
        for (let turn = 0; turn < 15; turn++) {
          await page.mouse.wheel(0, 2500);
          await page.waitForTimeout(40);
        }
        await page.getByRole('searchbox').pressSequentially('Bench 12', { delay: 30 });
        const { task } = await seen(page, 300);
        await page.close();

        const drawn = await watched(extension.context.newPage(), row);
        const html = firstScreen;
        await drawn.route('https://bench.invalid/', (route) =>
          route.fulfill({ contentType: 'text/html', body: html }),
        );
        await drawn.goto('https://bench.invalid/');
        const floor = await seen(drawn);
        await drawn.close();
        return {
          'matching-open': { ours: painted, floor: floor.painted },
          'matching-task': { ours: task, floor: null },
        };
      },
      close: () => installed.close(),
    };
  },
};

async function watched(opening: Promise<Page>, selector: string): Promise<Page> {
  const page = await opening;
  await page.addInitScript({ content: watch(selector) });
  return page;
}

/** Puts so many networks into the store, each with a device: copies of one that is there. */
const manyNetworks = `(async () => {
  const opening = indexedDB.open(${JSON.stringify(databaseName)});
  await new Promise((done) => (opening.onsuccess = done));
  const transaction = opening.result.transaction(['networks', 'devices'], 'readwrite');
  const first = (store) => new Promise((done) => {
    const asked = transaction.objectStore(store).getAll(null, 1);
    asked.onsuccess = () => done(asked.result[0]);
  });
  const network = await first('networks');
  const device = await first('devices');
  for (let nth = 0; nth < ${rows}; nth++) {
    const id = String(900000 + nth);
    transaction.objectStore('networks').put({ ...network, id, name: 'Bench ' + nth });
    transaction.objectStore('devices').put({
      ...device,
      id,
      key: device.kind + ':' + id,
      networkId: id,
    });
  }
  await new Promise((done) => (transaction.oncomplete = done));
  opening.result.close();
})()`;

/** A page of the same look whose rows are drawn by a script from an array of their HTML. */
const asArray = `(() => {
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
    .join('\\n');
  const drawn = [...document.querySelectorAll(${JSON.stringify(row)})];
  const html = JSON.stringify(drawn.map((each) => each.outerHTML)).replaceAll('</', '<\\\\/');
  const body = document.body.cloneNode(true);
  const [holder] = [...body.querySelectorAll(${JSON.stringify(row)})].map((each) => each.parentElement);
  holder.replaceChildren();
  holder.id = 'bench-rows';
  return '<!doctype html><style>' + rules + '</style>' + body.outerHTML +
    '<script>document.getElementById("bench-rows").innerHTML = ' + html + '.join("")</script>';
})()`;
