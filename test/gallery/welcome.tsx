import { emptyOptions, sampleOptions } from '@/components/state/client.fixture';
import { sampleStatus } from '@/lib/views/status.fixture';
import type { Answers } from '@/components/state/client.fixture';
import { problems } from '@/components/state/problems.fixture';
import { statuses } from '@/components/state/statuses.fixture';
import { WelcomePage } from '@/components/welcome/welcome-page';
import type { OptionsView } from '@/lib/views/options';
import type { StatusView } from '@/lib/views/status';
import type { WelcomeView } from '@/lib/views/welcome';
import { acts, fails, pending, sees, type } from './acts';
import type { Entry, Surface } from './entry';

const nothing: StatusView = {
  ...sampleStatus,
  status: { state: 'not-connected' },
  lastSync: null,
  networks: { matched: 0, unmatched: 0, ignored: 0 },
  devices: { matched: 0, unmatched: 0, ignored: 0 },
};
const syncing: StatusView = { ...nothing, status: statuses.syncing };
const example = { name: 'AP Lobby', url: 'https://acme.eu.itglue.com/2/configurations/7' };
const ada = sampleOptions.users[0]!;

function entry(
  name: string,
  {
    view = sampleOptions,
    status = sampleStatus,
    welcome = {},
    answers = {},
    act,
  }: {
    view?: OptionsView;
    status?: StatusView;
    welcome?: Partial<WelcomeView>;
    answers?: Answers;
    act?: NonNullable<Entry['act']>;
  },
): Entry {
  return {
    name,
    ...(act && { act }),
    page: {
      answers: {
        'options.view': () => ({ ...view, status: status.status }),
        'status.view': () => status,
        'welcome.view': () => ({ offered: true, portal: null, example: null, ...welcome }),
        'user.recognize': () => ({ state: 'found', user: ada }),
        'connection.check': () => [],
        ...answers,
      },
      render: (client) => <WelcomePage client={client} />,
    },
  };
}

const dattoKeys = acts(type('Datto public key', '1b88730a'), type('Datto secret key', 's3cr3t'));
const before = { view: emptyOptions, status: nothing };

export const welcome: Surface = {
  name: 'welcome',
  widths: [320, 480, 1280],
  entries: [
    entry('before any key', before),
    entry('before any key, a portal open', {
      ...before,
      welcome: { portal: { subdomain: 'acme', region: 'eu' } },
    }),
    entry('keys being tried', {
      ...before,
      answers: { 'connection.check': pending },
      act: acts(dattoKeys, sees('Trying it…')),
    }),
    entry('keys accepted', { ...before, act: acts(dattoKeys, sees(/^Datto accepts/)) }),
    entry('a key refused', {
      ...before,
      answers: { 'connection.check': () => [{ field: 'dattoSecretKey', reason: 'wrong-secret' }] },
      act: acts(dattoKeys, sees(/does not belong/)),
    }),
    entry('first sync, before users are known', {
      view: { ...sampleOptions, users: [] },
      status: syncing,
    }),
    entry('first sync, who sits here', { status: syncing, welcome: { example } }),
    entry('first sync failing', { status: { ...nothing, status: statuses.error } }),
    entry('nothing matched', {
      view: { ...sampleOptions, settings: { ...sampleOptions.settings, userId: ada.id } },
    }),
    entry('everything done', {
      view: { ...sampleOptions, settings: { ...sampleOptions.settings, userId: ada.id } },
      welcome: { example },
    }),
    entry('locked', { status: { ...sampleStatus, status: statuses.locked } }),
    entry('not offered', { ...before, welcome: { offered: false } }),
    entry('loading', { answers: { 'options.view': pending } }),
    entry('without a view', { answers: { 'options.view': fails(problems.internal) } }),
  ],
};
