import type { UndoLists, UndoStep } from '@/lib/model/undo';
import type { WriteTransaction } from './schema';
import { by, reading, type Reader } from './table';

/** How long an action can be taken back, milliseconds. */
const keptMs = 24 * 60 * 60_000;

/** A step with its number: a later one has a higher, and none is given twice. */
export interface NumberedStep {
  readonly id: number;
  readonly step: UndoStep;
}

/** The lists of the devices of any organization. */
const devicesOfAll = () => IDBKeyRange.bound('devices ', 'devices \uffff');

const ofList = by('undoSteps', 'list');

/** What people did on each list, to be taken back. */
export const undoSteps = {
  async get(from: Reader, id: number): Promise<UndoStep | undefined> {
    return reading(from, 'undoSteps').get(id);
  },
  /** Adds an action, and forgets those of more than a day before. */
  async add(transaction: WriteTransaction, step: UndoStep): Promise<void> {
    const store = transaction.objectStore('undoSteps');
    const now = Date.parse(step.at);
    for (
      let cursor = await store.openCursor();
      cursor && now - Date.parse(cursor.value.at) > keptMs;
      cursor = await cursor.continue()
    )
      await cursor.delete();
    await store.add(step);
  },
  async put(transaction: WriteTransaction, { id, step }: NumberedStep): Promise<void> {
    await transaction.objectStore('undoSteps').put(step, id);
  },
  async remove(transaction: WriteTransaction, id: number): Promise<void> {
    await transaction.objectStore('undoSteps').delete(id);
  },
  /** The numbers of the actions on lists, the newest first. */
  async of(from: Reader, lists: UndoLists): Promise<number[]> {
    const found =
      lists === 'all-devices'
        ? await reading(from, 'undoSteps').index('list').getAllKeys(devicesOfAll())
        : await ofList.keysOf(from, lists);
    return [...new Set(found)].sort((a, b) => b - a);
  },
  /** Whether it is too long ago to be taken back. @param now milliseconds since 1970 */
  isOver: ({ at }: UndoStep, now: number): boolean => now - Date.parse(at) > keptMs,
};
