// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { sampleOptions } from '@/components/state/client.fixture';
import { t } from '@/lib/i18n';
import { findables, findSettings } from '@/lib/words/settings-search';
import { organizationId } from '@/lib/model/ids';
import { optionsSections } from '@/lib/model/options-section';
import { button, goToSection, open } from './options-page.fixture';
import { sharedTeam } from './states.fixture';

afterEach(cleanup);

const box = () => screen.findByRole('searchbox', { name: 'Search the options' });
const search = async (text: string) => fireEvent.input(await box(), { target: { value: text } });
const found = () =>
  [...document.querySelectorAll('.options-found li')].map((each) => [
    each.querySelector('a')?.textContent,
    each.querySelector('span')?.textContent,
  ]);

describe('the search', () => {
  it('finds a setting by its words in any order, and leads to it', async () => {
    open(sampleOptions);
    await search('SYNC automatic');
    expect(found()).toEqual([['Automatic sync', 'Sync']]);
    expect(screen.queryByRole('button', { name: 'Connect' })).toBeNull();
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Automatic sync' });
    fireEvent.click(link);
    goToSection(link.hash.slice(1));
    const setting = await screen.findByLabelText('Automatic sync');
    await expect.poll(() => document.activeElement).toBe(setting);
    expect(found()).toEqual([]);
    expect((await box()).getAttribute('value') ?? '').toBe('');
  });

  it('waits for a setting that its section has yet to read', async () => {
    const { answers, requests } = open(sampleOptions);
    let answer: () => void = () => undefined;
    answers['types.list'] = () =>
      new Promise((resolve) => {
        answer = () => resolve([{ id: '1', name: 'Core' }]);
      });
    await button('Connect');
    goToSection('types/type-switch');
    await expect.poll(() => requests('types.list').length).toBe(1);
    answer();
    await expect.poll(() => document.activeElement?.id).toBe('type-switch');
  });

  it('finds by what is said of a setting, after those that are called so', async () => {
    open(sampleOptions);
    await search('passphrase');
    expect(found()[0]).toEqual(['Passphrase', 'Connection']);
    await search('PBKDF2');
    expect(found()).toEqual([['Keys', 'Security']]);
  });

  it('says what it found, and that there is nothing', async () => {
    const { container } = open(sampleOptions);
    await search('zebra');
    await screen.findByText(/fits “zebra”/);
    fireEvent.keyDown(await box(), { key: 'Escape' });
    await button('Connect');
    await search('key');
    expect((await axe.run(container)).violations).toEqual([]);
  });

  it('is gone through by keyboard', async () => {
    open(sampleOptions);
    await search('key');
    fireEvent.keyDown(await box(), { key: 'ArrowDown' });
    const [first, second] = screen
      .getAllByRole('listitem')
      .map((each) => within(each).getByRole('link'));
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(first!, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second!, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(first);
  });
});

it('knows every setting that the sections show, at its place', async () => {
  const { answers, container } = open({ ...sampleOptions, passphrase: true });
  answers['types.list'] = () => [{ id: '1', name: 'Core' }];
  answers['team.view'] = () => ({
    ...sharedTeam,
    notShared: 'no-home',
    homes: [{ id: organizationId(7), name: 'The MSP' }],
  });
  for (const section of optionsSections) {
    goToSection(section);
    await expect
      .poll(() => container.querySelector(`#${section} :is(label, h3, p)`))
      .not.toBeNull();
  }
  await screen.findByRole('button', { name: 'Export CSV' });
  const named = [...container.querySelectorAll('section')]
    .filter(({ id }) => id !== 'activity')
    .flatMap(({ id, children }) =>
      [...children].flatMap((child) =>
        [
          ...child.querySelectorAll('label, h3'),
          ...(child.matches('label, h3') ? [child] : []),
        ].map(({ textContent }) => [id, textContent] as const),
      ),
    );
  expect(named.length).toBeGreaterThan(15);
  for (const [section, text] of named)
    expect(
      findSettings(text).map((each) => each.section),
      text,
    ).toContain(section);
  const gone = findables.filter(({ at }) => at !== null && !document.getElementById(at));
  expect(gone.map(({ label }) => t(label))).toEqual([]);
});
