// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectFailure, ConnectResult } from '@/lib/messages/protocol';
import type { OptionsView } from '@/lib/views/options';
import { userId } from '@/lib/model/ids';
import type { AutoCreateView } from '@/lib/views/wireless';
import {
  emptyOptions,
  fakeClient,
  sampleOptions,
  sampleStatus,
} from '@/components/state/client.fixture';
import { OptionsPage } from './options-page';

beforeEach(() => {
  location.hash = '';
});
afterEach(cleanup);

const idle: AutoCreateView = {
  on: false,
  permitted: true,
  state: 'idle',
  done: 0,
  total: 0,
  problem: null,
  lastResult: null,
};

function open(view: OptionsView) {
  const background = fakeClient({
    'options.view': () => view,
    'status.view': () => ({ ...sampleStatus, status: view.status }),
    'connection.connect': () => ({ ok: true }),
    'connection.disconnect': () => null,
    'settings.save': () => null,
    'types.list': () => [],
    'auto-create.view': () => ({ ...idle, on: view.settings.autoCreate }),
    'activity.list': () => ({ rows: [], before: null }),
  });
  return { ...background, ...render(<OptionsPage client={background.client} />) };
}

const field = (label: string) => screen.findByLabelText<HTMLInputElement>(label);
const button = (name: string) => screen.findByRole<HTMLButtonElement>('button', { name });

async function type(label: string, text: string) {
  fireEvent.input(await field(label), { target: { value: text } });
}

const secrets = ['1b88730ac5ba', 's3cr3t-of-datto', 'ITG.0123456789'] as const;
async function fillIn() {
  await type('Datto public key', secrets[0]);
  await type('Datto secret key', secrets[1]);
  await type('IT Glue API key', secrets[2]);
  await type('IT Glue subdomain', 'https://acme.eu.itglue.com/12/configurations');
}

/** The error that is read out with a field. */
function errorOf(control: HTMLElement): string {
  if (control.getAttribute('aria-invalid') !== 'true') return '';
  const [id] = (control.getAttribute('aria-describedby') ?? '').split(' ');
  return document.getElementById(id ?? '')?.textContent ?? '';
}

const everythingInThePage = () =>
  document.documentElement.outerHTML +
  [...document.querySelectorAll('input')].map(({ value }) => value).join();

describe('connecting', () => {
  it('sends the keys with the subdomain and region of the pasted address', async () => {
    const { requests } = open(emptyOptions);
    await fillIn();
    (await button('Connect')).click();
    expect(requests('connection.connect')).toEqual([
      {
        name: 'connection.connect',
        request: {
          dattoPublicKey: secrets[0],
          dattoSecretKey: secrets[1],
          itGlueApiKey: secrets[2],
          region: 'eu',
          subdomain: 'acme',
        },
      },
    ]);
  });

  it('asks for every missing field at its place, sends nothing, and goes to the first', async () => {
    const { requests } = open(emptyOptions);
    await type('Datto public key', 'abc');
    (await button('Connect')).click();
    const secret = await field('Datto secret key');
    await expect.poll(() => errorOf(secret)).toBe('Enter the Datto secret key.');
    expect(errorOf(await field('Datto public key'))).toBe('');
    expect(errorOf(await field('IT Glue API key'))).toBe('Enter the IT Glue API key.');
    expect(errorOf(await field('IT Glue subdomain'))).toBe('Enter the IT Glue subdomain.');
    await expect.poll(() => document.activeElement === secret).toBe(true);
    expect(requests('connection.connect')).toEqual([]);
  });

  it.each<[ConnectFailure, string, RegExp]>([
    [{ field: 'dattoPublicKey', reason: 'unknown-key' }, 'Datto public key', /does not know/],
    [{ field: 'dattoPublicKey', reason: 'expired-key' }, 'Datto public key', /expired/],
    [{ field: 'dattoSecretKey', reason: 'wrong-secret' }, 'Datto secret key', /does not belong/],
    [{ field: 'itGlueApiKey', reason: 'wrong-key' }, 'IT Glue API key', /refused/],
    [{ field: 'itGlueApiKey', reason: 'malformed' }, 'IT Glue API key', /not the form of a key/],
    [{ field: 'region', reason: 'wrong-region' }, 'IT Glue region', /in this region/],
    [{ field: 'subdomain', reason: 'wrong-subdomain' }, 'IT Glue subdomain', /another IT Glue/],
  ])('shows %o at its field and nowhere else', async (failure, label, sentence) => {
    const { answers } = open(emptyOptions);
    answers['connection.connect'] = () => ({ ok: false, failures: [failure] });
    await fillIn();
    (await button('Connect')).click();
    const wrong = await field(label);
    await expect.poll(() => errorOf(wrong)).toMatch(sentence);
    expect(document.querySelectorAll('[aria-invalid=true]')).toHaveLength(1);
    await expect.poll(() => document.activeElement === wrong).toBe(true);
    // What was typed stays, so that one correction is enough.
    expect((await field('Datto secret key')).value).toBe(secrets[1]);
  });

  it('takes the error away when the field is corrected', async () => {
    const { answers } = open(emptyOptions);
    answers['connection.connect'] = () => ({
      ok: false,
      failures: [{ field: 'dattoSecretKey', reason: 'wrong-secret' }],
    });
    await fillIn();
    (await button('Connect')).click();
    const secret = await field('Datto secret key');
    await expect.poll(() => errorOf(secret)).not.toBe('');
    await type('Datto secret key', 'another');
    await expect.poll(() => errorOf(secret)).toBe('');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says by the form what kept it from checking the keys', async () => {
    const { answers } = open(emptyOptions);
    answers['connection.connect'] = () => ({
      ok: false,
      failures: [
        { field: 'form', reason: 'problem', problem: { kind: 'offline', side: 'itglue' } },
      ],
    });
    await fillIn();
    (await button('Connect')).click();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('No connection to IT Glue.');
    expect(document.querySelectorAll('[aria-invalid=true]')).toHaveLength(0);
  });

  it('says Connecting… while it checks, and does not check twice', async () => {
    let answer: (result: ConnectResult) => void = () => undefined;
    const { answers, requests } = open(emptyOptions);
    answers['connection.connect'] = () => new Promise((resolve) => (answer = resolve));
    await fillIn();
    (await button('Connect')).click();
    (await button('Connecting…')).click();
    fireEvent.submit((await button('Connecting…')).closest('form')!);
    expect(requests('connection.connect')).toHaveLength(1);
    answer({ ok: true });
    expect(await button('Connect')).toBeTruthy();
  });

  it('shows keys as saved from then on: no key is anywhere in the page', async () => {
    const { answers, change } = open(emptyOptions);
    answers['connection.connect'] = () => {
      answers['options.view'] = () => sampleOptions;
      change();
      return { ok: true };
    };
    await fillIn();
    expect(everythingInThePage()).toContain(secrets[1]);
    (await button('Connect')).click();
    expect(await screen.findByText(/^Connected\. The first sync has started/)).toBeTruthy();
    expect((await field('Datto secret key')).textContent).toBe('saved');
    for (const secret of secrets) expect(everythingInThePage()).not.toContain(secret);
  });
});

describe('a saved key', () => {
  it('stays when it is not replaced', async () => {
    const { requests } = open(sampleOptions);
    (await button('Connect')).click();
    expect(requests('connection.connect')[0]?.request).toEqual({ region: 'eu', subdomain: 'acme' });
  });

  it('is replaced in an empty password field that takes the focus', async () => {
    const { requests } = open(sampleOptions);
    (await button('Replace IT Glue API key')).click();
    await expect.poll(() => document.activeElement?.id).toBe('connection-itGlueApiKey');
    const input = await field('IT Glue API key');
    expect([input.type, input.value, input.autocomplete]).toEqual(['password', '', 'off']);
    await type('IT Glue API key', 'ITG.new');
    (await button('Connect')).click();
    expect(requests('connection.connect')[0]?.request).toMatchObject({ itGlueApiKey: 'ITG.new' });
    expect(requests('connection.connect')[0]?.request).not.toHaveProperty('dattoSecretKey');
  });

  it('can be kept after all, and what was typed is forgotten', async () => {
    const { requests } = open(sampleOptions);
    (await button('Replace Datto secret key')).click();
    await type('Datto secret key', 'typed');
    (await button('Keep saved Datto secret key')).click();
    (await button('Connect')).click();
    expect(requests('connection.connect')[0]?.request).not.toHaveProperty('dattoSecretKey');
  });

  it('opens with the error when it is the one that is refused', async () => {
    const { answers } = open(sampleOptions);
    answers['connection.connect'] = () => ({
      ok: false,
      failures: [{ field: 'dattoSecretKey', reason: 'wrong-secret' }],
    });
    (await button('Connect')).click();
    await expect.poll(async () => errorOf(await field('Datto secret key'))).toMatch(/not belong/);
    await expect.poll(() => document.activeElement?.id).toBe('connection-dattoSecretKey');
  });

  it.each([
    ['datto', 'Datto no longer accepts the keys.', ['Datto public key', 'Datto secret key']],
    ['itglue', 'IT Glue no longer accepts the API key.', ['IT Glue API key']],
  ] as const)('is asked for again when %s refuses it', async (side, sentence, labels) => {
    open({ ...sampleOptions, status: { state: 'credentials-failed', side, detail: null } });
    expect((await screen.findByRole('alert')).textContent).toContain(sentence);
    for (const label of labels) expect((await field(label)).tagName).toBe('INPUT');
    expect(screen.getAllByText('saved')).toHaveLength(3 - labels.length);
  });
});

describe('disconnecting', () => {
  it('asks first, and goes back without doing anything', async () => {
    const { requests } = open(sampleOptions);
    (await button('Disconnect')).click();
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(requests('connection.disconnect')).toEqual([]);
  });

  it('keeps what is in IT Glue, without asking, when nothing is documented', async () => {
    const { requests } = open(sampleOptions);
    (await button('Disconnect')).click();
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByRole('radio')).toBeNull();
    within(dialog).getByRole('button', { name: 'Disconnect' }).click();
    expect(await screen.findByText(/^Disconnected\./)).toBeTruthy();
    expect(requests('connection.disconnect')[0]?.request).toEqual({ documented: 'keep' });
  });

  it('archives what was documented when that is chosen', async () => {
    const settings = { ...sampleOptions.settings, autoCreate: true };
    const { requests } = open({ ...sampleOptions, settings });
    (await button('Disconnect')).click();
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByLabelText<HTMLInputElement>('Keep it as it is').checked).toBe(true);
    within(dialog).getByLabelText('Archive it').click();
    await expect
      .poll(() => within(dialog).getByLabelText<HTMLInputElement>('Archive it').checked)
      .toBe(true);
    within(dialog).getByRole('button', { name: 'Disconnect' }).click();
    expect(requests('connection.disconnect')[0]?.request).toEqual({ documented: 'archive' });
  });

  it('shows how far archiving is, and cannot be left meanwhile', async () => {
    const settings = { ...sampleOptions.settings, autoCreate: true };
    const { answers, change } = open({ ...sampleOptions, settings });
    let disconnected: (value: null) => void = () => undefined;
    answers['connection.disconnect'] = () => new Promise((resolve) => (disconnected = resolve));
    (await button('Disconnect')).click();
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByLabelText('Archive it').click();
    within(dialog).getByRole('button', { name: 'Disconnect' }).click();
    await within(dialog).findByRole('progressbar', { name: 'Archiving in IT Glue…' });
    answers['auto-create.view'] = () => ({
      ...idle,
      on: true,
      state: 'working',
      done: 2,
      total: 9,
    });
    change();
    await within(dialog).findByText('2 of 9 organizations done');
    expect(within(dialog).getByLabelText<HTMLInputElement>('Keep it as it is').disabled).toBe(true);
    within(dialog).getByRole('button', { name: 'Cancel' }).click();
    expect(screen.queryByRole('dialog')).not.toBeNull();
    disconnected(null);
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  });

  it('offers archiving to Administrators only, and says so', async () => {
    const settings = { ...sampleOptions.settings, autoCreate: true };
    const { answers } = open({ ...sampleOptions, settings });
    answers['auto-create.view'] = () => ({ ...idle, on: true, permitted: false });
    (await button('Disconnect')).click();
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('Only Administrators may archive it.');
    expect(within(dialog).getByLabelText<HTMLInputElement>('Archive it').disabled).toBe(true);
  });

  it('still offers archiving where it broke off', async () => {
    const { answers } = open(sampleOptions);
    answers['auto-create.view'] = () => ({ ...idle, state: 'failed' });
    (await button('Disconnect')).click();
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByLabelText('Archive it');
  });

  it('says that nothing is deleted when archiving failed, and that it can be kept instead', async () => {
    const settings = { ...sampleOptions.settings, autoCreate: true };
    const { answers } = open({ ...sampleOptions, settings });
    delete answers['connection.disconnect'];
    (await button('Disconnect')).click();
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByLabelText('Archive it').click();
    within(dialog).getByRole('button', { name: 'Disconnect' }).click();
    const alert = await within(dialog).findByRole('alert');
    expect(alert.textContent).toContain('Not disconnected.');
    expect(alert.textContent).toContain('keep what was documented');
    expect(within(dialog).getByLabelText<HTMLInputElement>('Keep it as it is').disabled).toBe(
      false,
    );
  });

  it('says why it did not work, and stays open to try again', async () => {
    const { answers } = open(sampleOptions);
    delete answers['connection.disconnect'];
    (await button('Disconnect')).click();
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByRole('button', { name: 'Disconnect' }).click();
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Not disconnected.');
  });

  it('is not offered where nothing is connected', async () => {
    open(emptyOptions);
    await button('Connect');
    expect(screen.queryByRole('button', { name: 'Disconnect' })).toBeNull();
  });
});

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

  it('saves who sits at this browser, and that it is nobody', async () => {
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
