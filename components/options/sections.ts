import { AccessSection } from './access-section';
import { ActivitySection } from './activity-section';
import { AutoCreateSection } from './auto-create-section';
import { ConnectionSection } from './connection-section';
import type { Section } from './section';
import { SecuritySection } from './security-section';
import { SyncSection } from './sync-section';
import { TypesSection } from './types-section';

/** The sections of the options page, in their order. */
export const sections: readonly Section[] = [
  { id: 'connection', title: 'options_connection', Body: ConnectionSection },
  { id: 'sync', title: 'options_sync', Body: SyncSection },
  { id: 'auto-create', title: 'options_auto_create', Body: AutoCreateSection },
  { id: 'types', title: 'options_types', Body: TypesSection },
  { id: 'access', title: 'options_access', Body: AccessSection },
  { id: 'security', title: 'options_security', Body: SecuritySection },
  { id: 'activity', title: 'options_activity', Body: ActivitySection },
];
