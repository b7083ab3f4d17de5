import type { LegitimateSharing } from '@/lib/model/shared-mac';
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

/** The same of the decisions that make it legitimate that configurations have a MAC in common. */
export const versionOfSharing = (decisions: readonly LegitimateSharing[]): string =>
  decisions
    .map(({ key, at }) => `legitimate ${at} ${key}`)
    .sort()
    .join(' ');
