import { t } from '@/lib/i18n';
import type { ConnectFailure } from '@/lib/model/connect';
import { problemText } from './problems';
import { fieldLabels } from './connection-fields';

/** What is wrong and what to do about it, in one or two sentences for the field it belongs to. */
export function failureText({ field, reason, problem }: ConnectFailure): string {
  switch (reason) {
    case 'missing':
      return field === 'form' || field === 'passphrase'
        ? t('options_missing_form')
        : t('options_missing', [t(fieldLabels[field])]);
    case 'passphrase-required':
      return t('vault_required_missing');
    case 'malformed':
      if (field === 'subdomain') return t('options_malformed_subdomain');
      if (field === 'region') return t('options_malformed_region');
      return t('options_malformed_key');
    case 'quoted-key':
      return t('options_quoted_key');
    case 'labelled-key':
      return t('options_labelled_key');
    case 'itglue-key':
      return t('options_itglue_key_here');
    case 'datto-key':
      return t('options_datto_key_here');
    case 'same-keys':
      return t('options_same_keys');
    case 'swapped-keys':
      return t(field === 'dattoPublicKey' ? 'options_swapped_public' : 'options_swapped_secret');
    case 'unknown-key':
      return t('options_unknown_key');
    case 'wrong-secret':
      return t('options_wrong_secret');
    case 'expired-key':
      return t('options_expired_key');
    case 'wrong-key':
      return t('options_wrong_key');
    case 'wrong-region':
      return t('options_wrong_region');
    case 'wrong-subdomain':
      return t('options_wrong_subdomain');
    case 'no-host-access':
      return t('options_no_host_access');
    case 'problem':
      return t('options_not_verified', [problem ? problemText(problem) : '']);
  }
}
