import { readViewer } from '@/lib/access/viewer';
import type { ActivityEvent } from '@/lib/model/activity';
import { ProblemError } from '@/lib/model/problem-error';
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
  /** See the vault. @throws ProblemError where the company requires one that is to be removed */
  protect(passphrase: string | null, current: string | null): Promise<boolean>;
  /** Wipes the keys, for who forgot the passphrase, and nothing else. */
  forget(): Promise<void>;
  /** Whether the company requires a passphrase: keys that none protects leave the profile, or come back to it. */
  require(required: boolean): Promise<void>;
  /** The browser started: what a passphrase protects is locked. */
  start(): Promise<void>;
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
  /** Whether the company requires a passphrase. */
  readonly isRequired: () => Promise<boolean>;
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
  /** Kept until it changes: it is asked for with every message. */
  let delay: Promise<number> | undefined;

  const isUnlocked = async () => (await vault.state()) === 'unlocked';

  async function lastUse(): Promise<number> {
    last ??= Number((await options.lastUse.load()) ?? now());
    return last;
  }

  const lockDelay = () =>
    (delay ??= readSettings(store).then(
      ({ lockAfterMinutes }) => lockAfterMinutes,
      (error: unknown) => {
        delay = undefined;
        throw error;
      },
    ));

  /** When the keys are to be locked, milliseconds since 1970; `null`: not by time. */
  async function lockedAt(): Promise<number | null> {
    if (!(await isUnlocked())) return null;
    const lockAfterMinutes = await lockDelay();
    return lockAfterMinutes === 0 ? null : (await lastUse()) + lockAfterMinutes * 60_000;
  }

  async function reschedule(): Promise<void> {
    delay = undefined;
    await alarms.lockAt(await lockedAt());
  }

  async function noteUse(): Promise<void> {
    last = now();
    await options.lastUse.save(String(last));
    await reschedule();
  }

  /** @param by what did it, where no person did */
  const note = async (event: ActivityEvent, by?: 'sync') => {
    const who = by ?? (await readViewer(store)).name;
    await write(store, (transaction) =>
      stored.log(transaction, new Date(now()).toISOString(), event, who),
    );
  };

  /** Nobody asks with the keys any more, for now. */
  async function atRest(): Promise<void> {
    source.forget();
    await engine.pause();
    await alarms.update();
    await reschedule();
    committed();
  }

  async function lock(reason?: 'without-use' | 'browser-start'): Promise<void> {
    if (!(await isUnlocked())) return;
    await vault.lock();
    await note({ kind: 'keys-locked', ...(reason && { reason }) }, reason && 'sync');
    await atRest();
  }

  /** Other keys, or the same ones for use again. */
  async function renewed(event: ActivityEvent): Promise<void> {
    source.forget();
    await note(event);
    await noteUse();
    committed();
    options.goOn();
  }

  async function forget(reason?: 'no-passphrase'): Promise<void> {
    await engine.stop();
    await write(store, async (transaction) => {
      await writeMeta(transaction, 'keysForgotten', true);
      await stored.failedCredentials.clear(transaction);
    });
    await vault.clear();
    await note({ kind: 'keys-forgotten', ...(reason && { reason }) }, reason && 'sync');
    source.forget();
    await engine.reschedule();
    await reschedule();
    committed();
  }

  return {
    lock: () => lock(),
    reschedule,
    async unlock(passphrase) {
      const right = await vault.unlock(passphrase);
      if (right) await renewed({ kind: 'keys-unlocked' });
      return right;
    },
    async protect(passphrase, current) {
      if (passphrase === null && (await options.isRequired()))
        throw new ProblemError({ kind: 'managed' });
      const right = await vault.protect(passphrase, current);
      if (right) await renewed({ kind: protectedBy(passphrase, current) });
      return right;
    },
    forget: () => forget(),
    async require(required) {
      const state = await vault.state();
      if (required && state === 'open') {
        await vault.withhold();
        await atRest();
      } else if (!required && state === 'withheld' && (await vault.protect(null, null))) {
        source.forget();
        committed();
        options.goOn();
      }
    },
    start: () => lock('browser-start'),
    async check() {
      if (await vault.isLost()) await forget('no-passphrase');
      const at = await lockedAt();
      if (at !== null && at <= now()) await lock('without-use');
    },
    async used() {
      if ((await isUnlocked()) && now() - (await lastUse()) >= useMs) await noteUse();
    },
  };
}

const protectedBy = (passphrase: string | null, current: string | null) =>
  passphrase === null
    ? 'passphrase-removed'
    : current === null
      ? 'passphrase-set'
      : 'passphrase-changed';
