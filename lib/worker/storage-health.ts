import type { Problem } from '@/lib/model/problem';
import { storageProblem } from '@/lib/store/failure';
import { NotBegun } from '@/lib/store/room';
import type { VaultSession } from '@/lib/vault/vault';
import type { Platform } from './platform';

const alarm = 'storage';

/** Whether the browser stores what it is given: where it does not, that cannot be stored either. */
export interface StorageHealth {
  /** Why nothing can be stored now; `null` where it can. */
  readonly problem: () => Promise<Problem | null>;
  /**
   * Before the database is opened: where a write was broken off, its files are written anew first.
   * @throws where there is no room for that, or to open it
   */
  readonly opening: (mend: () => Promise<void>) => Promise<void>;
  /** Remembers the failure, if it is the storage's, and has the worker woken until it has passed. */
  readonly failed: (error: unknown) => void;
  /** Whether something failed and nothing was stored since. */
  readonly isFailing: () => Promise<boolean>;
  /** Something was stored again. @param mend as of `opening` */
  readonly worked: (mend: () => Promise<void>) => Promise<void>;
}

/** @param broken outlives the worker: a write was broken off, and the files were not written anew since */
export function createStorageHealth(
  { room, browser: { alarms } }: Pick<Platform, 'room' | 'browser'>,
  broken: VaultSession,
): StorageHealth {
  let remembered: Problem | null = null;

  async function note(error: unknown, problem: Problem): Promise<void> {
    if (!(error instanceof NotBegun)) await broken.save('1');
    // For as long as there is no room, the disk itself says so.
    if (!(await room.mayWrite('fresh')) && remembered === problem) remembered = null;
    if (!(await isFailing())) await alarms.create(alarm, { periodInMinutes: 0.5 });
  }
  const isFailing = async () => (await alarms.getAll()).some(({ name }) => name === alarm);

  return {
    async problem() {
      return (await room.mayWrite()) ? remembered : { kind: 'storage-full' };
    },
    async opening(mend) {
      const isBroken = (await broken.load()) !== null;
      const mayWrite = await room.mayWrite('fresh');
      // To open it with half a record at the end of its files is what harms it: once, and with room to mend them.
      if (!mayWrite && (isBroken || !(await room.mayOpen()))) throw new NotBegun();
      // While the disk was full another's write may have been broken off as well.
      if (isBroken || (mayWrite && (await isFailing()))) await mend();
      await broken.save(null);
    },
    failed(error) {
      const problem = storageProblem(error);
      if (!problem) return;
      remembered = problem;
      note(error, problem).catch(() => undefined);
    },
    isFailing,
    async worked(mend) {
      remembered = null;
      if ((await broken.load()) !== null) await mend();
      await broken.save(null);
      await alarms.clear(alarm);
    },
  };
}
