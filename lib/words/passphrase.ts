import type { MessageKey } from '@/lib/i18n';

/** What is done to the passphrase, and how it is said afterwards. */
export const passphraseActs = {
  set: { button: 'vault_set', done: 'vault_was_set' },
  change: { button: 'vault_change', done: 'vault_was_changed' },
  remove: { button: 'vault_remove', done: 'vault_was_removed' },
} as const satisfies Record<string, Record<'button' | 'done', MessageKey>>;
export type PassphraseAct = keyof typeof passphraseActs;
