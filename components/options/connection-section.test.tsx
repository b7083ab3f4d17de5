// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { ConnectResult } from '@/lib/messages/protocol';
import type { ConnectFailure } from '@/lib/model/connect';
import { emptyOptions, sampleOptions } from '@/components/state/client.fixture';
import { button, field, open } from './options-page.fixture';

afterEach(cleanup);

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
    [{ field: 'itGlueApiKey', reason: 'malformed' }, 'IT Glue API key', /space or a line break/],
    [{ field: 'itGlueApiKey', reason: 'quoted-key' }, 'IT Glue API key', /quotation marks/],
    [{ field: 'dattoPublicKey', reason: 'swapped-keys' }, 'Datto public key', /Exchange the two/],
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
    expect(
      await screen.findByText(
        /^Connected\. The first sync reads .* and when it is done, stands under Sync\./,
      ),
    ).toBeTruthy();
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
