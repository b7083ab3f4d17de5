// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleOptions } from '@/components/state/client.fixture';
import { statuses } from '@/components/state/statuses.fixture';
import { button, field, open } from './options-page.fixture';

const passphrase = 'nine quiet ferries';
const guarded = { ...sampleOptions, passphrase: true };
const locked = { ...guarded, status: statuses.locked };

beforeEach(() => {
  location.hash = '';
});
afterEach(cleanup);

async function type(label: string, text: string) {
  fireEvent.input(await field(label), { target: { value: text } });
}
const press = async (name: string) => (await button(name)).click();

describe('without a passphrase', () => {
  it('says what that means, and takes one that is typed twice', async () => {
    const { answers, requests } = open(sampleOptions);
    answers['vault.protect'] = () => ({ right: true });
    await screen.findByText(/someone who can copy this browser profile can use these keys/);
    await press('Set passphrase');
    await type('New passphrase', passphrase);
    await type('New passphrase, again', passphrase);
    await press('Set passphrase');
    await screen.findByText(/^The passphrase is set\./);
    expect(requests('vault.protect')).toMatchObject([{ request: { passphrase, current: null } }]);
    expect(screen.queryByLabelText('New passphrase')).toBeNull();
  });

  it.each([
    ['short', 'short', 'Use at least 10 characters.', 'New passphrase'],
    // Nine characters, however many units of UTF-16.
    ['😀'.repeat(9), '😀'.repeat(9), 'Use at least 10 characters.', 'New passphrase'],
    [passphrase, 'nine loud ferries', /not what you typed/, 'New passphrase, again'],
  ])('sends %s and %s nowhere, and says what to do', async (first, second, sentence, at) => {
    const { requests } = open(sampleOptions);
    await press('Set passphrase');
    await type('New passphrase', first);
    await type('New passphrase, again', second);
    await press('Set passphrase');
    await screen.findByText(sentence);
    const wrong = await field(at);
    await expect.poll(() => document.activeElement === wrong).toBe(true);
    expect(requests('vault.protect')).toEqual([]);
  });

  it('offers nothing to lock', async () => {
    open(sampleOptions);
    await button('Set passphrase');
    expect(screen.queryByRole('button', { name: 'Lock now' })).toBeNull();
    expect(screen.queryByLabelText('Lock the keys')).toBeNull();
  });
});

describe('with a passphrase', () => {
  it('is changed by who types the present one', async () => {
    const { answers, requests } = open(guarded);
    answers['vault.protect'] = () => ({ right: false });
    await press('Change passphrase');
    await type('Present passphrase', 'a wrong one');
    await type('New passphrase', passphrase);
    await type('New passphrase, again', passphrase);
    await press('Change passphrase');
    await screen.findByText('This is not the passphrase. Try again.');
    const present = await field('Present passphrase');
    await expect.poll(() => document.activeElement === present).toBe(true);
    expect(requests('vault.protect')).toMatchObject([
      { request: { passphrase, current: 'a wrong one' } },
    ]);
  });

  it('is removed by who types it', async () => {
    const { answers, requests } = open(guarded);
    answers['vault.expose'] = () => ({ right: true });
    await press('Remove passphrase');
    await press('Remove passphrase');
    await screen.findByText('Enter the passphrase.');
    await type('Present passphrase', passphrase);
    await press('Remove passphrase');
    await screen.findByText(/^The passphrase is removed\./);
    expect(requests('vault.expose')).toMatchObject([{ request: { current: passphrase } }]);
  });

  it('locks at once, and after the time that is chosen', async () => {
    const { answers, requests } = open(guarded);
    answers['vault.lock'] = () => null;
    await press('Lock now');
    expect(requests('vault.lock')).toHaveLength(1);
    fireEvent.change(await field('Lock the keys'), { target: { value: '15' } });
    expect(requests('settings.save')).toMatchObject([{ request: { lockAfterMinutes: 15 } }]);
  });
});

describe('locked', () => {
  it('shows no field of a key, and goes on once it is unlocked', async () => {
    const { answers, requests } = open(locked);
    answers['vault.unlock'] = () => ({ right: true });
    await type('Passphrase', passphrase);
    expect(screen.queryByText('Datto secret key')).toBeNull();
    await press('Unlock');
    await screen.findByText(/^The keys are unlocked\./);
    expect(requests('vault.unlock')).toMatchObject([{ request: { passphrase } }]);
  });

  it('wipes the keys of who forgot it only after saying what stays', async () => {
    const { answers, requests } = open(locked);
    answers['vault.forget'] = () => null;
    await press('I forgot the passphrase');
    await screen.findByText(/Matches, decisions, settings and everything else stay/);
    expect(requests('vault.forget')).toEqual([]);
    await press('Wipe the keys');
    await screen.findByText(/^The keys are wiped\./);
    expect(requests('vault.forget')).toHaveLength(1);
  });
});
