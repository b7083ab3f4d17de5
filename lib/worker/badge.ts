import { t } from '@/lib/i18n';
import { listText } from '@/lib/i18n/list';
import type { StatusView } from '@/lib/views/status';
import type { WorkerBrowser } from './platform';

/** Shows on the toolbar's button how many items the user has to match, and in its tooltip of what; `!` when credentials failed, a lock while the keys are locked. */
export async function showBadge(action: WorkerBrowser['action'], view: StatusView): Promise<void> {
  const text = badgeText(view);
  await action.setBadgeText({ text });
  await action.setTitle({ title: titleOf(view) });
  await action.setBadgeBackgroundColor({ color: text === '!' ? '#b3261e' : '#3d5a80' });
  await action.setBadgeTextColor?.({ color: '#ffffff' });
}

/** The product's name, and what the number on the button counts. */
function titleOf({ status, access, networks, devices }: StatusView): string {
  const name = t('extension_name');
  const hasNumber = status.state !== 'not-connected' && status.state !== 'locked';
  if (!hasNumber || networks.unmatched + devices.unmatched === 0) return name;
  const what = [
    ...(networks.unmatched > 0 ? [t('activity_networks', networks.unmatched)] : []),
    ...(devices.unmatched > 0 ? [t('activity_devices', devices.unmatched)] : []),
  ];
  return t(access === 'own' ? 'badge_unmatched_own' : 'badge_unmatched', [name, listText(what)]);
}

function badgeText({ status, networks, devices }: StatusView): string {
  if (status.state === 'credentials-failed') return '!';
  if (status.state === 'not-connected') return '';
  if (status.state === 'locked') return '🔒';
  const unmatched = networks.unmatched + devices.unmatched;
  if (unmatched === 0) return '';
  return unmatched > 999 ? '999+' : String(unmatched);
}
