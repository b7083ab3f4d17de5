import { t, type MessageKey } from '@/lib/i18n';
import { numberText } from '@/lib/i18n/number';
import type { Way } from '@/lib/connections/locate';
import type { SwitchPort } from '@/lib/model/switch-port';

/** Why a port is not where the device is plugged in. */
export const ways = {
  behind: 'connections_behind',
  aggregate: 'connections_aggregate',
  uplink: 'connections_uplink',
} as const satisfies Record<Exclude<Way, 'direct'>, MessageKey>;

/** `1 Gbit/s`, `100 Mbit/s`. `speed`: Mbit/s. */
export const speedText = (speed: number): string =>
  speed >= 1000
    ? t('connections_gigabits', [numberText(speed / 1000)])
    : t('connections_megabits', [numberText(speed)]);

/** `PoE 6.4 W of 15 W`; `null` where the port gives no power now. */
export function powerText({ poe }: Pick<SwitchPort, 'poe'>): string | null {
  if (!poe?.draw) return null;
  return poe.limit === null
    ? t('connections_power', [numberText(poe.draw)])
    : t('connections_power_of', [numberText(poe.draw), numberText(poe.limit)]);
}

/** `port 12 · 1 Gbit/s · PoE 6.4 W of 15 W · VLAN 20`: what is known of a port. */
export function portText(port: SwitchPort): string {
  const parts = [
    t('connections_port', [port.id]),
    port.speed === null ? null : speedText(port.speed),
    powerText(port),
    port.vlan === null ? null : t('connections_vlan', [String(port.vlan)]),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
