import type { User } from '@/lib/model/user';
import type { Connection, Settings } from '@/lib/model/settings';
import type { IntegrationStatus } from '@/lib/model/integration-status';

/** What the options page shows of connection, sync and access. */
export interface OptionsView {
  readonly status: IntegrationStatus;
  readonly connection: Connection | null;
  /** Which secrets are saved; their text is never sent. */
  readonly saved: {
    readonly dattoPublicKey: boolean;
    readonly dattoSecretKey: boolean;
    readonly itGlueApiKey: boolean;
  };
  /** Whether a passphrase protects them. */
  readonly passphrase: boolean;
  readonly settings: Settings;
  /** The tenant's users, by name; empty before the first sync. */
  readonly users: readonly Pick<User, 'id' | 'name' | 'email' | 'roleName'>[];
  readonly nextSync: string | null;
}
