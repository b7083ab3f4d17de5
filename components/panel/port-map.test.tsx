// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { front, unknownDevice } from '@/lib/views/ports.fixture';
import type { PortsView } from '@/lib/views/ports';
import type { FoundCalls } from './found-calls';
import { PortMap } from './port-map';
import type { AskMakers } from './use-makers';

const now = Date.parse('2026-03-05T12:00:00Z');
const asking = vi.fn<AskMakers>(() => Promise.resolve([[unknownDevice.mac, 'Brother']]));
const found: FoundCalls | null = null;
const mapOf = (view: PortsView) => (
  <PortMap view={view} now={now} onMakers={asking} found={found} />
);
async function show(view: PortsView = front(28, 2)) {
  const shown = render(mapOf(view));
  await act(() => Promise.resolve());
  return shown;
}
const tab = (number: number) => screen.getByRole('tab', { name: new RegExp(`^Port ${number},`) });
const words = (number: number) => tab(number).querySelector('.hidden-text')?.textContent;
const details = () => screen.getByRole('tabpanel').textContent;
const button = (name: RegExp | string) => screen.getByRole('button', { name });
const inTabOrder = () => screen.getAllByRole('tab').filter(({ tabIndex }) => tabIndex === 0);

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

describe('the port map', () => {
  it('has no fault that axe finds, as a front and as a table', async () => {
    const { container } = await show();
    const faults = async () => (await axe.run(container)).violations.map(({ id }) => id);
    tab(2).focus();
    expect(await faults()).toEqual([]);
    fireEvent.click(button('Table'));
    expect(await faults()).toEqual([]);
  });

  it('says of each port in words what its colour and marks say', async () => {
    await show();
    expect(screen.getAllByRole('tab')).toHaveLength(30);
    expect(words(2)).toBe(
      'Port 2, Up, 1 Gbit/s, PoE, no device takes power, VLAN 20, Printer room, NWT-MFP-2F',
    );
    expect(words(1)).toContain('Uplink');
    expect(words(1)).toContain('143 more behind it');
    expect(words(8)).toContain('Switched off');
    expect(words(5)).toContain('PoE fault');
  });

  it('gives the details of the port under the pointer, and then those of the chosen one again', async () => {
    await show();
    fireEvent.click(tab(3));
    expect(details()).toContain('NWT-SRV-01');
    fireEvent.pointerEnter(tab(2));
    expect(details()).toContain('NWT-MFP-2F');
    fireEvent.pointerLeave(screen.getByRole('tablist'));
    expect(details()).toContain('NWT-SRV-01');
    const link = within(screen.getByRole('tabpanel')).getByRole('link');
    expect(link.getAttribute('href')).toBe('/2/configurations/100021');
  });

  it('is walked through by arrow keys, with one port in the order of the Tab key', async () => {
    await show();
    expect(inTabOrder()).toEqual([tab(1)]);
    tab(1).focus();
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowRight' });
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(tab(4));
    expect(inTabOrder()).toEqual([tab(4)]);
    expect(tab(4).getAttribute('aria-selected')).toBe('true');
    expect(details()).toContain('Unknown device 00:1B:A9:77:00:07 · Brother');
  });

  it('keeps keys from the page that it uses itself', async () => {
    await show();
    tab(1).focus();
    expect(fireEvent.keyDown(tab(1), { key: 'ArrowRight' })).toBe(false);
    expect(fireEvent.keyDown(document.activeElement!, { key: 'x' })).toBe(true);
  });

  it('counts and shows what filters leave, on the front and in the table', async () => {
    await show();
    expect(button(/^Unknown device/).textContent).toBe('Unknown device 1');
    fireEvent.click(button(/^Unknown device/));
    expect(button(/^Unknown device/).getAttribute('aria-pressed')).toBe('true');
    expect(inTabOrder()).toEqual([tab(4)]);
    fireEvent.click(button('Table'));
    expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
      'Port 4',
    ]);
    fireEvent.click(button(/^Unknown device/));
    expect(screen.getAllByRole('rowheader')).toHaveLength(30);
  });

  it('says so where no port is like that', async () => {
    await show(front(4));
    fireEvent.click(button(/^Free ports/));
    expect(screen.getByRole('status').textContent).toBe('No port is like that.');
  });

  it('asks for the maker of each unknown device once, and of no other', async () => {
    const { rerender } = await show();
    rerender(mapOf(front(28, 2)));
    await act(() => Promise.resolve());
    expect(asking.mock.calls).toEqual([[[unknownDevice.mac]]]);
  });

  it('keeps the port that is looked at while its values change', async () => {
    const { rerender } = await show();
    fireEvent.click(tab(2));
    const view = front(28, 2);
    rerender(
      mapOf({
        ...view,
        ports: view.ports.map((each) =>
          each.port.id === '2' ? { ...each, port: { ...each.port, speed: 100 } } : each,
        ),
      }),
    );
    expect(details()).toContain('100 Mbit/s');
    expect(screen.getByRole('tabpanel').getAttribute('aria-label')).toBe('Port 2');
  });
});
