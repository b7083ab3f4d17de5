import { by, table } from './table';

/** What was last read of where MACs are, by what told it. */
export const sightings = {
  ...table('sightings'),
  ofNetwork: by('sightings', 'network'),
  ofMac: by('sightings', 'mac'),
};
