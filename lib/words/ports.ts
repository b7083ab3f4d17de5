import type { PortUse } from '@/lib/connections/port-map';
import { t, type MessageKey } from '@/lib/i18n';
import type { PoeStatus, SwitchPort } from '@/lib/model/switch-port';
import { numberText } from '@/lib/i18n/number';
import { powerText, speedText } from './connections';

type Port = Omit<SwitchPort, 'macs'>;

/** What Power over Ethernet of a port is at. */
const poeWords = {
  disabled: 'ports_poe_disabled',
  searching: 'ports_poe_searching',
  'delivering power': 'ports_poe_delivering',
  'test mode': 'ports_poe_test',
  fault: 'ports_poe_fault',
  'other fault': 'ports_poe_other_fault',
  'requesting power': 'ports_poe_requesting',
} as const satisfies Record<PoeStatus, MessageKey>;

/** By what ports are looked for. */
export const portFilterWords = {
  free: 'ports_filter_free',
  poe: 'ports_filter_poe',
  unknown: 'ports_filter_unknown',
} as const satisfies Record<string, MessageKey>;

/** Why a MAC that nothing documents names no device. */
export const vagueWords = {
  private: 'ports_private',
  several: 'ports_several',
} as const satisfies Record<string, MessageKey>;

/** `Port 12`, `Link aggregate trunk1`. */
export const portName = ({ id }: Port): string =>
  t(/^\d+$/.test(id) ? 'ports_port' : 'ports_aggregate', [id]);

export function stateText({ enabled, up }: Port): string {
  if (enabled === false) return t('ports_disabled');
  if (up === null) return t('ports_state_unknown');
  return t(up ? 'ports_up' : 'ports_down');
}

/** `PoE 6.4 W of 15 W`, else what it is at; `null` for a port without PoE. */
export function poeText(port: Port): string | null {
  if (port.poe === null) return null;
  if (port.poe.enabled === false) return t('ports_poe_disabled');
  const { status } = port.poe;
  if (isFault(port)) return t(poeWords[status === 'fault' ? 'fault' : 'other fault']);
  return powerText(port) ?? t(status === null ? 'ports_poe_unknown' : poeWords[status]);
}

export const isFault = ({ poe }: Port): boolean =>
  poe?.status === 'fault' || poe?.status === 'other fault';

export const givesPower = ({ poe }: Port): boolean => poe?.status === 'delivering power';

/** What is known of a port, part by part: state, use, speed, PoE, VLAN, description. */
export function portFacts(port: Port, use: PortUse): readonly string[] {
  return [
    stateText(port),
    use === 'uplink' ? t('ports_uplink') : null,
    port.speed === null ? null : speedText(port.speed),
    poeText(port),
    port.vlan === null ? null : t('connections_vlan', [String(port.vlan)]),
    port.description,
  ].filter((part) => part !== null);
}

/** `1G`, `2.5G`, `100M`: as it is printed beside a port. `speed`: Mbit/s. */
export const shortSpeed = (speed: number): string =>
  speed >= 1000 ? `${numberText(speed / 1000)}G` : `${speed}M`;
