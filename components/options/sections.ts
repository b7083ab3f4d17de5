import { t } from '@/lib/i18n';
import { AccessSection } from './access-section';
import { ActivitySection } from './activity-section';
import { AutoCreateSection } from './auto-create-section';
import { ConnectionSection } from './connection-section';
import type { Section } from './section';
import { SecuritySection } from './security-section';
import { SyncSection } from './sync-section';
import { TeamSection } from './team-section';
import { TypesSection } from './types-section';

/** The sections of the options page, in their order. */
export const sections: readonly Section[] = [
  { id: 'connection', title: t('options_connection'), Body: ConnectionSection },
  { id: 'sync', title: t('options_sync'), Body: SyncSection },
  { id: 'auto-create', title: t('options_auto_create'), Body: AutoCreateSection },
  { id: 'types', title: t('options_types'), Body: TypesSection },
  { id: 'team', title: t('options_team'), Body: TeamSection },
  { id: 'access', title: t('options_access'), Body: AccessSection },
  { id: 'security', title: t('options_security'), Body: SecuritySection },
  { id: 'activity', title: t('options_activity'), Body: ActivitySection },
];
