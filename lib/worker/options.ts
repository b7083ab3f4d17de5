import type { OptionsView } from '@/lib/views/options';
import { readViewer, readViewerOf } from '@/lib/access/viewer';
import type { SecretField } from '@/lib/model/connect';
import type { ActivityEvent } from '@/lib/model/activity';
import { ProblemError } from '@/lib/model/problem-error';
import type { PolicyValues } from '@/lib/model/policy';
import type { Settings } from '@/lib/model/settings';
import { isUnlockCode } from '@/lib/policy/unlock-code';
import { changeSettings, readMeta, readSettings } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import type { Engine } from '@/lib/sync/engine';
import type { PolicyService } from './policy/service';
import type { StatusService } from './status';
import type { Vault } from '@/lib/vault/vault';
import * as stored from '@/lib/store/stored';

/** New values of some of the settings. */
type SettingsChanges = {
  readonly [Name in keyof Settings]?: Settings[Name] | undefined;
};

export interface OptionsService {
  view(): Promise<OptionsView>;
  /**
   * Saves what is given and leaves the rest.
   * @param by that the portal shows the user who is chosen; or the code that the company may ask for otherwise
   * @throws ProblemError where the company has set one of them, or asks for another code
   */
  save(
    changes: SettingsChanges,
    by?: 'recognized' | { readonly unlockCode?: string | undefined },
  ): Promise<void>;
}

/** What the options page shows and changes, the connection aside. */
export function createOptionsService(options: {
  readonly store: Database;
  readonly vault: Vault;
  readonly engine: Engine;
  readonly status: StatusService;
  /** Told when another delay was chosen after which the keys are locked. */
  readonly relock: () => Promise<void>;
  readonly policy: Pick<PolicyService, 'view'>;
  /** What the company has set. */
  readonly managed: () => Promise<Partial<PolicyValues>>;
  readonly now: () => number;
  readonly committed: () => void;
}): OptionsService {
  const { store, vault, engine, status } = options;
  return {
    async view() {
      const state = await vault.state();
      const managed = await options.policy.view();
      const isManaged = (field: SecretField) => managed.fields.includes(field);
      const saved = state === 'locked' || (await vault.read()) !== null;
      const users = await stored.users.all(store);
      return {
        status: await status.status(),
        connection: (await readMeta(store, 'connection')) ?? null,
        saved: {
          dattoPublicKey: saved || isManaged('dattoPublicKey'),
          dattoSecretKey: saved || isManaged('dattoSecretKey'),
          itGlueApiKey: saved || isManaged('itGlueApiKey'),
        },
        passphrase: state === 'locked' || state === 'unlocked',
        settings: await readSettings(store),
        users: users
          .map(({ id, name, email, roleName }) => ({ id, name, email, roleName }))
          .sort((a, b) => a.name.localeCompare(b.name)),
        nextSync: (await readMeta(store, 'nextSync')) ?? null,
        managed,
      };
    },
    async save(changes, by) {
      const { fields } = await options.policy.view();
      if (changes.syncEveryHours !== undefined && fields.includes('syncEveryHours'))
        throw new ProblemError({ kind: 'managed' });
      const { userUnlock } = await options.managed();
      if (changes.userId !== undefined && userUnlock !== undefined && by !== 'recognized')
        if (!(await isUnlockCode(by?.unlockCode ?? '', userUnlock)))
          throw new ProblemError({ kind: 'managed' });
      const before = await readSettings(store);
      const { name: who } = await readViewer(store);
      const chosen =
        changes.userId === undefined ? null : await readViewerOf(store, changes.userId);
      await write(store, async (transaction) => {
        await changeSettings(transaction, () => withoutUndefined(changes));
        const events: ActivityEvent[] = [];
        const { syncEveryHours: everyHours, userId } = changes;
        if (everyHours !== undefined && everyHours !== before.syncEveryHours)
          events.push({ kind: 'schedule-changed', everyHours });
        if (chosen && userId !== before.userId)
          events.push({ kind: 'user-chosen', name: chosen.name || null });
        await stored.logAll(transaction, new Date(options.now()).toISOString(), events, who);
      });
      if (changes.syncEveryHours !== undefined) await engine.reschedule();
      if (changes.lockAfterMinutes !== undefined) await options.relock();
      options.committed();
    },
  };
}

const withoutUndefined = (changes: SettingsChanges): Partial<Settings> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
