/** Where the portal gets what it shows: the tenant of the simulator, read only. */
export interface PortalSource {
  organizations(): { id: string; name: string }[];
  /** All configurations of one organization, the archived ones included. */
  configurations(organizationId: string): PortalConfiguration[];
  configuration(id: string): PortalConfiguration | undefined;
  flexibleAsset(id: string):
    | {
        id: string;
        organizationId: string;
        typeId: string;
        typeSlug: string;
        typeName: string;
        name: string;
        fields: { name: string; value: string }[];
        /** What it is linked to. */
        related: { type: string; name: string }[];
        archived: boolean;
      }
    | undefined;
}

/** A configuration as its page shows it: every value is text already. */
export interface PortalConfiguration {
  id: string;
  organizationId: string;
  organizationName: string;
  name: string;
  type: string;
  status: string;
  archived: boolean;
  fields: { label: string; value: string }[];
}
