// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const runtime = vi.hoisted((): { id: string | undefined } => ({ id: 'extension' }));
vi.mock('wxt/browser', () => ({ browser: { runtime } }));
const { watchCutOff } = await import('./cut-off');

let page: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  runtime.id = 'extension';
  page = new AbortController();
});
afterEach(() => {
  page.abort();
  vi.useRealTimers();
});

it('is noticed within seconds of the update', () => {
  const { signal } = watchCutOff(page.signal);
  vi.advanceTimersByTime(60_000);
  expect(signal.aborted).toBe(false);
  runtime.id = undefined;
  vi.advanceTimersByTime(2_000);
  expect(signal.aborted).toBe(true);
});

it('is noticed at once when the page is looked at, or an answer did not come', () => {
  const byLooking = watchCutOff(page.signal);
  const byAnswer = watchCutOff(page.signal);
  runtime.id = undefined;
  byAnswer.look();
  expect(byAnswer.signal.aborted).toBe(true);
  expect(byLooking.signal.aborted).toBe(false);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(byLooking.signal.aborted).toBe(true);
});

it('is watched for no longer than the page', () => {
  const { signal } = watchCutOff(page.signal);
  page.abort();
  runtime.id = undefined;
  vi.advanceTimersByTime(10_000);
  expect(signal.aborted).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});
