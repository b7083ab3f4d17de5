import type { StatusView } from '@/lib/views/status';

/** What the toolbar's badge says: how many items are unmatched, or `!` when credentials failed. */
export function badgeText({ status, networks, devices }: StatusView): string {
  if (status.state === 'credentials-failed') return '!';
  if (status.state === 'not-connected') return '';
  const unmatched = networks.unmatched + devices.unmatched;
  if (unmatched === 0) return '';
  return unmatched > 999 ? '999+' : String(unmatched);
}
