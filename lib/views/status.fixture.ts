import type { StatusView } from './status';

/** A tenant that is connected, synced and well. */
export const sampleStatus: StatusView = {
  status: { state: 'ok', at: '2026-03-05T10:00:00Z' },
  lastSync: { at: '2026-03-05T10:00:00Z', problems: [], skipped: [], oddFields: [] },
  nextSync: '2026-03-06T10:00:00Z',
  refusedParts: [],
  vendorIntegration: false,
  team: { shared: false, waiting: 0, unreached: false, syncing: null, outdated: false },
  switchedOff: null,
  access: 'all',
  fresh: { networks: 0, devices: 0, findings: 0 },
  networks: { matched: 13, unmatched: 2, ignored: 1 },
  devices: { matched: 118, unmatched: 32, ignored: 4 },
};
