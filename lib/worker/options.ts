import type { OptionsView } from '@/lib/views/options';
import type { Settings } from '@/lib/model/settings';
import { changeSettings, readMeta, readSettings } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import type { Engine } from '@/lib/sync/engine';
import type { StatusService } from './status';
import type { Vault } from '@/lib/vault/vault';
import * as stored from '@/lib/store/stored';

/** New values of some of the settings. */
type SettingsChanges = {
  readonly [Name in keyof Settings]?: Settings[Name] | undefined;
};

export interface OptionsService {
  view(): Promise<OptionsView>;
  /** Saves what is given and leaves the rest. */
  save(changes: SettingsChanges): Promise<void>;
}

/** What the options page shows and changes, the connection aside. */
export function createOptionsService(options: {
  readonly store: Database;
  readonly vault: Vault;
  readonly engine: Engine;
  readonly status: StatusService;
  /** Told when another delay was chosen after which the keys are locked. */
  readonly relock: () => Promise<void>;
  readonly committed: () => void;
}): OptionsService {
  const { store, vault, engine, status } = options;
  return {
    async view() {
      const state = await vault.state();
      const saved = state === 'locked' || (await vault.read()) !== null;
      const users = await stored.users.all(store);
      return {
        status: await status.status(),
        connection: (await readMeta(store, 'connection')) ?? null,
        saved: {
          dattoPublicKey: saved,
          dattoSecretKey: saved,
          itGlueApiKey: saved,
        },
        passphrase: state === 'locked' || state === 'unlocked',
        settings: await readSettings(store),
        users: users
          .map(({ id, name, email, roleName }) => ({ id, name, email, roleName }))
          .sort((a, b) => a.name.localeCompare(b.name)),
        nextSync: (await readMeta(store, 'nextSync')) ?? null,
      };
    },
    async save(changes) {
      await write(store, (transaction) =>
        changeSettings(transaction, () => withoutUndefined(changes)),
      );
      if (changes.syncEveryHours !== undefined) await engine.reschedule();
      if (changes.lockAfterMinutes !== undefined) await options.relock();
      options.committed();
    },
  };
}

const withoutUndefined = (changes: SettingsChanges): Partial<Settings> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
