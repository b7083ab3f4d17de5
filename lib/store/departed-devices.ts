import { table } from './table';

/** Devices that Datto no longer has and about which something was decided. */
export const departedDevices = table('departedDevices');
