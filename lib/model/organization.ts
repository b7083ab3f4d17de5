import type { OrganizationId } from './ids';

/** An IT Glue organization: one customer of the MSP (or the MSP itself, `primary`). */
export interface Organization {
  readonly id: OrganizationId;
  readonly name: string;
  readonly shortName: string | null;
  readonly primary: boolean;
  readonly typeName: string | null;
  readonly statusName: string | null;
}
