import { idleAutoCreate } from '@/components/options/states.fixture';
import { emptyOptions, sampleOptions } from '@/components/state/client.fixture';
import { causes, problems } from '@/components/state/problems.fixture';
import { passphraseMissing } from '@/components/state/statuses.fixture';
import type { ConnectFailure } from '@/lib/model/connect';
import { connectFields } from '@/lib/model/connect';
import { acts, fails, pending, press, tick, type } from './acts';
import type { Entry } from './entry';
import { sectionEntries } from './options-section';

const entry = sectionEntries('connection', {
  'auto-create.view': () => idleAutoCreate,
});

/** Each reason for which connecting fails, at a field that it is said at. */
const failures = {
  missing: { field: 'dattoPublicKey', reason: 'missing' },
  'passphrase-required': { field: 'passphrase', reason: 'passphrase-required' },
  'unknown-key': { field: 'dattoPublicKey', reason: 'unknown-key' },
  'wrong-secret': { field: 'dattoSecretKey', reason: 'wrong-secret' },
  'expired-key': { field: 'dattoPublicKey', reason: 'expired-key' },
  'wrong-key': { field: 'itGlueApiKey', reason: 'wrong-key' },
  'wrong-region': { field: 'region', reason: 'wrong-region' },
  'wrong-subdomain': { field: 'subdomain', reason: 'wrong-subdomain' },
  'quoted-key': { field: 'itGlueApiKey', reason: 'quoted-key' },
  'labelled-key': { field: 'dattoSecretKey', reason: 'labelled-key' },
  'itglue-key': { field: 'dattoPublicKey', reason: 'itglue-key' },
  'datto-key': { field: 'itGlueApiKey', reason: 'datto-key' },
  'same-keys': { field: 'dattoSecretKey', reason: 'same-keys' },
  'swapped-keys': { field: 'dattoPublicKey', reason: 'swapped-keys' },
  malformed: { field: 'itGlueApiKey', reason: 'malformed' },
  'no-host-access': { field: 'form', reason: 'no-host-access' },
  problem: { field: 'form', reason: 'problem', problem: problems['address-refused'] },
} as const satisfies Record<ConnectFailure['reason'], ConnectFailure>;

const { managed } = sampleOptions;
const keysOfCompany = {
  ...managed,
  fields: connectFields,
  values: { region: 'eu', subdomain: 'acme' },
} as const;

const connecting = (name: string, found: readonly ConnectFailure[]) =>
  entry(name, {
    answers: { 'connection.connect': () => ({ ok: false, failures: found }) },
    act: press('Connect'),
  });

const documenting = { view: { settings: { ...sampleOptions.settings, autoCreate: true } } };
const disconnect = press('Disconnect');
const archiving = acts(disconnect, tick(/^Archive/));
/** The dialog's own button, behind the section's. */
const confirm = (root: HTMLElement) => {
  root.querySelector<HTMLElement>('.options-dialog .button-danger')?.click();
  return Promise.resolve();
};

export const connectionEntries: readonly Entry[] = [
  entry('nothing entered', { view: emptyOptions, act: press('Connect') }),
  entry('a key replaced', {
    act: acts(press(/^Replace Datto secret/), type('Datto secret key', 'secret')),
  }),
  entry('an address pasted', {
    view: emptyOptions,
    act: type(/subdomain/, 'https://acme.eu.itglue.com/organizations'),
  }),
  entry('connecting', { answers: { 'connection.connect': pending }, act: press('Connect') }),
  entry('connected', {
    answers: { 'connection.connect': () => ({ ok: true }) },
    act: press('Connect'),
  }),
  entry('without the background', {
    answers: { 'connection.connect': fails(problems.internal) },
    act: press('Connect'),
  }),
  ...Object.entries(failures).map(([reason, failure]) => connecting(reason, [failure])),
  connecting(
    'everything wrong',
    connectFields.map((field) => ({ field, reason: 'malformed' })),
  ),
  entry('keys of the company', { view: { managed: keysOfCompany } }),
  entry('keys of the company, before they are taken', {
    view: {
      ...emptyOptions,
      saved: sampleOptions.saved,
      managed: {
        ...keysOfCompany,
        failures: [failures['wrong-key'], failures['wrong-region']],
      },
    },
  }),
  entry('keys of the company, a passphrase required', {
    view: {
      ...emptyOptions,
      saved: sampleOptions.saved,
      managed: {
        ...keysOfCompany,
        values: { ...keysOfCompany.values, passphraseRequired: true },
      },
    },
    act: press('Connect'),
  }),
  entry('a passphrase required, none set', {
    view: {
      status: passphraseMissing,
      managed: { ...managed, values: { passphraseRequired: true } },
    },
  }),
  entry('a passphrase required, set', {
    view: {
      passphrase: true,
      managed: { ...managed, values: { passphraseRequired: true } },
    },
  }),
  entry('a policy with nonsense', {
    view: {
      managed: {
        ...managed,
        fields: ['subdomain'],
        values: { subdomain: 'acme' },
        faults: [
          { field: 'region', found: 'uk', reason: 'no-value-of-it' },
          { field: 'dattoSecretKey', found: null, reason: 'no-value-of-it' },
          { field: 'syncEveryHuors', found: null, reason: 'unknown-name' },
        ],
      },
    },
  }),
  entry('Disconnect', { act: disconnect }),
  entry('Disconnect where records are documented', { ...documenting, act: disconnect }),
  entry('Disconnect and archive', { ...documenting, act: archiving }),
  entry('Disconnect for others than Administrators', {
    ...documenting,
    answers: { 'auto-create.view': () => ({ ...idleAutoCreate, on: true, permitted: false }) },
    act: disconnect,
  }),
  entry('disconnecting', {
    answers: { 'connection.disconnect': pending },
    act: acts(disconnect, confirm),
  }),
  entry('archiving', {
    ...documenting,
    answers: {
      'auto-create.view': () => ({
        ...idleAutoCreate,
        state: 'working',
        done: 3,
        total: 9,
      }),
      'connection.disconnect': pending,
    },
    act: acts(archiving, confirm),
  }),
  entry('not disconnected', {
    ...documenting,
    answers: { 'connection.disconnect': fails(causes['record-held']) },
    act: acts(archiving, confirm),
  }),
  entry('disconnected', {
    answers: { 'connection.disconnect': () => ({ unshared: 0 }) },
    act: acts(disconnect, confirm),
  }),
];
