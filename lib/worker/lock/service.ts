import { readSettings, writeMeta } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { ClientsSource } from '@/lib/sync/api-clients';
import type { Engine } from '@/lib/sync/engine';
import type { Vault, VaultSession } from '@/lib/vault/vault';
import type { Alarms } from '../alarms';

/** How exactly it is kept when the keys were last of use, milliseconds. */
const useMs = 30_000;

export interface LockService {
  /** @returns whether it is the right passphrase */
  unlock(passphrase: string): Promise<boolean>;
  lock(): Promise<void>;
  /** See the vault. */
  protect(passphrase: string | null, current: string | null): Promise<boolean>;
  /** Wipes the keys, for who forgot the passphrase, and nothing else. */
  forget(): Promise<void>;
  /** Locks what was not used for as long as is chosen; for every wake of the worker and every message. */
  check(): Promise<void>;
  /** A person did something. */
  used(): Promise<void>;
  /** Another delay was chosen. */
  reschedule(): Promise<void>;
}

/** When the passphrase locks the keys, and what waits then and goes on later. */
export function createLockService(options: {
  readonly store: Database;
  readonly vault: Vault;
  readonly source: Pick<ClientsSource, 'forget'>;
  readonly engine: Engine;
  readonly alarms: Alarms;
  /** Outlives the worker. */
  readonly lastUse: VaultSession;
  readonly now: () => number;
  readonly committed: () => void;
  /** Goes on with what waited. */
  readonly goOn: () => void;
}): LockService {
  const { store, vault, source, engine, alarms, now, committed } = options;
  let last: number | null = null;

  const isUnlocked = async () => (await vault.state()) === 'unlocked';

  async function lastUse(): Promise<number> {
    last ??= Number((await options.lastUse.load()) ?? now());
    return last;
  }

  /** When the keys are to be locked, milliseconds since 1970; `null`: not by time. */
  async function lockedAt(): Promise<number | null> {
    if (!(await isUnlocked())) return null;
    const { lockAfterMinutes } = await readSettings(store);
    return lockAfterMinutes === 0 ? null : (await lastUse()) + lockAfterMinutes * 60_000;
  }

  const reschedule = async () => alarms.lockAt(await lockedAt());

  async function noteUse(): Promise<void> {
    last = now();
    await options.lastUse.save(String(last));
    await reschedule();
  }

  async function lock(): Promise<void> {
    if (!(await isUnlocked())) return;
    await vault.lock();
    source.forget();
    await engine.pause();
    await alarms.update();
    await reschedule();
    committed();
  }

  /** Other keys, or the same ones for use again. */
  async function renewed(): Promise<void> {
    source.forget();
    await noteUse();
    committed();
    options.goOn();
  }

  return {
    lock,
    reschedule,
    async unlock(passphrase) {
      const right = await vault.unlock(passphrase);
      if (right) await renewed();
      return right;
    },
    async protect(passphrase, current) {
      const right = await vault.protect(passphrase, current);
      if (right) await renewed();
      return right;
    },
    async forget() {
      await engine.stop();
      await write(store, async (transaction) => {
        await writeMeta(transaction, 'keysForgotten', true);
        await stored.failedCredentials.clear(transaction);
      });
      await vault.clear();
      source.forget();
      await engine.reschedule();
      await reschedule();
      committed();
    },
    async check() {
      const at = await lockedAt();
      if (at !== null && at <= now()) await lock();
    },
    async used() {
      if ((await isUnlocked()) && now() - (await lastUse()) >= useMs) await noteUse();
    },
  };
}
