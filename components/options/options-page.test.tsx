// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userId } from '@/lib/model/ids';
import { emptyOptions, fakeClient, sampleOptions } from '@/components/state/client.fixture';
import { OptionsPage } from './options-page';
import { button, field, open } from './options-page.fixture';

beforeEach(() => {
  location.hash = '';
});
afterEach(cleanup);

describe('settings', () => {
  it('saves the interval of automatic syncs at once, and says so', async () => {
    const { requests } = open(sampleOptions);
    const select = await field('Automatic sync');
    expect(select.value).toBe('24');
    fireEvent.change(select, { target: { value: '6' } });
    expect(await screen.findByText('Saved')).toBeTruthy();
    expect(requests('settings.save')[0]?.request).toEqual({ syncEveryHours: 6 });
  });

  it('goes back to what holds when a setting is not saved', async () => {
    const { answers } = open(sampleOptions);
    delete answers['settings.save'];
    const select = await field('Automatic sync');
    fireEvent.change(select, { target: { value: '0' } });
    expect(await screen.findByText(/^Not saved\./)).toBeTruthy();
    expect(select.value).toBe('24');
  });

  it.each([
    [1, /^Administrators see all/],
    [2, /^Managers see the organizations/],
    [3, /\(Lite\) sees device panels, but no matching/],
    [null, /^Until a user is chosen/],
  ])('explains what user %s sees', async (id, sentence) => {
    const settings = { ...sampleOptions.settings, userId: id === null ? null : userId(id) };
    open({ ...sampleOptions, settings });
    expect(await screen.findByText(sentence)).toBeTruthy();
  });

  it('saves who uses this browser, and that it is none of the users', async () => {
    const { requests } = open(sampleOptions);
    const select = await field('I am');
    fireEvent.change(select, { target: { value: '2' } });
    await screen.findByText('Saved');
    fireEvent.change(select, { target: { value: '' } });
    expect(requests('settings.save').map(({ request }) => request)).toEqual([
      { userId: '2' },
      { userId: null },
    ]);
  });

  it('says that the users come with the first sync', async () => {
    open(emptyOptions);
    expect(await screen.findByText('The list of users comes with the first sync.')).toBeTruthy();
  });
});

describe('the page', () => {
  it('has a place in the address for every section', async () => {
    const { container } = open(sampleOptions);
    await button('Connect');
    const links = [...container.querySelectorAll('nav a')];
    expect(links.map((link) => link.textContent)).toEqual([
      'Connection',
      'Sync',
      'Auto-Create',
      'Types',
      'Team',
      'Access',
      'Security',
      'Activity',
    ]);
    for (const link of links) {
      const section = container.querySelector(`section${link.getAttribute('href')}`);
      expect(section?.querySelector('h2')?.textContent).toBe(link.textContent);
    }
  });

  it('marks the section that the address names', async () => {
    open(sampleOptions);
    location.hash = '#access';
    fireEvent(window, new Event('hashchange'));
    const link = await screen.findByRole('link', { name: 'Access' });
    await expect.poll(() => link.getAttribute('aria-current')).toBe('location');
  });

  it('asks again on Retry when the background did not answer', async () => {
    const { client, answers } = fakeClient({});
    render(<OptionsPage client={client} />);
    answers['options.view'] = () => sampleOptions;
    (await button('Retry')).click();
    expect(await button('Connect')).toBeTruthy();
  });

  it.each([
    ['not connected', emptyOptions],
    ['connected', sampleOptions],
  ])('has nothing that axe objects to: %s', async (_, view) => {
    const { container } = open(view);
    (await button('Connect')).click();
    expect((await axe.run(container)).violations).toEqual([]);
  });
});
