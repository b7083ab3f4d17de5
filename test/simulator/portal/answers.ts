/** What the portal's own endpoints answer; the client's pages are typed by these. */
export interface OrganizationSummary {
  id: string;
  name: string;
  /** Configurations that are not archived. */
  configurations: number;
  /** The same by configuration type, in alphabetical order. */
  types: { name: string; count: number }[];
}

export interface Rows<Row> {
  rows: Row[];
  /** Rows on all pages. */
  total: number;
  /** From 1. */
  page: number;
  pages: number;
}

export interface OrganizationsAnswer extends Rows<{ id: string; name: string; count: number }> {
  organization: null;
}

export interface OrganizationAnswer {
  organization: OrganizationSummary;
}

export interface ConfigurationRow {
  id: string;
  name: string;
  type: string;
  status: string;
  archived: boolean;
  primaryIp: string;
  serialNumber: string;
}

export interface ConfigurationsAnswer extends Rows<ConfigurationRow> {
  organization: OrganizationSummary;
}

export interface ConfigurationAnswer {
  organization: OrganizationSummary;
  configuration: {
    id: string;
    name: string;
    type: string;
    status: string;
    archived: boolean;
    fields: { label: string; value: string }[];
  };
  /** Some other configurations of the same organization. */
  related: { id: string; name: string; type: string }[];
}

export interface RecordAnswer {
  organization: OrganizationSummary;
  record: {
    id: string;
    typeId: string;
    typeSlug: string;
    typeName: string;
    name: string;
    archived: boolean;
    fields: { label: string; value: string }[];
    related: { type: string; name: string }[];
  };
}

export interface IntegrationsAnswer {
  organization: null;
  integrations: { name: string; kind: string; status: string }[];
}
