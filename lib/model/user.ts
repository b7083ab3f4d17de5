import type { OrganizationId, UserId } from './ids';

/** A user of the IT Glue tenant. */
export interface User {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  /** `Administrator`, `Manager`, `Editor`, `Creator`, `Lite`, `Read-only`; unknown values may appear. */
  readonly roleName: string;
  /** The organizations that the user's groups link to. */
  readonly organizationIds: readonly OrganizationId[];
}
