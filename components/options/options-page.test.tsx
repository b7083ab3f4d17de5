// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { userId } from '@/lib/model/ids';
import { ProblemError } from '@/lib/model/problem-error';
import { emptyOptions, fakeClient, sampleOptions } from '@/components/state/client.fixture';
import { OptionsPage } from './options-page';
import { button, field, goToSection, open } from './options-page.fixture';

afterEach(cleanup);

describe('settings', () => {
  it('saves the interval of automatic syncs at once, and says so', async () => {
    const { requests } = open(sampleOptions, 'sync');
    const select = await field('Automatic sync');
    expect(select.value).toBe('24');
    fireEvent.change(select, { target: { value: '6' } });
    expect(await screen.findByText('Saved')).toBeTruthy();
    expect(requests('settings.save')[0]?.request).toEqual({ syncEveryHours: 6 });
  });

  it('goes back to what holds when a setting is not saved', async () => {
    const { answers } = open(sampleOptions, 'sync');
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
    open({ ...sampleOptions, settings }, 'access');
    expect(await screen.findByText(sentence)).toBeTruthy();
  });

  it('saves who uses this browser, and that it is none of the users', async () => {
    const { requests } = open(sampleOptions, 'access');
    const select = await field('I am');
    fireEvent.change(select, { target: { value: '2' } });
    await screen.findByText('Saved');
    fireEvent.change(select, { target: { value: '' } });
    expect(requests('settings.save').map(({ request }) => request)).toEqual([
      { userId: '2' },
      { userId: null },
    ]);
  });

  it('sends the code that the company asks for, and says where it is another', async () => {
    const managed = { ...sampleOptions.managed, fields: ['userUnlock'] as const };
    const { requests, answers } = open({ ...sampleOptions, managed }, 'access');
    answers['settings.save'] = () => {
      throw new ProblemError({ kind: 'managed' });
    };
    fireEvent.input(await field('Unlock code'), { target: { value: 'seven lakes' } });
    fireEvent.change(await field('I am'), { target: { value: '2' } });
    await screen.findByText('Not saved. This is not the code.');
    expect(requests('settings.save')[0]?.request).toEqual({
      userId: '2',
      unlockCode: 'seven lakes',
    });
  });

  it('has the person confirm whom IT Glue shows, and asks anew where that is another by then', async () => {
    const { requests, answers } = open(sampleOptions, 'access');
    answers['user.recognize'] = () => ({ state: 'found', user: sampleOptions.users[1]! });
    answers['user.confirm'] = () => false;
    const yes = await button('Yes, this is me');
    expect(requests('user.confirm')).toEqual([]);
    answers['user.recognize'] = () => ({ state: 'cannot-tell', why: 'several' });
    yes.click();
    await screen.findByText(/name more than one user/);
    expect(requests('user.confirm')).toMatchObject([{ request: { userId: '2' } }]);
    expect(requests('settings.save')).toEqual([]);
  });

  it('says that the users come with the first sync', async () => {
    open({ ...sampleOptions, users: [] }, 'access');
    expect(await screen.findByText('The list of users comes with the first sync.')).toBeTruthy();
  });
});

describe('the page', () => {
  const shown = () => screen.getAllByRole('region').map((each) => each.id);
  const links = (container: Element) => [...container.querySelectorAll('nav a')];

  it('shows one section at a time, which the address names and the navigation marks', async () => {
    const { container } = open(sampleOptions);
    await button('Connect');
    expect(links(container).map((link) => link.textContent)).toEqual([
      'Connection',
      'Sync',
      'Auto-Create',
      'Types',
      'Team',
      'Access',
      'Security',
      'Activity',
    ]);
    for (const link of links(container)) {
      const id = (link.getAttribute('href') ?? '').slice(1);
      goToSection(id);
      await expect.poll(shown).toContain(id);
      const heading = container.querySelector(`section#${id} h2`);
      expect(heading?.textContent).toBe(link.textContent);
      expect(container.querySelectorAll('main > section:not([hidden])')).toHaveLength(1);
      expect(container.querySelector('nav [aria-current]')).toBe(link);
      expect(document.title).toContain(`${link.textContent}:`);
      expect(document.activeElement).toBe(heading);
    }
  });

  it('leaves the focus where it is when it opens', async () => {
    open(sampleOptions, 'security');
    await screen.findByRole('heading', { name: 'Security' });
    expect(document.activeElement).toBe(document.body);
  });

  it('keeps what was typed in a section that was left', async () => {
    open(sampleOptions);
    (await button('Replace Datto secret key')).click();
    const typed = () =>
      screen.findByLabelText<HTMLInputElement>('Datto secret key', { selector: 'input' });
    fireEvent.input(await typed(), { target: { value: 'half a secr' } });
    goToSection('sync');
    await field('Automatic sync');
    expect(screen.queryByRole('button', { name: 'Connect' })).toBeNull();
    goToSection('connection');
    await button('Connect');
    expect((await typed()).value).toBe('half a secr');
  });

  it.each(['#nothing', '', '#/sync'])(
    'shows the first section for the address %j',
    async (hash) => {
      open(sampleOptions);
      await button('Connect');
      location.hash = hash;
      fireEvent(window, new Event('hashchange'));
      await expect.poll(() => shown()[0]).toBe('connection');
    },
  );

  it('has Connection only before keys, whatever the address says', async () => {
    const { container } = open(emptyOptions, 'access');
    await button('Connect');
    expect(links(container).map((link) => link.textContent)).toEqual(['Connection']);
    expect(shown()).toEqual(['connection']);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('asks again on Retry when the background did not answer', async () => {
    location.hash = '';
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
