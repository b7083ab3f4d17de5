import type { FoundConfiguration } from '@/lib/model/finding';
import { configurationId } from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';
import type { FindingRow } from '@/lib/views/findings';

/** A switch of Acme's. */
const found = (
  id: number,
  name: string,
  more: Partial<FoundConfiguration> = {},
): FoundConfiguration => ({
  id: configurationId(id),
  name,
  url: `https://acme.itglue.com/7/configurations/${id}`,
  organizationName: 'Acme',
  typeName: 'Switch',
  matchedTo: null,
  origin: null,
  psaSynced: false,
  ...more,
});

/** A switch that was created here, and its PSA's copy. */
export const core: FindingRow = {
  key: '1+2',
  isNew: false,
  state: 'open',
  name: '00:00:00:00:00:0A',
  macs: ['00000000000a' as Mac, '00000000000b' as Mac],
  device: 'Core switch',
  configurations: [
    found(1, 'Core', { origin: { kind: 'ours' }, matchedTo: 'Core switch' }),
    found(2, 'CORE-01', {
      origin: { kind: 'later', at: '2026-03-05T12:00:00Z' },
      psaSynced: true,
    }),
  ],
  version: '',
};
/** Two things of two organizations. */
export const laptop: FindingRow = {
  key: '3+4',
  isNew: false,
  state: 'open',
  name: '00:00:00:00:00:01',
  macs: ['000000000001' as Mac],
  device: null,
  configurations: [found(3, 'Laptop'), found(4, 'Dock', { organizationName: 'Bolt' })],
  version: '',
};
/** What a user called legitimate. */
export const cluster: FindingRow = {
  ...laptop,
  key: '5+6',
  isNew: false,
  state: 'legitimate',
  name: '00:00:00:00:00:02',
  version: 'legitimate then 5+6',
};
