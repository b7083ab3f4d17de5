// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { emptyOptions, fakeClient, sampleOptions } from '@/components/state/client.fixture';
import { sampleStatus } from '@/lib/views/status.fixture';
import type { ConnectFailure } from '@/lib/model/connect';
import type { OptionsView } from '@/lib/views/options';
import type { StatusView } from '@/lib/views/status';
import type { WelcomeView } from '@/lib/views/welcome';
import { WelcomePage } from './welcome-page';

afterEach(cleanup);

const example = { name: 'AP Lobby', url: 'https://acme.eu.itglue.com/2/configurations/7' };

function open(view: OptionsView, status: StatusView, welcome: Partial<WelcomeView> = {}) {
  const now = { view, status, welcome };
  const background = fakeClient({
    'options.view': () => now.view,
    'status.view': () => now.status,
    'welcome.view': () => ({ offered: true, portal: null, example: null, ...now.welcome }),
    'connection.check': () => [],
    'connection.connect': () => ({ ok: true }),
    'user.recognize': () => ({ state: 'found', user: sampleOptions.users[0]! }),
    'user.confirm': () => true,
  });
  return { ...background, now, ...render(<WelcomePage client={background.client} />) };
}
const before: StatusView = { ...sampleStatus, status: { state: 'not-connected' }, lastSync: null };
const field = (label: string) => screen.findByLabelText<HTMLInputElement>(label);
const type = async (label: string, value: string) =>
  fireEvent.input(await field(label), { target: { value } });
const steps = (container: Element) =>
  [...container.querySelectorAll('.welcome-step')].map(
    ({ className }) => /welcome-(done|now|later)/.exec(className)?.[1],
  );

it('leads from the keys to a panel, one step after the other', async () => {
  const { container, now, change, requests } = open(emptyOptions, before);
  await field('Datto public key');
  expect(steps(container)).toEqual(['now', 'later', 'later', 'later']);
  now.view = {
    ...sampleOptions,
    status: { state: 'syncing', stage: 'devices', done: 1, total: 9 },
  };
  now.status = { ...before, status: now.view.status };
  change();
  await screen.findByRole('progressbar');
  expect(steps(container)).toEqual(['done', 'now', 'now', 'later']);
  (await screen.findByRole('button', { name: 'Yes, this is me' })).click();
  await expect.poll(() => requests('user.confirm')).toMatchObject([{ request: { userId: '1' } }]);
  const userId = sampleOptions.users[0]!.id;
  now.view = { ...sampleOptions, settings: { ...sampleOptions.settings, userId } };
  now.status = sampleStatus;
  now.welcome = { example };
  change();
  const link = await screen.findByRole<HTMLAnchorElement>('link', {
    name: 'Open AP Lobby in IT Glue',
  });
  expect(link.href).toBe(example.url);
  expect(steps(container)).toEqual(['done', 'done', 'done', 'now']);
});

it('tries each side as soon as its keys are there, and says what it made of them', async () => {
  const { answers, requests } = open(emptyOptions, before, {
    portal: { subdomain: 'acme', region: 'eu' },
  });
  expect((await field('IT Glue subdomain')).value).toBe('acme');
  await type('Datto public key', '1b88730a');
  await type('Datto secret key', ' s3cr3t ');
  await screen.findByText('Datto accepts this key pair.');
  expect(requests('connection.check')).toMatchObject([
    { request: { side: 'datto', dattoPublicKey: '1b88730a', dattoSecretKey: 's3cr3t' } },
  ]);
  const refused: ConnectFailure[] = [{ field: 'itGlueApiKey', reason: 'wrong-key' }];
  answers['connection.check'] = () => refused;
  await type('IT Glue API key', 'ITG.1');
  await expect
    .poll(async () => (await field('IT Glue API key')).getAttribute('aria-invalid'))
    .toBe('true');
  expect(screen.getByText('Datto accepts this key pair.')).toBeTruthy();
  expect(requests('connection.connect')).toEqual([]);
});

it('asks for no key where the company brings them', async () => {
  open(emptyOptions, before, { offered: false });
  await screen.findByText(/no keys are entered here/);
  expect(screen.queryByRole('textbox')).toBeNull();
});

it.each([
  ['before keys', emptyOptions, before],
  ['after all', sampleOptions, sampleStatus],
])('has nothing that axe objects to: %s', async (_, view, status) => {
  const { container } = open(view, status, { example });
  await screen.findByText('Who sits here');
  expect((await axe.run(container)).violations).toEqual([]);
});
