import { t } from '@/lib/i18n';
import type { StatusView } from '@/lib/views/status';
import { countsText } from '@/lib/words/new-counts';
import type { WorkerBrowser } from './platform';

/**
 * Shows on the toolbar's button how many items the user has to match, and in its tooltip of what; `!` when credentials
 * failed, a lock while the keys are locked. What it shows already costs no call.
 */
export function createBadge(action: WorkerBrowser['action']): (view: StatusView) => Promise<void> {
  let shown = '';
  return async (view) => {
    const text = badgeText(view);
    const title = titleOf(view);
    const asked = `${text}\n${title}`;
    if (asked === shown) return;
    shown = asked;
    try {
      await action.setBadgeText({ text });
      await action.setTitle({ title });
      await action.setBadgeBackgroundColor({ color: text === '!' ? '#b3261e' : '#3d5a80' });
      await action.setBadgeTextColor?.({ color: '#ffffff' });
    } catch (error) {
      shown = '';
      throw error;
    }
  };
}

/** The product's name, what the number on the button counts, and what of it is new. */
function titleOf({ status, access, networks, devices, fresh }: StatusView): string {
  const name = t('extension_name');
  if (status.state === 'not-connected' || status.state === 'locked') return name;
  const what = countsText({ networks: networks.unmatched, devices: devices.unmatched });
  const added = countsText(fresh);
  const title =
    what === ''
      ? name
      : t(access === 'own' ? 'badge_unmatched_own' : 'badge_unmatched', [name, what]);
  return added === '' ? title : t('badge_new', [title, added]);
}

function badgeText({ status, networks, devices }: StatusView): string {
  if (status.state === 'credentials-failed') return '!';
  if (status.state === 'not-connected') return '';
  if (status.state === 'locked') return '🔒';
  const unmatched = networks.unmatched + devices.unmatched;
  if (unmatched === 0) return '';
  return unmatched > 999 ? '999+' : String(unmatched);
}
