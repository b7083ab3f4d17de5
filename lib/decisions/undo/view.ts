import type { Viewer } from '@/lib/access/access';
import type { UndoLists } from '@/lib/model/undo';
import { read } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { NotUndoneView } from '@/lib/model/undo-view';
import type { UndoView } from '@/lib/views/matching';
import { readTeamMarks } from '../team-mark';
import { readFacts } from './facts';
import { countOf, judge, type Left } from './judge';

/** So many rows that are left as they are, are named. */
const named = 5;

/**
 * What Undo would take back on lists: the user's last action there of which anything still can be.
 * @param now milliseconds since 1970
 * @returns `null` where there is nothing to say either
 */
export async function readUndo(
  store: Database,
  viewer: Viewer,
  lists: UndoLists,
  now: number,
): Promise<UndoView | null> {
  const { next, left } = await read(store, async (from) => {
    const left: Left[] = [];
    for (const id of await stored.undoSteps.of(from, lists)) {
      const step = await stored.undoSteps.get(from, id);
      if (!step || step.userId !== viewer.userId || stored.undoSteps.isOver(step, now)) continue;
      const judged = judge(step, await readFacts(from, step), viewer);
      const count = countOf(judged);
      if (!step.told) left.push(...judged.left);
      if (count === 0) continue;
      const { networks, devices, sharings, configurations } = judged;
      const [row] = [...networks, ...devices, ...sharings, ...configurations];
      const name = step.name ?? (count === 1 && row ? row.name : null);
      return { next: { step: id, action: step.action, count, name }, left };
    }
    return { next: null, left };
  });
  const told = await notUndone(store, left);
  return next || told ? { next, notUndone: told } : null;
}

/** Rows that are left as they are, with who of the company decided them. */
export async function notUndone(
  store: Database,
  left: readonly Left[],
): Promise<NotUndoneView | null> {
  if (left.length === 0) return null;
  const first = left.slice(0, named);
  const keys = first.flatMap(({ shared }) => shared?.key ?? []);
  const markOf = await readTeamMarks(store, keys);
  return {
    count: left.length,
    first: first.map(({ name, why, by, shared }) => {
      const mark = shared && markOf(shared.key, shared.stands);
      return { name, why, by: by ?? (mark?.by || null) };
    }),
  };
}
