import type { ConnectFailure, SecretField } from '@/lib/model/connect';
import type { PolicyFault, PolicyField, PolicyValues } from '@/lib/model/policy';
import type { User } from '@/lib/model/user';
import type { Connection, Settings } from '@/lib/model/settings';
import type { IntegrationStatus } from '@/lib/model/integration-status';

/** What the company has set by managed policy. */
export interface ManagedView {
  readonly fields: readonly PolicyField[];
  /** Of all but the keys and the unlock code, which are never sent. */
  readonly values: Partial<Omit<PolicyValues, SecretField | 'userUnlock'>>;
  readonly faults: readonly PolicyFault[];
  /** Why no connection came of it. */
  readonly failures: readonly ConnectFailure[];
}

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
  readonly managed: ManagedView;
}
