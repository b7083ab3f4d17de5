import type { Viewer } from '@/lib/access/access';
import type { NetworkId, OrganizationId } from '@/lib/model/ids';
import { portalAddress } from '@/lib/model/portal';
import { readMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import { networkList } from '@/lib/views/lists/network-rows';
import type { NetworksQuestion } from '@/lib/views/lists/question';
import type { NetworkRow, NetworksView, OrganizationsView } from '@/lib/views/matching';
import { countFindings } from './findings';
import { networkRows } from './network-rows';
import { readNew } from './new-rows';
import { readTeamMarks } from './team-mark';
import { readUndo } from './undo/view';

/** The networks that the question asks for, of those that the person may see. @param now milliseconds since 1970 */
export async function networksView(
  store: Database,
  viewer: Viewer,
  question: NetworksQuestion,
  now: number,
): Promise<NetworksView> {
  const { access } = viewer;
  const rows = decides(viewer) ? await rowsOf(store, viewer, now) : [];
  const list = networkList(rows, question);
  if (!decides(viewer)) return { access, ...list, portal: null, overruled: [], undo: null };
  const [connection, marked, undo] = await Promise.all([
    readMeta(store, 'connection'),
    withMarks(store, rows, list.rows),
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

/** The networks, those marked that are new since the list was looked at last. */
async function rowsOf(
  store: Database,
  viewer: Viewer,
  now: number,
): Promise<readonly NetworkRow[]> {
  const [rows, fresh] = await Promise.all([
    networkRows(store, viewer),
    readNew(store, 'networks', now),
  ]);
  if (fresh.size === 0) return rows;
  return rows.map((row) => (fresh.has(row.id) ? { ...row, isNew: true } : row));
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

const decides = ({ access }: Viewer): boolean => access === 'all' || access === 'own';

const markKey = (id: NetworkId) => `n:${id}`;

/** The window's rows with who of the company decided them, and those of all that another overruled. */
async function withMarks(
  store: Database,
  all: readonly NetworkRow[],
  window: readonly NetworkRow[],
): Promise<Pick<NetworksView, 'rows' | 'overruled'>> {
  const keys = new Set(Object.keys((await readMeta(store, 'teamOverruled')) ?? {}));
  const lost = keys.size === 0 ? [] : all.filter(({ id }) => keys.has(markKey(id)));
  const markOf = await readTeamMarks(
    store,
    [...window, ...lost].map(({ id }) => markKey(id)),
  );
  const marked = (row: NetworkRow): NetworkRow => {
    const stands = row.state === 'ignored' ? 'ignored' : (row.organization?.id ?? 'none');
    return { ...row, team: markOf(markKey(row.id), stands) };
  };
  return {
    rows: window.map(marked),
    overruled: lost
      .map(marked)
      .filter(({ team }) => team?.overruled)
      .map(({ name, team }) => ({ name, team })),
  };
}
