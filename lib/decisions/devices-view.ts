import type { Viewer } from '@/lib/access/access';
import type { OrganizationId } from '@/lib/model/ids';
import { ProblemError } from '@/lib/model/problem-error';
import { devicesLists } from '@/lib/model/undo';
import { readMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import { deviceList } from '@/lib/views/lists/device-rows';
import type { DevicesQuestion } from '@/lib/views/lists/question';
import type { DeviceRow, DevicesView } from '@/lib/views/matching';
import { configurationUrl } from './configuration-url';
import { readBatches } from './create/view';
import { deviceRows } from './device-rows';
import { withMarks, withNew } from './list-marks';
import { decides } from './networks-view';
import { readNew } from './new-rows';
import { readUndo } from './undo/view';

/**
 * The devices that the question asks for: an organization's, or of all that the person may see.
 * @param now milliseconds since 1970
 * @throws ProblemError `not-permitted` where the organization is another's
 */
export async function devicesView(
  store: Database,
  viewer: Viewer,
  question: DevicesQuestion,
  now: number,
): Promise<DevicesView> {
  const { access } = viewer;
  const { organizationId: id } = question;
  if (!decides(viewer))
    return {
      access,
      organization: id && { id, name: '' },
      ...deviceList([], question),
      overruled: [],
      ignored: [],
      batches: [],
      undo: null,
    };
  if (id !== null && !viewer.mayOrganization(id)) throw new ProblemError({ kind: 'not-permitted' });
  const organization = id === null ? null : await stored.organizations.get(store, id);
  if (organization === undefined) throw new ProblemError({ kind: 'not-found' });
  const connection = (await readMeta(store, 'connection')) ?? null;
  const [known, isNew] = await Promise.all([
    deviceRows(store, viewer, id, connection),
    readNew(store, now),
  ]);
  const rows = withNew(known, isNew.devices(known), ({ key }) => key);
  const list = deviceList(rows, question);
  const [marked, ignored, batches, undo] = await Promise.all([
    withMarks(store, rows, list.rows, keyOf, standsOf),
    id === null ? [] : readIgnored(store, id),
    readBatches(store, viewer, id),
    readUndo(store, viewer, id === null ? 'all-devices' : devicesLists(id), now),
  ]);
  return {
    access,
    organization: organization && { id: organization.id, name: organization.name },
    ...list,
    ...marked,
    ignored: ignored.map((each) => ({
      ...each,
      url: connection && id !== null ? configurationUrl(connection, id, each.id) : '',
    })),
    batches,
    undo,
  };
}

const keyOf = ({ key }: DeviceRow) => `d:${key}`;
const standsOf = ({ state, configuration }: DeviceRow) =>
  state === 'ignored' ? 'ignored' : (configuration?.id ?? 'none');

/** The organization's configurations about which nothing is asked any more, by name. */
async function readIgnored(store: Database, id: OrganizationId) {
  const ignored = await stored.ignoredConfigurations.keys(store);
  return (await stored.configurations.getMany(store, ignored))
    .filter(({ organizationId }) => organizationId === id)
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
