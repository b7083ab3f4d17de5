import { afterEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { t } from './index';

afterEach(() => vi.restoreAllMocks());

it('has the same words of what was asked for before, once the extension is gone', () => {
  const counts = [0, 1, 2, 7];
  const ask = () => [
    t('panel_reload_page'),
    t('panel_cut_off_age', ['9:05 AM', '3 minutes ago']),
    t('panel_cut_off_age', ['$2', '']),
    ...counts.map((count) => t('activity_devices', count)),
    ...counts.map((count) => t('matching_done_accept_all', count)),
  ];
  const before = ask();
  expect(before.slice(0, 2)).toEqual(['Reload page', '9:05 AM (3 minutes ago)']);
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
  expect(ask()).toEqual(before);
});
