import type { MessageKey } from '@/lib/i18n';
import type { OptionsSection } from '@/lib/model/options-section';

/** What each section of the options is called. */
export const sectionNames = {
  connection: 'options_connection',
  sync: 'options_sync',
  'auto-create': 'options_auto_create',
  types: 'options_types',
  team: 'options_team',
  access: 'options_access',
  security: 'options_security',
  activity: 'options_activity',
} as const satisfies Record<OptionsSection, MessageKey>;
