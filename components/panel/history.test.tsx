// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { askHistory } from '@/components/history/history.fixture';
import type { DeviceKind } from '@/lib/model/device';
import { PanelHistory, type OpenHistory } from './history';
import { PartsContext, type LoadPart } from './part';

afterEach(cleanup);
const paint = vi.fn();
const load = vi.fn<LoadPart>(() => Promise.resolve(paint));
const onToggle = vi.fn();
const history = (onOpen: OpenHistory, kind: DeviceKind = 'access-point') => (
  <PartsContext.Provider value={load}>
    <PanelHistory kind={kind} now={1} onOpen={onOpen} onToggle={onToggle} />
  </PartsContext.Provider>
);

it('loads nothing before it is opened, and ends what it drew when it is closed', async () => {
  const ask = askHistory({});
  render(history(() => ask));
  expect(load).not.toHaveBeenCalled();
  const button = screen.getByRole('button', { name: 'History' });
  fireEvent.click(button);
  await act(() => Promise.resolve());
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(load.mock.calls).toEqual([['history']]);
  expect(paint.mock.lastCall?.[1]).toEqual({ kind: 'access-point', now: 1, ask });
  fireEvent.click(button);
  expect(paint.mock.lastCall?.[1]).toBeNull();
  expect(onToggle.mock.calls).toEqual([[true], [false]]);
});

it('stays closed where a click was not a person’s', () => {
  load.mockClear();
  render(history(() => null));
  const button = screen.getByRole('button', { name: 'History' });
  fireEvent.click(button);
  expect(button.getAttribute('aria-expanded')).toBe('false');
  expect(load).not.toHaveBeenCalled();
});

it.each(['switch', 'router'] as const)('is none of a %s', (kind) => {
  render(history(() => null, kind));
  expect(screen.queryByRole('button')).toBeNull();
});
