import { beforeEach, describe, expect, it } from 'vitest';
import { PortalPace } from './portal-pace';

let now = 0;
let pace: PortalPace;
beforeEach(() => {
  now = Date.parse('2026-01-01T08:00:00Z');
  pace = new PortalPace(() => now);
});

const minute = 60_000;
const tab = (configuration: number, tabId = 1) => ({
  tabId,
  url: `https://acme.itglue.com/2/configurations/${configuration}`,
});
const granted = (count: number, ask: (time: number) => boolean) =>
  [...Array(count).keys()].filter(ask).length;

/** A page as a person sees it: looked at, and after a while decided about. */
function decides(configuration: number, tabId = 1): boolean {
  if (!pace.allows('panel.view', tab(configuration, tabId))) return false;
  now += 1_000;
  return pace.allows('panel.match', tab(configuration, tabId));
}

describe('the pace of a page of the portal', () => {
  it('lets a person work fast: forty pages, each refreshed, some decided about', () => {
    for (let page = 0; page < 40; page++) {
      expect(pace.allows('panel.view', tab(page))).toBe(true);
      expect(pace.allows('panel.refresh', tab(page))).toBe(true);
      now += 12_000;
      if (page % 2) expect(pace.allows('panel.match', tab(page))).toBe(true);
    }
  });

  it('lets a person search by letters', () => {
    expect(pace.allows('panel.view', tab(1))).toBe(true);
    const letters = granted(60, () => {
      now += 80;
      return pace.allows('panel.candidates', tab(1));
    });
    expect(letters).toBe(60);
  });

  it('takes a renderer that goes through all pages by itself through few of them', () => {
    const pages = granted(1_000, (page) => pace.allows('panel.view', tab(page)));
    expect(pages).toBeLessThanOrEqual(20);
    now += minute;
    expect(granted(1_000, (page) => pace.allows('panel.view', tab(page)))).toBeLessThanOrEqual(20);
  });

  it('is not had again by tabs that a page opens', () => {
    const pages = granted(1_000, (page) => pace.allows('panel.view', tab(page, page)));
    expect(pages).toBeLessThanOrEqual(60);
  });

  it('bounds what is asked of the APIs, and the tabs that are opened', () => {
    expect(granted(200, () => pace.allows('panel.refresh', tab(1)))).toBeLessThanOrEqual(20);
    const opened = granted(10, () => pace.allows('panel.open-matching', tab(1)));
    expect(opened).toBeLessThanOrEqual(3);
  });

  it('lets nothing be decided about a page that was not shown', () => {
    expect(pace.allows('panel.match', tab(1))).toBe(false);
    expect(pace.allows('panel.view', tab(1))).toBe(true);
    expect(pace.allows('panel.match', tab(2))).toBe(false);
    expect(pace.allows('panel.match', tab(1))).toBe(true);
  });

  it('takes a renderer that decides by itself to few decisions, whatever waits it keeps', () => {
    const decided = granted(600, (page) => decides(page, page % 5));
    // Ten minutes went by.
    expect(decided).toBeLessThanOrEqual(20 + (10 * minute) / 3_000);
  });

  it('gives nothing for a clock that is set back', () => {
    granted(50, () => pace.allows('panel.open-options', tab(1)));
    now -= 10 * minute;
    expect(pace.allows('panel.open-options', tab(1))).toBe(false);
  });
});
