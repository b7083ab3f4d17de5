// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyOptions, sampleOptions } from '@/components/state/client.fixture';
import { passphraseMissing } from '@/components/state/statuses.fixture';
import { secretFields } from '@/lib/model/connect';
import { policyFields, type PolicyField, type PolicyValues } from '@/lib/model/policy';
import type { OptionsView } from '@/lib/views/options';
import { button, goToSection, open } from './options-page.fixture';

const passphrase = 'nine quiet ferries';
const set = (
  fields: readonly PolicyField[],
  values: Partial<PolicyValues> = {},
  view = sampleOptions,
): OptionsView => ({ ...view, managed: { fields, values, faults: [], failures: [] } });
const tenant = { region: 'eu', subdomain: 'acme' } as const;
const connection = [...secretFields, 'region', 'subdomain'] as const;

afterEach(cleanup);

const section = (name: string) => screen.findByRole('region', { name });
/** What takes input there. */
const inputs = (within: HTMLElement) =>
  within.querySelectorAll('input:not(:disabled), select:not(:disabled)').length;

describe('what the company has set', () => {
  it('is shown and takes no input, wherever it stands', async () => {
    const values = { ...tenant, switchType: 'Core', passphraseRequired: true };
    const { answers, container } = open(
      set(policyFields, values, { ...sampleOptions, passphrase: true }),
    );
    answers['types.list'] = () => [{ id: '1', name: 'Core' }];
    const keys = await section('Connection');
    expect(keys.querySelectorAll('input')).toHaveLength(0);
    expect(within(keys).getAllByText('Set by your organization')).toHaveLength(connection.length);
    within(keys).getByText('acme');
    const buttons = within(keys).getAllByRole('button');
    expect(buttons.map(({ textContent }) => textContent)).toEqual([
      'Connect',
      'Lock now',
      'Change passphrase',
    ]);
    for (const [id, name, control] of [
      ['sync', 'Sync', 'combobox'],
      ['types', 'Types', 'combobox'],
      ['auto-create', 'Auto-Create', 'checkbox'],
    ] as const) {
      goToSection(id);
      const shown = await section(name);
      expect((await within(shown).findAllByRole(control)).length).toBeGreaterThan(0);
      expect(inputs(shown), name).toBe(0);
    }
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('is sent with what is left open, and no key of it is asked for', async () => {
    const view = set(
      [...secretFields, 'region'],
      { region: 'eu' },
      {
        ...emptyOptions,
        saved: sampleOptions.saved,
      },
    );
    const { requests } = open(view);
    const subdomain = await screen.findByLabelText('IT Glue subdomain');
    fireEvent.input(subdomain, { target: { value: 'acme' } });
    (await button('Connect')).click();
    await screen.findByText(/^Connected\./);
    expect(requests('connection.connect')).toMatchObject([{ request: tenant }]);
  });

  it('keeps its key where that is refused, since no other may be typed', async () => {
    const { answers } = open(set(secretFields));
    answers['connection.connect'] = () => ({
      ok: false,
      failures: [{ field: 'itGlueApiKey', reason: 'wrong-key' }],
    });
    (await button('Connect')).click();
    await screen.findByRole('alert');
    expect(screen.queryByRole('button', { name: /^Keep/ })).toBeNull();
    expect(screen.queryByLabelText('IT Glue API key', { selector: 'input' })).toBeNull();
  });

  it('is named where it means nothing, by the name the policy has for it', async () => {
    const view = set([]);
    open({
      ...view,
      managed: {
        ...view.managed,
        faults: [
          { field: 'region', found: 'uk', reason: 'no-value-of-it' },
          { field: 'regoin', found: null, reason: 'unknown-name' },
          { field: 'itGlueApiKey', found: null, reason: 'no-value-of-it' },
        ],
        failures: [{ field: 'itGlueApiKey', reason: 'wrong-key' }],
      },
    });
    await screen.findByText('region cannot be uk.');
    await screen.findByText('regoin is not a setting.');
    await screen.findByText('itGlueApiKey does not look like a key.');
    await screen.findByText(/did not succeed/);
  });
});

describe('a passphrase that the company requires', () => {
  it('is typed with the keys, twice, before anything is sent', async () => {
    const view = set([...connection, 'passphraseRequired'], {
      ...tenant,
      passphraseRequired: true,
    });
    const { requests } = open({
      ...view,
      ...emptyOptions,
      saved: view.saved,
      managed: view.managed,
    });
    (await button('Connect')).click();
    await screen.findByText('Use at least 10 characters.');
    expect(requests('connection.connect')).toEqual([]);
    for (const label of ['New passphrase', 'New passphrase, again'])
      fireEvent.input(await screen.findByLabelText(label), { target: { value: passphrase } });
    (await button('Connect')).click();
    await expect
      .poll(() => requests('connection.connect'))
      .toMatchObject([{ request: { ...tenant, passphrase } }]);
  });

  it('takes the place of the form where keys are saved without one', async () => {
    const view = set(['passphraseRequired'], { passphraseRequired: true });
    const { answers, requests } = open({ ...view, status: passphraseMissing });
    answers['vault.protect'] = () => ({ right: true });
    await screen.findByText(/not used before you set one/);
    expect(screen.queryByText('Datto secret key')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
    for (const label of ['New passphrase', 'New passphrase, again'])
      fireEvent.input(await screen.findByLabelText(label), { target: { value: passphrase } });
    (await button('Set passphrase')).click();
    await screen.findByText(/^The passphrase is set\./);
    expect(requests('vault.protect')).toMatchObject([{ request: { passphrase, current: null } }]);
  });
});
