import { t } from '@/lib/i18n';
import { policyTypes, type PolicyFault, type PolicyField } from '@/lib/model/policy';
import { deviceKinds } from '@/lib/model/device';
import { fieldLabels } from './connection-fields';
import { inSentence } from './in-sentence';
import { kindWords } from './kinds';

/** What a company may set, as the options call it. */
export function policyFieldText(field: PolicyField): string {
  switch (field) {
    case 'dattoPublicKey':
    case 'dattoSecretKey':
    case 'itGlueApiKey':
    case 'region':
    case 'subdomain':
      return t(fieldLabels[field]);
    case 'passphraseRequired':
      return t('vault_passphrase');
    case 'syncEveryHours':
      return t('options_automatic_sync');
    case 'autoCreate':
      return t('options_auto_create');
    case 'accessPointType':
    case 'switchType':
    case 'managedPowerType':
    case 'routerType': {
      const kind = deviceKinds.find((each) => policyTypes[each] === field);
      return t('policy_type_of', [kind ? t(kindWords[kind].name) : field]);
    }
    case 'userUnlock':
      return t('options_i_am');
    case 'firstRun':
      return t('welcome_title');
    case 'teamHome':
      return t('team_home');
  }
}

/** What of the policy means nothing, by the names that whoever wrote it knows. */
export function policyFaultText({ field, found, reason }: PolicyFault): string {
  const name = inSentence(field);
  if (reason === 'unknown-name') return t('managed_fault_name', [name]);
  return found === null
    ? t('managed_fault_secret', [name])
    : t('managed_fault_value', [name, inSentence(found)]);
}
