// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fullDevices } from '@/lib/model/samples.fixture';
import { Copied } from './copied';
import { Panel } from './panel';
import { atRest } from './panel-props.fixture';
import { deviceView } from './states.fixture';

const writeText = vi.fn<(text: string) => Promise<void>>();
const button = () => screen.getByRole('button', { name: 'Copy MAC' });
const selected = () => document.getSelection()?.toString();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  writeText.mockResolvedValue();
});
afterEach(() => {
  cleanup();
  document.getSelection()?.removeAllRanges();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.clearAllMocks();
});

describe('a value to be taken over', () => {
  const show = () => render(<Copied text="AC:86:74:33:7A:C0" label="MAC" />);

  it('is copied whole by its button, which says so for a moment', async () => {
    show();
    fireEvent.click(button());
    await act(() => Promise.resolve());
    expect(writeText.mock.calls).toEqual([['AC:86:74:33:7A:C0']]);
    expect(screen.getByRole('status').textContent).toBe('Copied');
    await act(async () => void (await vi.advanceTimersByTimeAsync(3_000)));
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('is selected whole by a double click, though it may be broken between its octets', () => {
    const { container } = show();
    expect(container.querySelectorAll('wbr').length).toBeGreaterThan(0);
    fireEvent.dblClick(screen.getByText(/7A/));
    expect(selected()).toBe('AC:86:74:33:7A:C0');
  });

  it('is selected where the page keeps scripts from the clipboard, and that is said', async () => {
    writeText.mockRejectedValue(new Error('Permissions-Policy'));
    show();
    fireEvent.click(button());
    await act(() => Promise.resolve());
    expect(selected()).toBe('AC:86:74:33:7A:C0');
    expect(screen.getByRole('status').textContent).toMatch(/selected: copy it with the keyboard/);
  });
});

it('are MAC, IP and serial number of a device, as they are shown, and nothing that is not known', () => {
  const device = { ...fullDevices.switch, serialNumber: null };
  render(<Panel {...atRest()} view={deviceView(device)} now={0} />);
  const copies = screen.getAllByRole('button', { name: /^Copy / });
  expect(copies.map((each) => each.getAttribute('aria-label'))).toEqual(['Copy IP', 'Copy MAC']);
});
