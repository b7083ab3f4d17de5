import { t } from '@/lib/i18n';
import { minPassphrase } from '@/lib/model/passphrase';

/** What is wrong with a new passphrase as it is typed twice, before it is sent. */
export function newPassphraseErrors({
  next,
  again,
}: {
  readonly next: string;
  readonly again: string;
}): { readonly next?: string; readonly again?: string } {
  if ([...next].length < minPassphrase) return { next: t('vault_too_short', [minPassphrase]) };
  return next === again ? {} : { again: t('vault_differs') };
}
