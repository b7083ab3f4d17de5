import { idleAutoCreate } from '@/components/options/states.fixture';
import { sampleOptions } from '@/components/state/client.fixture';
import { problems } from '@/components/state/problems.fixture';
import { statuses } from '@/components/state/statuses.fixture';
import { acts, fails, pending, press, type } from './acts';
import type { Entry } from './entry';
import { sectionEntries } from './options-section';

const entry = sectionEntries('connection', {
  'auto-create.view': () => idleAutoCreate,
});

const guarded = { view: { passphrase: true } };
const locked = { view: { passphrase: true, status: statuses.locked } };
const passphrase = 'nine quiet ferries';
const right = () => ({ right: true });
const wrong = () => ({ right: false });

/** The form's own button, by its words the same as the one that opened it. */
const submit = (name: string) => press(name);
const set = acts(
  press('Set passphrase'),
  type('New passphrase', passphrase),
  type('New passphrase, again', passphrase),
  submit('Set passphrase'),
);
const remove = acts(
  press('Remove passphrase'),
  type('Present passphrase', passphrase),
  submit('Remove passphrase'),
);
const unlock = acts(type('Passphrase', passphrase), press('Unlock'));
const forget = acts(press('I forgot the passphrase'), press('Wipe the keys'));

export const passphraseEntries: readonly Entry[] = [
  entry('Set passphrase', { act: press('Set passphrase') }),
  entry('Set passphrase, too short', {
    act: acts(press('Set passphrase'), type('New passphrase', 'short'), submit('Set passphrase')),
  }),
  entry('Set passphrase, typed differently', {
    act: acts(
      press('Set passphrase'),
      type('New passphrase', passphrase),
      submit('Set passphrase'),
    ),
  }),
  entry('passphrase being set', { answers: { 'vault.protect': pending }, act: set }),
  entry('passphrase set', { answers: { 'vault.protect': right }, act: set }),
  entry('passphrase not set', {
    answers: { 'vault.protect': fails(problems['storage-full']) },
    act: set,
  }),
  entry('with a passphrase', guarded),
  entry('Change passphrase', { ...guarded, act: press('Change passphrase') }),
  entry('Change passphrase, nothing typed', {
    ...guarded,
    act: acts(press('Change passphrase'), submit('Change passphrase')),
  }),
  entry('Remove passphrase, a wrong one', {
    ...guarded,
    answers: { 'vault.expose': wrong },
    act: remove,
  }),
  entry('passphrase removed', { ...guarded, answers: { 'vault.expose': right }, act: remove }),
  entry('not locked', {
    ...guarded,
    answers: { 'vault.lock': fails(problems.storage) },
    act: press('Lock now'),
  }),
  entry('locked', locked),
  entry('locked, nothing typed', { ...locked, act: press('Unlock') }),
  entry('unlocking', { ...locked, answers: { 'vault.unlock': pending }, act: unlock }),
  entry('locked, a wrong passphrase', {
    ...locked,
    answers: { 'vault.unlock': wrong },
    act: unlock,
  }),
  entry('locked, without the background', {
    ...locked,
    answers: { 'vault.unlock': fails(problems.internal) },
    act: unlock,
  }),
  entry('unlocked', { ...locked, answers: { 'vault.unlock': right }, act: unlock }),
  entry('passphrase forgotten', { ...locked, act: press('I forgot the passphrase') }),
  entry('keys not wiped', {
    ...locked,
    answers: { 'vault.forget': fails(problems.storage) },
    act: forget,
  }),
  entry('keys wiped', {
    view: { ...sampleOptions, ...locked.view },
    answers: { 'vault.forget': () => null },
    act: forget,
  }),
];
