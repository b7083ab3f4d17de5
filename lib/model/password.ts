import type { OrganizationId, PasswordId } from './ids';

/** An IT Glue password without its value, which is never read. */
export interface Password {
  readonly id: PasswordId;
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly username: string | null;
  readonly url: string | null;
  /** Exactly as written. */
  readonly notes: string | null;
  /** The record it is embedded in; `null` for a general password. */
  readonly embeddedIn: { readonly type: string; readonly id: string } | null;
  readonly archived: boolean;
  /** RFC 3339; when the value last changed. */
  readonly passwordUpdatedAt: string | null;
  /** RFC 3339 */
  readonly updatedAt: string | null;
}
