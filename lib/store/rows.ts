import { by, table } from './table';

/** What was read of Datto and IT Glue. */
export const networks = table('networks');
export const devices = { ...table('devices'), ofNetwork: by('devices', 'network') };
export const organizations = table('organizations');
export const configurations = {
  ...table('configurations'),
  ofOrganization: by('configurations', 'organization'),
};
export const users = table('users');
