import { refusals } from '@/components/state/problems.fixture';
import { deviceKey } from '@/lib/model/device';
import { configurationId } from '@/lib/model/ids';
import type { ArchivingView, CreationView } from '@/lib/views/matching';
import { nameAt } from './matching-tenant.fixture';

const creationRow = (
  place: number,
  row: Partial<CreationView['rows'][number]>,
): CreationView['rows'][number] => ({
  deviceKey: deviceKey('switch', `created ${place}`),
  name: nameAt(place),
  state: 'waiting',
  refusal: null,
  configurationId: null,
  missing: null,
  ...row,
});

/** A creation of configurations half way. */
export const creationAtWork: CreationView = {
  id: 'batch',
  state: 'open',
  total: 4,
  created: 1,
  refused: 0,
  stopped: 0,
  rows: [
    creationRow(1, { state: 'created', configurationId: configurationId(1) }),
    creationRow(2, { state: 'found', configurationId: configurationId(2) }),
    creationRow(3, {}),
    creationRow(4, {}),
  ],
};

/** A creation that is done, with a row for each refusal. */
export const creationDone: CreationView = {
  ...creationAtWork,
  state: 'done',
  total: 3 + Object.keys(refusals).length,
  created: 2,
  refused: Object.keys(refusals).length,
  stopped: 3,
  rows: [
    ...creationAtWork.rows.slice(0, 2),
    creationRow(5, {
      state: 'created',
      configurationId: configurationId(5),
      missing: 'serial-number',
    }),
    ...Object.values(refusals).map((refusal, place) =>
      creationRow(6 + place, { state: 'refused', refusal }),
    ),
  ],
};

/** Created configurations that are archived again: half way, and with a row for each refusal. */
export const archivingAtWork: ArchivingView = {
  id: 'batch',
  state: 'open',
  rows: [
    { configurationId: configurationId(1), name: nameAt(1), state: 'archived', refusal: null },
    { configurationId: configurationId(2), name: nameAt(2), state: 'waiting', refusal: null },
  ],
};
export const archivingDone: ArchivingView = {
  ...archivingAtWork,
  state: 'done',
  rows: [
    ...archivingAtWork.rows.slice(0, 1),
    ...Object.values(refusals).map((refusal, place) => ({
      configurationId: configurationId(3 + place),
      name: nameAt(place),
      state: 'refused' as const,
      refusal,
    })),
  ],
};
