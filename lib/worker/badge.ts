import type { StatusView } from '@/lib/views/status';
import type { WorkerBrowser } from './platform';

/** Shows on the toolbar's button how many items are unmatched, `!` when credentials failed, a lock while the keys are locked. */
export async function showBadge(action: WorkerBrowser['action'], view: StatusView): Promise<void> {
  const text = badgeText(view);
  await action.setBadgeText({ text });
  await action.setBadgeBackgroundColor({ color: text === '!' ? '#b3261e' : '#3d5a80' });
  await action.setBadgeTextColor?.({ color: '#ffffff' });
}

function badgeText({ status, networks, devices }: StatusView): string {
  if (status.state === 'credentials-failed') return '!';
  if (status.state === 'not-connected') return '';
  if (status.state === 'locked') return '🔒';
  const unmatched = networks.unmatched + devices.unmatched;
  if (unmatched === 0) return '';
  return unmatched > 999 ? '999+' : String(unmatched);
}
