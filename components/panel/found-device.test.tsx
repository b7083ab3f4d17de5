// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { front, unknownDevice } from '@/lib/views/ports.fixture';
import { foundCalls } from './found.fixture';
import type { FoundCalls } from './found-calls';
import { FoundDevice } from './found-device';
import { PortMap } from './port-map';

const { mac } = unknownDevice;
const show = (calls: Partial<FoundCalls> = {}) =>
  render(<FoundDevice mac={mac} maker="Brother" calls={{ ...foundCalls, ...calls }} />);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 200)));
const press = async (name: string | RegExp) => {
  fireEvent.click(button(name));
  await settle();
};
afterEach(cleanup);

describe('what is found on a port', () => {
  it('is offered to be documented where nothing documents it, to those who may', () => {
    const map = (found: FoundCalls | null) => (
      <PortMap view={front(28)} now={0} onMakers={() => Promise.resolve([])} found={found} />
    );
    const { rerender } = render(map(foundCalls));
    const offers = (port: number) => {
      fireEvent.click(screen.getByRole('tab', { name: new RegExp(`^Port ${port},`) }));
      return screen.queryAllByRole('button', { name: 'Create Configuration' }).length;
    };
    expect([4, 2, 5, 7, 1].map(offers)).toEqual([1, 0, 0, 0, 0]);
    rerender(map(null));
    expect(offers(4)).toBe(0);
  });

  it('is created as the form says, once name and type are there', async () => {
    const create = vi.fn<FoundCalls['create']>(foundCalls.create);
    const { container } = show({ create });
    await press('Create Configuration');
    expect(screen.getByRole('group').textContent).toContain('Northwind Traders');
    expect((await axe.run(container)).violations).toEqual([]);
    expect(button('Create Configuration').hasAttribute('disabled')).toBe(true);
    fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'Label printer' } });
    fireEvent.change(screen.getByLabelText('Type'), { target: { value: '7' } });
    await press('Create Configuration');
    expect(create.mock.lastCall?.[1]).toEqual({
      mac,
      name: 'Label printer',
      typeId: '7',
      manufacturerId: '3',
    });
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('is matched to what a search finds, and says why that changed nothing', async () => {
    const match = vi.fn<FoundCalls['match']>(foundCalls.match);
    const { container } = show({ match });
    await press('Match To');
    fireEvent.input(screen.getByLabelText('Search configurations'), { target: { value: 'p' } });
    await settle();
    expect((await axe.run(container)).violations).toEqual([]);
    await press(/^Printer/);
    expect(match.mock.lastCall?.slice(1)).toEqual([mac, '2']);
    expect(screen.getByRole('alert').textContent).toContain('00-1B-A9-4E-12-0C');
  });

  it('stays as it is after a click that was not meant', async () => {
    show({ create: () => Promise.resolve(null) });
    await press('Create Configuration');
    fireEvent.change(screen.getByLabelText('Type'), { target: { value: '7' } });
    await press('Create Configuration');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(button('Create Configuration').hasAttribute('disabled')).toBe(false);
  });

  it('says why nothing can be created', async () => {
    show({ preview: () => Promise.resolve({ ok: false, problem: { kind: 'not-permitted' } }) });
    await press('Create Configuration');
    expect(screen.getByRole('alert').textContent).not.toBe('');
  });
});
