import * as z from 'zod/mini';
import { minPassphrase } from '@/lib/model/passphrase';
import { message } from './message';

/** Whatever its length: it is only compared. */
const present = z.string().check(z.minLength(1), z.maxLength(1000));
export const chosenPassphrase = z.string().check(z.minLength(minPassphrase), z.maxLength(1000));

/** `right`: whether the passphrase that is set was given. */
type Answer = { readonly right: boolean };

/** The passphrase of the API keys. */
export const vaultProtocol = {
  'vault.unlock': message('page', z.object({ passphrase: present })).returns<Answer>(),
  'vault.lock': message('page').returns<null>(),
  /** Sets it, or changes it. `current`: the one that is set, `null` where none is. */
  'vault.protect': message(
    'page',
    z.object({ passphrase: chosenPassphrase, current: z.nullable(present) }),
  ).returns<Answer>(),
  /** Removes it. */
  'vault.expose': message('page', z.object({ current: present })).returns<Answer>(),
  /** Wipes the keys, for who forgot it. */
  'vault.forget': message('page').returns<null>(),
} as const;
