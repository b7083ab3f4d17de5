import type { MessageKey } from '@/lib/i18n';
import type { ActivityTopic } from '@/lib/model/activity';

/** What lines of the activity are about. */
export const topicNames = {
  syncs: 'activity_topic_syncs',
  matches: 'activity_topic_matches',
  writes: 'activity_topic_writes',
  settings: 'activity_topic_settings',
} as const satisfies Record<ActivityTopic, MessageKey>;
