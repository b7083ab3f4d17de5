// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeLayout } from './layout.fixture';
import { all, open, row } from './networks-level.fixture';

beforeEach(() => {
  history.replaceState(null, '', '#networks');
  localStorage.clear();
  fakeLayout();
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(240);
});
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.restoreAllMocks();
});

const handle = () => screen.getByRole('separator', { name: 'Width of Network' });
const columns = () => screen.getByRole('grid').style.getPropertyValue('--columns');

it('sets a column’s width by arrows, which is kept when the page is opened again, and lets it go', async () => {
  open(all);
  await row('Acme');
  fireEvent.keyDown(handle(), { key: 'ArrowRight' });
  await expect.poll(columns).toContain(' 256px ');
  expect(handle().getAttribute('aria-valuenow')).toBe('256');
  cleanup();
  open(all);
  await row('Acme');
  expect(columns()).toContain(' 256px ');
  fireEvent.keyDown(handle(), { key: 'Delete' });
  await expect.poll(columns).not.toContain('256px');
});

it('follows the pointer as long as it is held', async () => {
  open(all);
  await row('Acme');
  handle().setPointerCapture = () => undefined;
  fireEvent.pointerDown(handle(), { clientX: 500, pointerId: 1 });
  fireEvent.pointerMove(handle(), { clientX: 560 });
  await expect.poll(columns).toContain(' 300px ');
  fireEvent.pointerUp(handle());
  fireEvent.pointerMove(handle(), { clientX: 700 });
  expect(columns()).toContain(' 300px ');
});

it('does with what another version kept, or nothing', async () => {
  localStorage.setItem('columns networks', '{"name":"wide","devices":1e9');
  open(all);
  await row('Acme');
  expect(columns()).toContain('fr)');
});
