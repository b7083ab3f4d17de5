import type { UserId } from '@/lib/model/ids';
import type { UndoStep } from '@/lib/model/undo';
import * as stored from '@/lib/store/stored';
import type { WriteTransaction } from '@/lib/store/schema';

type Rows = Pick<UndoStep, 'networks' | 'devices' | 'sharings' | 'configurations'>;

/** An action of a person: one step of the history of its lists, about however many rows. */
export type Action = Pick<UndoStep, 'lists' | 'at' | 'action'> & {
  readonly name?: string;
} & Partial<Rows>;

/** Keeps an action, so that it can be taken back; one that changed no row is none. */
export async function remember(
  transaction: WriteTransaction,
  { userId }: { readonly userId: UserId | null },
  { name, networks = [], devices = [], sharings = [], configurations = [], ...action }: Action,
): Promise<void> {
  if (userId === null) return;
  if (networks.length + devices.length + sharings.length + configurations.length === 0) return;
  const rows: Rows = { networks, devices, sharings, configurations };
  await stored.undoSteps.add(transaction, { ...action, ...rows, name: name ?? null, userId });
}
