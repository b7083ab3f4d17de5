import { t } from '@/lib/i18n';
import { listText } from '@/lib/i18n/list';

/** Networks, devices and findings by their numbers, those that there are: "1 network and 3 devices"; empty for none. */
export function countsText(counts: {
  readonly networks: number;
  readonly devices: number;
  readonly findings?: number;
}): string {
  const { networks, devices, findings = 0 } = counts;
  return listText([
    ...(networks > 0 ? [t('activity_networks', networks)] : []),
    ...(devices > 0 ? [t('activity_devices', devices)] : []),
    ...(findings > 0 ? [t('matching_undo_findings', findings)] : []),
  ]);
}
