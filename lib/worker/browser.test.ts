import { describe, expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import { MadeUpChrome } from '@/test/world/made-up-chrome';
import { openMatching, openOptions } from './browser';

const page = 'https://extension.example/matching.html';

describe('the matching page', () => {
  it('opens in a tab of its own where none has it', async () => {
    const chrome = new MadeUpChrome();
    await openMatching(chrome, null);
    expect(chrome.opened).toEqual([page]);
  });

  it('is shown in the tab that has it, wherever that is', async () => {
    const chrome = new MadeUpChrome();
    chrome.opened.push(`${page}#networks?tab=matched`);
    await openMatching(chrome, null);
    expect(chrome.opened).toEqual([`${page}#networks?tab=matched`]);
    expect(chrome.inFront).toBe(`${page}#networks?tab=matched`);
  });

  it('is found by its address where the browser does not tell contexts', async () => {
    const chrome = new MadeUpChrome();
    chrome.findsOwnPages = true;
    chrome.opened.push(page);
    const { getURL, id } = chrome.runtime;
    const { tabs, windows } = chrome;
    await openMatching({ runtime: { getURL, id }, tabs, windows }, null);
    expect(chrome.opened).toEqual([page]);
    expect(chrome.inFront).toBe(page);
  });

  it("goes to an organization's devices, in the tab that has it or in a new one", async () => {
    const chrome = new MadeUpChrome();
    await openMatching(chrome, organizationId(12));
    expect(chrome.opened).toEqual([`${page}#organization/12`]);
    await openMatching(chrome, organizationId(34));
    expect(chrome.opened).toEqual([`${page}#organization/34`]);
    expect(chrome.inFront).toBe(`${page}#organization/34`);
  });
});

it('shows a section of the options in the tab that has them, and leaves an open one at its place', async () => {
  const options = 'https://extension.example/options.html';
  const chrome = new MadeUpChrome();
  chrome.opened.push(page);
  await openOptions(chrome, null);
  expect(chrome.opened).toEqual([page, options]);
  await openOptions(chrome, 'auto-create');
  await openOptions(chrome, null);
  expect(chrome.opened).toEqual([page, `${options}#auto-create`]);
  expect(chrome.inFront).toBe(`${options}#auto-create`);
});
