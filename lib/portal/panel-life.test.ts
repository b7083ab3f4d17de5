import { expect, it, vi } from 'vitest';
import { beginPanelLife, panelRuns } from './panel-life';
import { trusted } from './trusted';

it('begins once in a document, and again only after its end', () => {
  expect(panelRuns()).toBe(false);
  const life = beginPanelLife();
  expect(panelRuns()).toBe(true);
  expect(beginPanelLife()).toBeNull();
  life?.abort();
  expect(panelRuns()).toBe(false);
  beginPanelLife()?.abort();
});

it('acts for people, not for the page’s scripts', () => {
  const act = vi.fn();
  trusted(act)(new Event('click'));
  expect(act).not.toHaveBeenCalled();
  trusted(act)({ isTrusted: true } as Event);
  expect(act).toHaveBeenCalledOnce();
});
