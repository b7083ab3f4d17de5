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

/** What a sync does, in its order; both APIs are read at once. */
export const stages: StageOrder<SyncClients> = [
  [networks, devices, sparing(organizations, 'organizations')],
  organizationMatching,
  sparing(configurations, 'configurations'),
  configurationMatching,
  connections,
];
