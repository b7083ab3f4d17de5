// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { OptionsView } from '@/lib/views/options';
import type { Settings } from '@/lib/model/settings';
import { emptyOptions, fakeClient, sampleOptions } from '@/components/state/client.fixture';
import { TypesSection } from './types-section';

afterEach(cleanup);

const tenant = [
  { id: '11', name: 'Managed Network Switch' },
  { id: '12', name: 'Server' },
  { id: '13', name: 'Wireless Access Point' },
];
const withTypes = (types: Partial<Settings['configurationTypes']>): OptionsView => ({
  ...sampleOptions,
  settings: {
    ...sampleOptions.settings,
    configurationTypes: { ...sampleOptions.settings.configurationTypes, ...types },
  },
});

function open(view: OptionsView, types: typeof tenant | null = tenant) {
  const background = fakeClient({
    ...(types && { 'types.list': () => types }),
    'types.save': () => null,
  });
  const section = <TypesSection client={background.client} view={view} status={null} />;
  return { ...background, ...render(section) };
}
const select = (label: string) => screen.findByLabelText<HTMLSelectElement>(label);
const chosen = (each: HTMLSelectElement) => each.selectedOptions[0]?.textContent;
const hintOf = (each: HTMLElement) =>
  document.getElementById(each.getAttribute('aria-describedby') ?? '')?.textContent;

describe('the type of each kind', () => {
  it('is the one found by its name until another is chosen', async () => {
    open(withTypes({}));
    expect(chosen(await select('Access point'))).toBe('Found by name: Wireless Access Point');
    expect(chosen(await select('Switch'))).toBe('Found by name: Managed Network Switch');
    expect(hintOf(await select('Switch'))).toBe('Devices get this type until you choose another.');
  });

  it('is to be chosen where no name fits', async () => {
    open(withTypes({}));
    expect(chosen(await select('Router'))).toBe('Choose a configuration type');
    expect(hintOf(await select('Router'))).toContain('nothing is created for this kind');
  });

  it('is saved at once, the others as they were, and taken back to the name', async () => {
    const { requests } = open(withTypes({ switch: '11' }));
    const router = await select('Router');
    fireEvent.change(router, { target: { value: '12' } });
    await screen.findByText('Saved');
    fireEvent.change(await select('Switch'), { target: { value: '' } });
    await expect.poll(() => requests('types.save').length).toBe(2);
    const kinds = { 'access-point': null, 'managed-power': null };
    expect(requests('types.save').map(({ request }) => request)).toEqual([
      { ...kinds, switch: '11', router: '12' },
      { ...kinds, switch: null, router: null },
    ]);
  });

  it('says when the chosen one is gone from IT Glue', async () => {
    open(withTypes({ router: '99' }));
    const router = await select('Router');
    expect(chosen(router)).toBe('(no longer in IT Glue)');
    expect(hintOf(router)).toContain('Choose another one');
  });

  it('tells one chosen by hand from one found', async () => {
    open(withTypes({ switch: '12', 'access-point': '13' }));
    expect(hintOf(await select('Switch'))).toBe('Chosen by hand.');
    expect(hintOf(await select('Access point'))).toBe('Found by its name.');
  });
});

it('asks for nothing before there is a connection', () => {
  const { requests, container } = open(emptyOptions);
  expect(container.textContent).toContain('Connect first');
  expect(requests('types.list')).toEqual([]);
});

it('says why the types could not be read, and reads them again on demand', async () => {
  const { answers } = open(withTypes({}), null);
  const retry = await screen.findByRole('button', { name: 'Retry' });
  expect(document.querySelector('.notice')?.textContent).toContain('could not be read');
  answers['types.list'] = () => tenant;
  fireEvent.click(retry);
  await select('Switch');
  await expect.poll(() => document.querySelector('.notice')).toBeNull();
});

it('says that there are no types yet', async () => {
  open(withTypes({}), []);
  await screen.findByText(/has no configuration types yet/);
});

it('gives axe nothing to find', async () => {
  const { container } = open(withTypes({ router: '99' }));
  await select('Switch');
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
