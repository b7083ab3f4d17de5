import type { ItGlueCalls } from '@/lib/itglue/client';
import type { FlexibleAsset } from '@/lib/model/flexible-asset';
import type { FlexibleAssetTypeId } from '@/lib/model/ids';
import type { Password } from '@/lib/model/password';
import type { RunProblem } from '@/lib/model/run';
import type { LedgerEntry } from '@/lib/wireless/ledger';
import { slotKey } from '@/lib/wireless/slot';
import { endsRun, toProblem } from '../problems';

/** What was documented and no list shows: deleted, passed over, or out of the key's reach. */
export interface Unlisted {
  /** Passed over by the list's pages. */
  readonly records: readonly FlexibleAsset[];
  readonly passwords: readonly Password[];
  /** By `slotKey`: there or not, nothing may be made in their stead. */
  readonly unreadSlots: ReadonlySet<string>;
  readonly problems: readonly RunProblem[];
}

/**
 * Asks for each of the ledger's records and passwords that no list shows: a list leaves out without
 * a word what is out of the key's reach.
 * @param entries those whose lists were read
 * @param listed ids of records and passwords that a list shows
 * @throws ItGlueError where the run cannot go on
 */
export async function readUnlisted(
  itGlue: ItGlueCalls,
  typeId: FlexibleAssetTypeId | null,
  entries: readonly LedgerEntry[],
  listed: ReadonlySet<string>,
  subjectOf: (slot: string) => string | undefined,
  signal: AbortSignal,
): Promise<Unlisted> {
  const records: FlexibleAsset[] = [];
  const passwords: Password[] = [];
  const unreadSlots = new Set<string>();
  const problems: RunProblem[] = [];

  async function read<Row>(
    { slot }: LedgerEntry,
    kind: 'record' | 'password',
    id: string,
    ask: () => Promise<Row>,
  ): Promise<Row[]> {
    signal.throwIfAborted();
    try {
      return [await ask()];
    } catch (error) {
      if (endsRun(error, signal)) throw error;
      const problem = toProblem(error);
      if (problem.kind === 'not-found') return [];
      const key = slotKey(slot);
      unreadSlots.add(key);
      const subject = subjectOf(key) ?? ({ kind: 'row', row: { kind }, id } as const);
      problems.push({ stage: 'wireless', subject, problem });
      return [];
    }
  }

  for (const entry of entries) {
    const { record, password } = entry;
    // Without the type nothing tells whose its records are.
    if (record && typeId !== null && !listed.has(record.id)) {
      const found = await read(entry, 'record', record.id, () => itGlue.flexibleAsset(record.id));
      records.push(...found.filter((row) => row.typeId === typeId));
    }
    if (password && !listed.has(password.id))
      passwords.push(
        ...(await read(entry, 'password', password.id, () => itGlue.password(password.id))),
      );
  }
  return { records, passwords, unreadSlots, problems };
}
