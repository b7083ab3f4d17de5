import { chromium } from '@playwright/test';
import { findBrowser } from '@/scripts/find-browser';
import { bundle } from '../bundle';
import type { Measurement } from '../row';
import type { StoreBench } from './store-page';

export const store: Measurement = {
  rows: [
    {
      name: 'store',
      what: 'store: 2,000 devices and 10,000 configurations through the stages',
      floor: 'one transaction of bare puts',
      unit: 'ms',
      aim: { kind: 'times', most: 1.3 },
    },
  ],
  async open() {
    const script = await bundle('test/bench/rows/store-page.ts', 'iife');
    const browser = await chromium.launch({
      executablePath: findBrowser(),
      args: ['--no-sandbox'],
    });
    const page = await browser.newPage();
    // IndexedDB belongs to an origin; this one is answered here.
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto('https://bench.invalid/');
    await page.addScriptTag({ content: script });
    const measure = () =>
      page.evaluate(() => (globalThis as unknown as { storeBench: StoreBench }).storeBench());
    // The first one creates what the browser keeps for the origin.
    await measure();
    return {
      round: async () => ({ store: await measure() }),
      close: () => browser.close(),
    };
  },
};
