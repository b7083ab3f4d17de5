import type { Viewer } from '@/lib/access/access';
import type { Journal } from '@/lib/journal/journal';
import type { OrganizationId } from '@/lib/model/ids';
import type { DeviceChange, NetworkChange, UndoLists, UndoStep } from '@/lib/model/undo';
import type { Undone } from '@/lib/model/undo-view';
import { write } from '@/lib/store/open';
import type { WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { DecisionResult } from '@/lib/views/matching';
import { byViewer, type By, type MatchingContext } from '../context';
import { planArchiving } from '../create/archive';
import { answered, DecisionRefused } from '../decision-refused';
import type { Refresher } from '../refresh';
import { apply } from './apply';
import { readFacts } from './facts';
import { countOf, judge, type Judged } from './judge';
import { notUndone } from './view';

/** What of an action is taken back, if not all, and where. */
interface Part {
  readonly about: (change: DeviceChange) => boolean;
  readonly where: By['where'];
}

export interface Undo {
  /**
   * Takes back an action as far as nobody decided otherwise since, as decisions of now.
   * @param on where it was offered, if not on the action's own lists
   */
  step(viewer: Viewer, id: number, part?: Part, on?: UndoLists): Promise<DecisionResult>;
}

export function createUndo(options: {
  readonly context: MatchingContext;
  readonly journal: Journal;
  readonly refresher: Refresher;
  /** Told when there is something to archive. */
  readonly planned: () => void;
}): Undo {
  const { context, journal, refresher } = options;
  const { store } = context;

  async function step(
    viewer: Viewer,
    id: number,
    part?: Part,
    on?: UndoLists,
  ): Promise<DecisionResult> {
    const by: By = { ...byViewer(context, viewer), ...(part?.where && { where: part.where }) };
    const done = await write(store, async (transaction) => {
      const found = await stored.undoSteps.get(transaction, id);
      if (found?.userId !== viewer.userId || stored.undoSteps.isOver(found, context.now()))
        throw new DecisionRefused({ kind: 'decided-meanwhile' });
      const judged = judge(found, await readFacts(transaction, found), viewer, part?.about);
      const count = countOf(judged);
      if (count === 0) throw new DecisionRefused({ kind: 'decided-meanwhile' });
      const organizations = await organizationsOf(transaction, judged);
      const staying = await createdOrganizations(transaction, judged.networks);
      const { archiving, left } = await apply(transaction, judged, found.action === 'create', by);
      await planArchiving(transaction, { journal, newId: context.newId }, archiving, by, viewer);
      await keepRest(transaction, id, found, judged);
      await tellPassed(transaction, id, found, on ?? found.lists);
      return {
        count,
        archiving: archiving.length,
        staying,
        organizations,
        networks: judged.networks.map(({ networkId }) => networkId),
        left: [...judged.left, ...left],
      };
    });
    context.committed();
    if (done.archiving > 0) options.planned();
    for (const organization of done.organizations) await refresher.devices(organization);
    await refresher.networks(done.networks);
    const left = await notUndone(store, done.left);
    const undone: Undone = {
      ...(left && { notUndone: left }),
      ...(done.archiving > 0 && { archiving: done.archiving }),
      ...(done.staying.length > 0 && { staying: done.staying }),
    };
    const isPlain = Object.keys(undone).length === 0;
    return { ok: true, count: done.count, ...(!isPlain && { undone }) };
  }

  return { step: (viewer, id, part, on) => answered(() => step(viewer, id, part, on)) };
}

/** What could not be taken back stays: what is taken back on another list may make it possible. */
async function keepRest(
  transaction: WriteTransaction,
  id: number,
  step: UndoStep,
  done: Judged,
): Promise<void> {
  const without = <Row>(rows: readonly Row[], gone: readonly Row[]) =>
    rows.filter((row) => !gone.includes(row));
  const rest = {
    networks: without(step.networks, done.networks),
    devices: without(step.devices, done.devices),
    sharings: without(step.sharings, done.sharings),
    configurations: without(step.configurations, done.configurations),
  };
  if (Object.values(rest).every((rows) => rows.length === 0))
    await stored.undoSteps.remove(transaction, id);
  else {
    const told = done.left.length > 0 && { told: true as const };
    await stored.undoSteps.put(transaction, { id, step: { ...step, ...rest, ...told } });
  }
}

/** Later actions on the lists were passed over, and the person was told why. */
async function tellPassed(
  transaction: WriteTransaction,
  id: number,
  { userId }: UndoStep,
  lists: UndoLists,
): Promise<void> {
  const later = (await stored.undoSteps.of(transaction, lists)).filter((other) => other > id);
  for (const other of later) {
    const step = await stored.undoSteps.get(transaction, other);
    if (step?.userId === userId && !step.told)
      await stored.undoSteps.put(transaction, { id: other, step: { ...step, told: true } });
  }
}

/** The organizations whose devices are to be looked at again. */
async function organizationsOf(
  transaction: WriteTransaction,
  { networks, devices, configurations }: Judged,
): Promise<OrganizationId[]> {
  const found = new Set<OrganizationId>(configurations.map((row) => row.organizationId));
  for (const { before } of networks) {
    const organization = stored.matchedOrganization(before);
    if (organization !== null) found.add(organization);
  }
  const keys = devices.map(({ deviceKey }) => deviceKey);
  const rows = await stored.devices.getMany(transaction, keys);
  for (const network of new Set(rows.map(({ networkId }) => networkId))) {
    const organization = await stored.organizationOf(transaction, network);
    if (organization !== null) found.add(organization);
  }
  return [...found];
}

/** Names of the organizations that networks were created for. */
async function createdOrganizations(
  transaction: WriteTransaction,
  networks: readonly NetworkChange[],
): Promise<string[]> {
  const created = networks.flatMap(({ after }) =>
    after?.state === 'matched' && after.rule === 'created' ? [after.organizationId] : [],
  );
  return (await stored.organizations.getMany(transaction, created)).map(({ name }) => name);
}
