// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchAddress } from './address';

let life: AbortController;
let seen: string[];
const note = (address: string) => seen.push(new URL(address).pathname);
const go = (path: string) => history.pushState(null, '', path);

beforeEach(() => {
  vi.useFakeTimers();
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
    'https://acme.itglue.com/1',
  );
  life = new AbortController();
  seen = [];
});
afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('tells the address now and within the navigation itself where the browser can', () => {
  const navigation = new EventTarget();
  vi.stubGlobal('navigation', navigation);
  watchAddress(note, life.signal);
  expect(seen).toEqual(['/1']);
  go('/2');
  navigation.dispatchEvent(new Event('currententrychange'));
  navigation.dispatchEvent(new Event('currententrychange'));
  expect(seen).toEqual(['/1', '/2']);
});

it('finds a navigation that nothing told of, in other browsers', () => {
  vi.stubGlobal('navigation', undefined);
  watchAddress(note, life.signal);
  go('/2');
  vi.advanceTimersByTime(1_000);
  expect(seen).toEqual(['/1', '/2']);
});

it('says nothing after the end', () => {
  vi.stubGlobal('navigation', undefined);
  watchAddress(note, life.signal);
  life.abort();
  go('/2');
  vi.advanceTimersByTime(1_000);
  dispatchEvent(new Event('popstate'));
  expect(seen).toEqual(['/1']);
  expect(vi.getTimerCount()).toBe(0);
});
