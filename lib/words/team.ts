import { t, type MessageKey } from '@/lib/i18n';
import type { NotAccepted, NotShared } from '@/lib/model/team-sharing';

/** Why decisions stay in this browser, and what to do about it. */
const notSharedWords = {
  'not-started': 'team_not_started',
  'type-disabled': 'team_type_disabled',
  'fields-missing': 'team_fields_missing',
  'no-home': 'team_no_home',
  'text-changed': 'team_text_changed',
  left: 'team_left',
  'not-connected': 'team_not_connected',
} as const satisfies Record<NotShared, MessageKey>;

/** Whether an Administrator can mend it here. */
export const startable: ReadonlySet<NotShared> = new Set([
  'not-started',
  'type-disabled',
  'fields-missing',
  'no-home',
]);

/** Where decisions are, in one sentence. */
export const sharingText = (notShared: NotShared | null): string =>
  t(notShared === null ? 'team_shared' : notSharedWords[notShared]);

const notAcceptedWords = {
  'auto-create': { user: 'team_not_accepted', nobody: 'team_not_accepted_nobody' },
  types: { user: 'team_not_accepted_types', nobody: 'team_not_accepted_types_nobody' },
} as const satisfies Record<string, Record<'user' | 'nobody', MessageKey>>;

/** What another decided that is not acted upon. */
export const notAcceptedText = ({ user, setting }: NotAccepted): string =>
  user === '' ? t(notAcceptedWords[setting].nobody) : t(notAcceptedWords[setting].user, [user]);

/** What becomes of the record in which a browser says what it is, when it leaves. */
export const leaveWords = {
  keep: { label: 'team_leave_keep', hint: 'team_leave_keep_hint' },
  remove: { label: 'team_leave_remove', hint: 'team_leave_remove_hint' },
} as const satisfies Record<string, Record<'label' | 'hint', MessageKey>>;
