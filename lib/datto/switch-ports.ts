import * as z from 'zod/mini';
import { parseMac } from '@/lib/model/mac';
import { poeStatuses, type PoeStatus, type SwitchPort } from '@/lib/model/switch-port';
import type { OddFields } from '@/lib/wire/odd-fields';
import { list } from '@/lib/wire/shapes';
import { flag, id, number, text } from './fields';

/** A switch's own answer, of which only the ports count here. */
export const switchWithPorts = z.object({ ports: z.nullish(list) });

/** A port, as only a switch's own call has it. Source: `api/switch_management.md` of `cloudtrax/docs`. */
const wirePort = z.object({
  id,
  enable: flag,
  status: text,
  description: text,
  link_speed_neg: number,
  uplink: flag,
  vlan_id: number,
  type: text,
  poe: z.nullish(
    z.object({ enable: flag, status: text, power_draw_w: number, power_limit_user_w: number }),
  ),
  connected_device_mac_list: z.nullish(z.array(z.unknown())),
});

/** @throws ZodError */
export function toSwitchPort(row: unknown, odd: OddFields): SwitchPort {
  const wire = odd.parse('switch-port', wirePort, row);
  const macs = (wire.connected_device_mac_list ?? []).flatMap(
    (mac) => (typeof mac === 'string' ? parseMac(mac) : null) ?? [],
  );
  return {
    id: wire.id,
    enabled: wire.enable,
    up: wire.status === 'up' ? true : wire.status === 'down' ? false : null,
    description: wire.description,
    speed: wire.link_speed_neg || null,
    uplink: wire.uplink ?? false,
    vlan: wire.vlan_id || null,
    poe:
      wire.poe && wire.type !== 'eth'
        ? {
            enabled: wire.poe.enable,
            status: poeStatus(wire.poe.status),
            draw: wire.poe.power_draw_w,
            limit: wire.poe.power_limit_user_w || null,
          }
        : null,
    macs: [...new Set(macs)],
  };
}

function poeStatus(word: string | null): PoeStatus | null {
  const lower = word?.toLowerCase();
  return poeStatuses.find((known) => known === lower) ?? null;
}
