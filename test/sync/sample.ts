import { organization } from '@/lib/model/samples.fixture';
import { configuration, device, emptyTenant, network, user } from './tenant';
import type { Tenant } from './tenant';

/**
 * Two customers with a device of every rule, and a network that belongs to no organization:
 * - `n1` Acme is `o1`: `switch 1` fits `c1` by MAC and IP, `access-point 1` fits `c2` by MAC,
 *   `router 1` has the name of `c3`, `managed-power 1` fits nothing
 * - `n2` Bolt is `o2`: `switch 2` fits `c4` by MAC
 * - `n3` has no organization
 */
export function sampleTenant(): Tenant {
  return {
    ...emptyTenant(),
    networks: [network('n1', 'Acme'), network('n2', 'Bolt'), network('n3', 'Lab')],
    devices: [
      device('switch', '1', {
        network: 'n1',
        mac: '00000000000a',
        ip: '10.0.0.1',
        name: 'Core switch',
      }),
      device('access-point', '1', { network: 'n1', mac: '00000000000b', name: 'Lobby' }),
      device('router', '1', { network: 'n1', mac: '00000000000c', name: 'Edge router' }),
      device('managed-power', '1', { network: 'n1', mac: '00000000000d', name: 'Rack power' }),
      device('switch', '2', { network: 'n2', mac: '00000000000e', name: 'Bolt switch' }),
      device('switch', '3', { network: 'n3', mac: '00000000000f', name: 'Lab switch' }),
    ],
    organizations: [
      organization('o1', 'ACME'),
      organization('o2', 'Bolt'),
      organization('o3', 'Crane'),
    ],
    configurations: [
      configuration('c1', { organization: 'o1', mac: '00000000000a', ip: '10.0.0.1' }),
      configuration('c2', { organization: 'o1', mac: '00000000000b' }),
      configuration('c3', { organization: 'o1', name: 'Edge Router' }),
      configuration('c4', { organization: 'o2', mac: '00000000000e' }),
      configuration('c5', { organization: 'o3', mac: '00000000000f' }),
    ],
    users: [user('u1', 'Ann'), user('u2', 'Bob')],
  };
}
