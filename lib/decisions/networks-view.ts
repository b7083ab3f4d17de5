import type { Viewer } from '@/lib/access/access';
import type { OrganizationId } from '@/lib/model/ids';
import { portalAddress } from '@/lib/model/portal';
import { readMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import { networkList } from '@/lib/views/lists/network-rows';
import type { NetworksQuestion } from '@/lib/views/lists/question';
import type { NetworkRow, NetworksView, OrganizationsView } from '@/lib/views/matching';
import { countFindings } from './findings';
import { withMarks, withNew } from './list-marks';
import { networkRows } from './network-rows';
import { readNew } from './new-rows';
import { readUndo } from './undo/view';

/** The networks that the question asks for, of those that the person may see. @param now milliseconds since 1970 */
export async function networksView(
  store: Database,
  viewer: Viewer,
  question: NetworksQuestion,
  now: number,
): Promise<NetworksView> {
  const { access } = viewer;
  if (!decides(viewer))
    return { access, ...networkList([], question), portal: null, overruled: [], undo: null };
  const [known, isNew] = await Promise.all([networkRows(store, viewer), readNew(store, now)]);
  const rows = withNew(known, isNew.on('networks'), ({ id }) => id);
  const list = networkList(rows, question);
  const [connection, marked, undo] = await Promise.all([
    readMeta(store, 'connection'),
    withMarks(store, rows, list.rows, keyOf, standsOf),
    readUndo(store, viewer, ['networks'], now),
  ]);
  return {
    access,
    ...list,
    portal: connection ? portalAddress(connection) : null,
    ...marked,
    undo,
  };
}

/** The organizations whose devices the person may match, and how many findings are open. */
export async function organizationsView(
  store: Database,
  viewer: Viewer,
): Promise<OrganizationsView> {
  const { access } = viewer;
  if (!decides(viewer)) return { access, organizations: [], openFindings: 0 };
  const [rows, openFindings] = await Promise.all([
    networkRows(store, viewer),
    countFindings(store, viewer),
  ]);
  const matched = new Map<OrganizationId, { name: string; unmatchedDevices: number }>();
  for (const { organization, unmatchedDevices } of rows)
    if (organization)
      matched.set(organization.id, {
        name: organization.name,
        unmatchedDevices: (matched.get(organization.id)?.unmatchedDevices ?? 0) + unmatchedDevices,
      });
  return {
    access,
    organizations: [...matched]
      .map(([id, each]) => ({ id, ...each }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    openFindings,
  };
}

export const decides = ({ access }: Viewer): boolean => access === 'all' || access === 'own';

const keyOf = ({ id }: NetworkRow) => `n:${id}`;
const standsOf = ({ state, organization }: NetworkRow) =>
  state === 'ignored' ? 'ignored' : (organization?.id ?? 'none');
