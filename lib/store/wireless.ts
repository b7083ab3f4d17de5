import { by, table } from './table';

/** What documents each SSID, by `slotKey`; never a key. */
export const documentedSsids = { ...table('wireless'), ofRecord: by('wireless', 'record') };
