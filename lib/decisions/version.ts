import type { DeviceMatch, NetworkMatch } from '@/lib/model/match';

/**
 * What goes out with a row and comes back with a decision: another one by then means that it was
 * decided meanwhile. Empty where nothing is decided.
 */
export function versionOf(match: DeviceMatch | NetworkMatch | null | undefined): string {
  if (!match) return '';
  if (match.state === 'ignored') return `ignored ${match.at}`;
  const target = 'deviceKey' in match ? match.configurationId : match.organizationId;
  return `${match.rule} ${match.at} ${target}`;
}
