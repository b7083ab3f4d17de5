// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { render as draw } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { front } from '@/lib/views/ports.fixture';
import { Part, PartsContext, type LoadPart } from './part';

const props = { view: front(4), now: 0, onMakers: () => Promise.resolve([]), found: null };
const paint = vi.fn((root: HTMLElement, given: unknown) =>
  draw(given ? <p>The part</p> : null, root),
);
const partOf = (load: LoadPart, now = 0) => (
  <PartsContext.Provider value={load}>
    <Part name="ports" props={{ ...props, now }}>
      <p>Its place</p>
    </Part>
  </PartsContext.Provider>
);
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

it('keeps its place until it is loaded, is drawn again with what is new, and ends with the card', async () => {
  const load: LoadPart = () => Promise.resolve(paint);
  const { rerender, unmount } = render(partOf(load));
  expect(screen.queryByText('Its place')).not.toBeNull();
  expect(paint).not.toHaveBeenCalled();
  await act(() => Promise.resolve());
  expect(screen.queryByText('Its place')).toBeNull();
  expect(screen.queryByText('The part')).not.toBeNull();
  rerender(partOf(load, 7));
  expect(paint.mock.lastCall?.[1]).toMatchObject({ now: 7 });
  unmount();
  expect(paint.mock.lastCall?.[1]).toBeNull();
});

it('keeps its place where it cannot be loaded, and is drawn no more where it comes too late', async () => {
  render(partOf(() => Promise.reject(new Error('The extension was updated.'))));
  await act(() => Promise.resolve());
  expect(screen.queryByText('Its place')).not.toBeNull();
  const { unmount } = render(partOf(() => Promise.resolve(paint)));
  unmount();
  await act(() => Promise.resolve());
  expect(paint).not.toHaveBeenCalled();
});
