// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { OptionsView } from '@/lib/views/options';
import { userId } from '@/lib/model/ids';
import type { AutoCreateView, WirelessPreview } from '@/lib/views/wireless';
import { emptyOptions, fakeClient, sampleOptions } from '@/components/state/client.fixture';
import {
  archivingPreview as archiving,
  autoCreateResult as result,
  creatingPreview as creating,
  idleAutoCreate as idle,
  ofNobody,
  previewOf,
  refusedFor,
  autoCreateStates,
} from './states.fixture';
import { AutoCreateSection } from './auto-create-section';

afterEach(cleanup);

function open(
  auto: Partial<AutoCreateView> = {},
  preview: WirelessPreview | null = creating,
  view: OptionsView = sampleOptions,
) {
  let now: AutoCreateView = { ...idle, ...auto };
  const background = fakeClient({
    'auto-create.view': () => now,
    'auto-create.save': ({ on }: { on: boolean }) => {
      now = { ...now, on, state: 'working' };
      return null;
    },
    'sync.start': () => null,
    ...(preview && { 'auto-create.preview': () => preview }),
  });
  return {
    ...background,
    /** The background's state becomes another one. */
    become: (changes: Partial<AutoCreateView>) => {
      now = { ...now, ...changes };
      background.change();
    },
    ...render(<AutoCreateSection client={background.client} view={view} status={null} />),
  };
}

const box = () =>
  screen.findByRole<HTMLInputElement>('checkbox', {
    name: 'Datto Networking Wireless flexible asset type, records and general passwords',
  });
const save = () => screen.findByRole<HTMLButtonElement>('button', { name: 'Save' });
const button = (name: string) => screen.findByRole<HTMLButtonElement>('button', { name });
const text = () => document.body.textContent;

describe('switching on', () => {
  it('says in numbers what it will write before it can be saved, and then saves it', async () => {
    const { requests, become } = open();
    expect((await save()).disabled).toBe(true);
    fireEvent.click(await box());
    await screen.findByText('Creates 14 records and 14 passwords in 9 organizations.');
    expect(requests('auto-create.preview')).toMatchObject([{ request: { on: true } }]);
    expect(text()).not.toContain('Switching off');
    expect(requests('auto-create.save')).toEqual([]);

    (await save()).click();
    await screen.findAllByText('Documenting in IT Glue…');
    expect(requests('auto-create.save')).toMatchObject([{ request: { on: true } }]);
    expect((await box()).disabled).toBe(true);
    become({ done: 3, total: 9 });
    await screen.findByText('3 of 9 organizations done');
    become({ state: 'idle', lastResult: result });
    await expect.poll(text).toContain('28 records and passwords created, 14 links made or removed');
    expect((await box()).checked).toBe(true);
    expect((await save()).disabled).toBe(true);
    expect(requests('auto-create.preview')).toHaveLength(1);
  });

  it('gives the focus to what comes of it', async () => {
    open();
    fireEvent.click(await box());
    await screen.findByText(/^Creates 14/);
    (await save()).click();
    await expect.poll(() => document.activeElement?.className).toContain('auto-create-outcome');
  });

  it('writes nothing when the box is unchecked again, and drops the answer it waited for', async () => {
    let answer: (preview: WirelessPreview) => void = () => undefined;
    const { answers } = open();
    answers['auto-create.preview'] = () => new Promise((resolve) => (answer = resolve));
    fireEvent.click(await box());
    await screen.findByText(/^Working out/);
    expect((await save()).disabled).toBe(true);
    fireEvent.click(await box());
    answer(creating);
    await expect.poll(() => screen.queryByText(/^Working out/)).toBeNull();
    expect(screen.queryByText(/^Creates/)).toBeNull();
    expect((await save()).disabled).toBe(true);
  });

  it('says when it could not be saved, and keeps the choice', async () => {
    const { answers } = open();
    delete answers['auto-create.save'];
    fireEvent.click(await box());
    await screen.findByText(/^Creates 14/);
    (await save()).click();
    expect((await screen.findByRole('alert')).textContent).toContain('Not saved.');
    expect((await box()).checked).toBe(true);
    expect((await save()).disabled).toBe(false);
  });
});

describe('switching off', () => {
  it('warns of what people made, and counts it', async () => {
    const { requests } = open({ on: true }, archiving);
    fireEvent.click(await box());
    expect(text()).toContain('those made by people included');
    await screen.findByText(
      'Archives 16 records, 2 of them made by people, and 16 passwords in 9 organizations.',
    );
    expect(text()).toContain('for everyone who uses this IT Glue account');
    (await save()).click();
    await screen.findAllByText('Archiving in IT Glue…');
    expect(requests('auto-create.save')).toMatchObject([{ request: { on: false } }]);
  });
});

describe('the preview', () => {
  it.each<[string, Partial<WirelessPreview>, string[]]>([
    [
      'several kinds of change',
      {
        creates: { records: 1, passwords: 2 },
        unarchives: { records: 12, passwords: 12, madeByPeople: 3, recordsMadeByPeople: 1 },
        updates: { records: 0, passwords: 3 },
        archives: { ...ofNobody, records: 1 },
        organizations: 9,
        createsType: true,
      },
      [
        'Creates 1 record and 2 passwords.',
        'Unarchives 12 records, 1 of them made by people, and 12 passwords, 2 of them made by people.',
        'Updates 3 passwords.',
        'Archives 1 record.',
        'In 9 organizations altogether.',
        'Adds the flexible asset type Datto Networking Wireless.',
      ],
    ],
    [
      'one organization',
      { creates: { records: 1, passwords: 1 }, organizations: 1 },
      ['Creates 1 record and 1 password in 1 organization.'],
    ],
    [
      'what people made alone',
      {
        on: false,
        archives: { records: 0, passwords: 1, madeByPeople: 1, recordsMadeByPeople: 0 },
        organizations: 1,
      },
      ['Archives 1 password, 1 of them made by people, in 1 organization.'],
    ],
    [
      'nothing yet',
      {},
      [
        'Writes no records or passwords now. SSIDs with a pre-shared key are documented as soon as their networks are matched.',
      ],
    ],
  ])('puts %s in sentences', async (_, changes, sentences) => {
    const { container } = open({}, previewOf(changes));
    fireEvent.click(await box());
    await screen.findByText('What saving does');
    const items = [...container.querySelectorAll('.auto-create-preview > ul > li')];
    expect(items.map(({ textContent }) => textContent)).toEqual(sentences);
  });

  it('names the organizations in which something is archived', async () => {
    open({ on: true }, { ...archiving, archivesIn: ['Acme', '<b>x</b>'] });
    fireEvent.click(await box());
    const summary = await screen.findByText('Archives in 2 organizations');
    const names = [...summary.parentElement!.querySelectorAll('bdi')];
    expect(names.map((each) => each.textContent)).toEqual(['Acme', '<b>x</b>']);
  });

  it('names the networks that could not be read', async () => {
    open({}, { ...creating, networksUnread: ['شبكة', '<b>x</b>'] });
    fireEvent.click(await box());
    await screen.findByText(/^2 networks could not be read/);
    expect([...document.querySelectorAll('details bdi')].map((each) => each.textContent)).toEqual([
      'شبكة',
      '<b>x</b>',
    ]);
  });

  it('can be asked again when it could not be had, and is not saved blindly', async () => {
    const { answers } = open({}, null);
    fireEvent.click(await box());
    const retry = await button('Retry');
    expect((await save()).disabled).toBe(true);
    answers['auto-create.preview'] = () => creating;
    retry.click();
    await screen.findByText(/^Creates 14/);
    expect((await save()).disabled).toBe(false);
  });

  it('says in its own words what is in the way', async () => {
    const detail = 'The field "Location" is of the kind Number instead of Text.';
    open({}, previewOf({ problem: { kind: 'refused', side: 'itglue', detail } }));
    fireEvent.click(await box());
    await screen.findByText(detail);
    expect((await save()).disabled).toBe(true);
  });
});

describe('the result', () => {
  it('lists what was left out, each with the reason', async () => {
    const refused = [
      refusedFor('NW Staff (northwind  traders)', 'Name <is> too long'),
      refusedFor('Café', 'A PSA owns this record'),
    ];
    open({ on: true, lastResult: { ...result, refused } });
    const list = await screen.findByRole('list', { name: '2 were left out:' });
    expect([...list.children].map((item) => [...item.children].map((c) => c.textContent))).toEqual(
      refused.map(({ subject, problem }) => [subject, problem.detail]),
    );
  });

  it('says that nothing had to change', async () => {
    open({ on: true, lastResult: { ...result, created: 0, related: 0 } });
    await expect.poll(text).toContain('nothing had to change');
  });

  it('says why it is not carried out, and starts a sync on Retry', async () => {
    const problem = { kind: 'offline', side: 'itglue' } as const;
    const { requests } = open({ on: false, state: 'failed', problem });
    await screen.findByText(/not everything is archived yet.*No connection to IT Glue\./);
    (await button('Retry')).click();
    expect(requests('sync.start')).toHaveLength(1);
  });
});

describe('those who may not', () => {
  it.each([
    ['no user chosen', null, /Choose who you are first\. Access/],
    ['a Manager', 2, /your role is Manager\./],
  ])('see that it is on, cannot change it and are told why: %s', async (_, id, reason) => {
    const settings = { ...sampleOptions.settings, userId: id === null ? null : userId(id) };
    const auto = { on: true, permitted: false };
    const { requests } = open(auto, null, { ...sampleOptions, settings });
    expect(await box()).toMatchObject({ checked: true, disabled: true });
    const why = document.getElementById((await box()).getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).toMatch(reason);
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    expect(requests('auto-create.preview')).toEqual([]);
  });

  it('are told that the users come with the first sync', async () => {
    open({ permitted: false }, null, { ...sampleOptions, users: [] });
    await screen.findByText(/comes with the first sync/);
  });
});

it('asks for nothing before there is a connection', () => {
  const { requests } = open({}, null, emptyOptions);
  expect(text()).toContain('Connect first');
  expect(requests('auto-create.view')).toEqual([]);
});

it('asks again on Retry when it could not find out whether it is on', async () => {
  const { answers } = open();
  delete answers['auto-create.view'];
  cleanup();
  const background = fakeClient({});
  render(<AutoCreateSection client={background.client} view={sampleOptions} status={null} />);
  const retry = await button('Retry');
  background.answers['auto-create.view'] = () => ({ ...idle, on: true });
  retry.click();
  expect((await box()).checked).toBe(true);
});

it('follows what is saved elsewhere while nothing is chosen here', async () => {
  const { become } = open();
  expect((await box()).checked).toBe(false);
  become({ on: true });
  await expect.poll(async () => (await box()).checked).toBe(true);
  expect((await save()).disabled).toBe(true);
});

it('says where the type is placed in the sidebar', async () => {
  open();
  await screen.findByText(/Account > Settings > Customize Sidebar/);
});

it.each<[string, Partial<AutoCreateView>]>([
  ['idle', { lastResult: { ...result, refused: [refusedFor('a', 'b')] } }],
  ['working', { state: 'working', done: 1, total: 3 }],
  ['waiting', autoCreateStates.waiting],
  ['failed', { state: 'failed', problem: { kind: 'offline', side: 'itglue' } }],
  ['forbidden', { permitted: false }],
])('gives axe nothing to find: %s', async (_, auto) => {
  const { container } = open(auto);
  fireEvent.click(await box());
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
