import type { MessageKey } from '@/lib/i18n';
import type { Recognition } from '@/lib/model/recognition';

type Why = Extract<Recognition, { state: 'cannot-tell' }>['why'];

/** Why it cannot be told who is signed in to IT Glue, and what to do. */
export const notRecognized = {
  'no-page': 'user_no_page',
  'no-users': 'options_no_users',
  'nobody-named': 'user_nobody_named',
  unknown: 'user_unknown',
  several: 'user_several',
} as const satisfies Record<Why, MessageKey>;
