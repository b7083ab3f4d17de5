import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { findBrowser } from '@/scripts/find-browser';
import { demoTenant } from '@/test/simulator/tenant/demo';
import { hostTag } from '@/lib/portal/shadow-host';
import { install, seen, watch, type Seen } from '../installed';
import type { Measurement } from '../row';

const floorId = 'bench-floor';
/** How long the page's content may still move after the panel is there, milliseconds. */
const restMs = 1500;
const floor = 'the same page with a content script that appends one line';

export const panel: Measurement = {
  rows: [
    {
      name: 'panel-paint',
      what: 'panel: from the navigation to painted from the store',
      floor,
      unit: 'ms',
      aim: { kind: 'more', most: 60 },
    },
    {
      name: 'panel-shift',
      what: '… how far it moves the page',
      floor,
      unit: 'shift',
      aim: { kind: 'more', most: 0 },
    },
    {
      name: 'panel-task',
      what: '… its longest task',
      floor,
      unit: 'ms',
      aim: { kind: 'most', most: 50 },
    },
  ],
  async open() {
    const installed = await install(demoTenant());
    const { extension, simulator } = installed;
    await extension.connect();
    await extension.synced();
    const match = (await extension.readStore('deviceMatches')).find(
      ({ state }) => state === 'matched',
    );
    if (match?.state !== 'matched') throw new Error('Nothing was matched.');
    const address = `${simulator.portalUrl}/${match.organizationId}/configurations/${match.configurationId}`;
    const beside = await appendsOneLine(simulator.chromiumArgs());
    return {
      async round() {
        const theirs = await visit(beside.context, address, `#${floorId}`);
        const ours = await visit(extension.context, address, hostTag);
        return {
          'panel-paint': { ours: ours.painted, floor: theirs.painted },
          'panel-shift': { ours: ours.shift, floor: theirs.shift },
          'panel-task': { ours: ours.task, floor: theirs.task },
        };
      },
      async close() {
        await beside.close();
        await installed.close();
      },
    };
  },
};

async function visit(context: BrowserContext, address: string, selector: string): Promise<Seen> {
  const page = await context.newPage();
  await page.addInitScript({ content: watch(selector) });
  await page.goto(address);
  const noted = await seen(page, restMs);
  await page.close();
  return noted;
}

/** A browser whose only extension appends a line to the portal's pages. */
async function appendsOneLine(args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-extension-'));
  const manifest = {
    manifest_version: 3,
    name: 'One line',
    version: '1',
    content_scripts: [{ matches: ['https://*.itglue.com/*'], js: ['line.js'] }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'line.js'),
    `const line = document.createElement('p');
    line.id = '${floorId}';
    line.textContent = 'One line';
    document.body.append(line);`,
  );
  const context = await chromium.launchPersistentContext('', {
    executablePath: findBrowser(),
    headless: false,
    viewport: { width: 1280, height: 900 },
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-software-rasterizer',
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      ...args,
    ],
  });
  return {
    context,
    async close() {
      await context.close();
      rmSync(folder, { recursive: true });
    },
  };
}
