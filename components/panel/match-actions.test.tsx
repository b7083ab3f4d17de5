// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, it, vi } from 'vitest';
import { Panel } from './panel';
import { atRest } from './panel-props.fixture';
import { candidate, unmatchedView } from './states.fixture';
import type { Search } from './use-search';
import { sampleView } from './view.fixture';

type Props = Parameters<typeof Panel>[0];

const onUnmatch = vi.fn();
const onChangeMatch = vi.fn();
const onUndo = vi.fn();
const onSearch = vi.fn<Search>();
const panel = (props: Partial<Props> = {}) => (
  <Panel
    {...atRest()}
    view={{ ...sampleView, mayMatch: true }}
    now={Date.parse('2026-03-05T12:00:00Z')}
    onSearch={onSearch}
    onUnmatch={onUnmatch}
    onChangeMatch={onChangeMatch}
    onUndo={onUndo}
    {...props}
  />
);
const button = (name: string) => screen.getByRole('button', { name });
const buttons = () => screen.queryAllByRole('button').map((each) => each.textContent);

afterEach(() => {
  cleanup();
  vi.resetAllMocks();
});

it('ends a match, once', () => {
  const { rerender } = render(panel());
  fireEvent.click(button('Unmatch'));
  expect(onUnmatch).toHaveBeenCalledOnce();
  rerender(panel({ deciding: true }));
  fireEvent.click(button('Unmatch'));
  expect(onUnmatch).toHaveBeenCalledOnce();
});

it('finds another device, and goes back to the panel when it is chosen', async () => {
  onSearch.mockResolvedValue({ ok: true, value: [candidate('Attic')] });
  const { rerender, container } = render(panel());
  fireEvent.click(button('Change Match'));
  expect(document.activeElement?.getAttribute('role')).toBe('combobox');
  fireEvent.input(screen.getByRole('combobox'), { target: { value: 'att' } });
  fireEvent.click(await screen.findByRole('option'));
  expect(onChangeMatch.mock.lastCall?.[1]).toMatchObject({ name: 'Attic' });
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
  const undo = { what: 'matched', deviceName: 'Attic' } as const;
  rerender(
    panel({
      view: { ...sampleView, mayMatch: true, undo },
      decided: { action: 'change-match', deviceName: 'Attic' },
    }),
  );
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(screen.getByText(/^Matched to Attic\./)).toBeTruthy();
  fireEvent.click(button('Undo'));
  expect(onUndo).toHaveBeenCalledOnce();
});

it('is offered to nobody who may not match', () => {
  render(panel({ view: { ...sampleView, mayMatch: false } }));
  expect(buttons()).toEqual(['', 'History']);
});

it('says why nothing was changed', () => {
  render(panel({ refusal: { kind: 'decided-meanwhile' } }));
  const words =
    'Another decision about this device was made meanwhile; look at it before you decide again.';
  expect(document.querySelector('.notice')?.textContent).toContain(words);
  expect(screen.getByRole('status').textContent).toContain(words);
});

it('leaves the way back on the page of the configuration that has no device any more', () => {
  render(
    panel({
      view: unmatchedView('device-unmatched', {
        mayMatch: true,
        undo: { what: 'unmatched', deviceName: 'Lobby' },
      }),
    }),
  );
  expect(document.querySelector('.panel-decided')?.textContent).toContain('Unmatched from Lobby.');
  expect(buttons()).toEqual(['Match To', 'Undo']);
});
