import { configurationMatching } from './configuration-matching';
import { configurations } from './configurations';
import { devices } from './devices';
import { networks } from './networks';
import { organizationMatching } from './organization-matching';
import { organizations } from './organizations';

/** What a sync does, in its order. */
export const stages = [
  networks,
  devices,
  organizations,
  organizationMatching,
  configurations,
  configurationMatching,
];
