import type { SyncClients } from '../clients';
import type { StageOrder } from '../stage';
import { configurationMatching } from './configuration-matching';
import { configurations } from './configurations';
import { connections } from './connections';
import { devices } from './devices';
import { networks } from './networks';
import { organizationMatching } from './organization-matching';
import { organizations } from './organizations';
import { sparing } from './spared';

/** What a sync does, in its order; both APIs are read at once, each list as soon as it is known what is to be read. */
export const stages: StageOrder<SyncClients> = [
  [
    networks,
    sparing(organizations, 'organizations'),
    organizationMatching,
    devices,
    sparing(configurations, 'configurations'),
  ],
  configurationMatching,
  connections,
];
