import { t } from '@/lib/i18n';
import { isFollowed, type Seen } from './is-followed';

/** That the card asks again by itself, where it does. */
export function FollowedNote({ state }: { state: Seen }) {
  return isFollowed(state) ? <p class="panel-rule">{t('panel_followed')}</p> : null;
}
