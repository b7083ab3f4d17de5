import type { DattoNetwork } from '../datto/state';
import type { OrganizationRow } from '../itglue/state';
import { TenantBuilder } from './builder';
import { documentNetwork } from './demo-devices';
import { addPeople } from './demo-people';
import { companyName, networkName } from './names';
import type { Tenant } from './tenant';

export interface TenantSize {
  /** Same seed and size, same tenant. */
  seed?: number;
  organizations?: number;
  /** Each belongs to one of the organizations, in turn, but for one in twenty that belongs to none. */
  networks?: number;
  /** Spread over the networks: three quarters access points, then switches, power strips, few routers. */
  devices?: number;
  /** The part of the networks (that have an owner) whose devices are documented in IT Glue (0 to 1). */
  documented?: number;
  /** Milliseconds since the epoch that all dates are relative to. */
  now?: number;
}

/** A tenant of any size with realistic names. The named cases are in the demo tenant; this one is for numbers. */
export function generateTenant(size: TenantSize = {}): Tenant {
  const {
    seed = 1,
    organizations = 40,
    networks = 50,
    devices = 600,
    documented = 0.8,
    now = Date.now(),
  } = size;
  const builder = new TenantBuilder(seed, now);
  const { random } = builder;
  const taken = new Set<string>();
  const owners = Array.from({ length: organizations }, () =>
    builder.organization({ name: companyName(random, taken) }),
  );
  const made: { network: DattoNetwork; owner: OrganizationRow | undefined }[] = [];
  for (let index = 0; index < networks; index += 1) {
    const owner = index % 20 === 19 ? undefined : owners[index % Math.max(1, owners.length)];
    const name = owner === undefined ? companyName(random, taken) : networkName(random, owner.name);
    made.push({ network: builder.network({ name }), owner });
  }
  for (let index = 0; index < devices && made.length > 0; index += 1) {
    const network = made[index % made.length]?.network;
    if (network === undefined) break;
    const share = random.next();
    if (share < 0.75) builder.accessPoint(network, random.chance(0.05) ? { down: true } : {});
    else if (share < 0.92) builder.switch(network);
    else if (share < 0.99) builder.powerStrip(network);
    else builder.router(network);
  }
  for (const { network, owner } of made) {
    builder.ssid(network, { ssid_num: 1 });
    if (random.chance(0.5)) {
      builder.ssid(network, {
        ssid_num: 2,
        wifi_auth_type: random.pick(['open', 'sae', 'wpa-mixed-psk', 'wpa-2only-e']),
      });
    }
    if (owner !== undefined && random.chance(documented)) documentNetwork(builder, owner, network);
  }
  const ids = owners.map(({ id }) => id);
  addPeople(builder, ids.slice(0, ids.length / 4), ids.slice(ids.length / 4, ids.length / 2));
  return builder.tenant;
}
