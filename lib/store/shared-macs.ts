import { table } from './table';

/** Configurations in use that have a MAC in common, as of the last sync. */
export const sharedMacs = table('sharedMacs');

/** Which of them a user said are so for a good reason. */
export const legitimateSharings = table('legitimateSharings');

/** Configurations that this extension created. */
export const createdConfigurations = table('createdConfigurations');
