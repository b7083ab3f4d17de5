import * as z from 'zod/mini';
import { networkId } from '@/lib/model/ids';
import type { OddFields } from '@/lib/wire/odd-fields';
import type { Network } from '@/lib/model/network';
import { id, number, text } from './fields';

/** A row of `/network/list`. Source: `api/network_management.md` of `cloudtrax/docs`. */
const wireNetwork = z.object({ id, name: text, latitude: number, longitude: number });

/** @throws ZodError */
export function toNetwork(row: unknown, odd: OddFields): Network {
  const wire = odd.parse('network', wireNetwork, row);
  return {
    id: networkId(wire.id),
    // People need something to call it by; the vendor's own pages cannot save an empty name.
    name: wire.name ?? wire.id,
    latitude: wire.latitude,
    longitude: wire.longitude,
  };
}
