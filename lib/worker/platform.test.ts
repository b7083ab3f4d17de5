import { expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { WorkerBrowser } from './platform';

/**
 * Chrome's declarations are held against the worker's where `extension-platform` hands the browser
 * over; these are made from Mozilla's schemas. Both engines return promises, so none is added.
 */
type InFirefox = Pick<Browser, keyof WorkerBrowser> extends WorkerBrowser ? true : never;

it('asks nothing of the browser that Firefox does not declare', () => {
  const declared: InFirefox = true;
  expect(declared).toBe(true);
});
