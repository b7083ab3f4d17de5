import { t } from '@/lib/i18n';
import type { ListSubject, OneRow, RowSubject } from '@/lib/model/run';
import { kindWords } from './kinds';

const rowKeys = {
  network: 'row_network',
  organization: 'row_organization',
  configuration: 'row_configuration',
  user: 'row_user',
  record: 'row_record',
  password: 'row_password',
} as const;

const listKeys = {
  'network-list': 'row_network_list',
  'organization-list': 'row_organization_list',
  'user-list': 'row_user_list',
} as const;

/** What could not be read, in words; a name as it is. */
export function subjectText(subject: RowSubject | ListSubject | OneRow | string): string {
  if (typeof subject === 'string') return subject;
  switch (subject.kind) {
    case 'device':
      return t('row_in_network', [t(kindWords[subject.deviceKind].fact), subject.networkName]);
    case 'ssid':
      return t('row_in_network', [t('row_ssid'), subject.networkName]);
    case 'row':
      return `${subjectText(subject.row)} ${subject.id}`;
    case 'configurations-of':
      return t('row_configurations_of', [subject.organizationName]);
    case 'passwords-of':
      return t('row_passwords_of', [subject.organizationName]);
    case 'network-list':
    case 'organization-list':
    case 'user-list':
      return t(listKeys[subject.kind]);
    case 'network':
    case 'organization':
    case 'configuration':
    case 'user':
    case 'record':
    case 'password':
      return t(rowKeys[subject.kind]);
  }
}
