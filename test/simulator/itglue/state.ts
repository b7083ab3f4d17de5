import type { Region } from '../hosts';

/** IT Glue's side of a tenant: every table by id. It may be changed while the simulator runs. */
export interface ItGlueState {
  region: Region;
  subdomain: string;
  keys: ItGlueKey[];
  /** Requests the account may make in a window, all its keys together. */
  rateLimit: { requests: number; windowSeconds: number };
  organizationTypes: Map<string, NamedRow>;
  organizationStatuses: Map<string, NamedRow>;
  organizations: Map<string, OrganizationRow>;
  configurationTypes: Map<string, ConfigurationTypeRow>;
  configurationStatuses: Map<string, NamedRow>;
  configurations: Map<string, ConfigurationRow>;
  manufacturers: Map<string, NamedRow>;
  models: Map<string, ModelRow>;
  flexibleAssetTypes: Map<string, FlexibleAssetTypeRow>;
  flexibleAssets: Map<string, FlexibleAssetRow>;
  passwordCategories: Map<string, NamedRow>;
  passwords: Map<string, PasswordRow>;
  relatedItems: Map<string, RelatedItemRow>;
  rmmRecords: Map<string, RmmRecordRow>;
  dattoLinks: Map<string, DattoLinkRow>;
  users: Map<string, UserRow>;
  groups: Map<string, GroupRow>;
  logs: LogRow[];
  /** The id the next row gets. Made ids have 16 digits and are odd: none of them survives a JavaScript number. */
  nextId: bigint;
}

export interface ItGlueKey {
  key: string;
  /** "Password Access": may read password values. */
  passwordAccess: boolean;
  /** The status a revoked or forbidden key is answered with; absent for a key that works. */
  refusedWith?: 401 | 403;
  /** When it was used last, RFC 3339: after 90 days unused it is revoked. Absent: that is not kept. */
  usedAt?: string;
}

interface Row {
  id: string;
  /** RFC 3339, UTC. */
  createdAt: string;
  updatedAt: string;
}

export interface NamedRow extends Row {
  name: string;
}

export interface OrganizationRow extends NamedRow {
  shortName: string | null;
  typeId: string | null;
  statusId: string | null;
  primary: boolean;
  parentId: string | null;
  description: string | null;
  psaSynced: boolean;
}

export interface ConfigurationTypeRow extends NamedRow {
  kind: string | null;
}

export interface ModelRow extends NamedRow {
  manufacturerId: string;
}

export interface InterfaceRow extends Row {
  name: string | null;
  primary: boolean;
  ipAddress: string | null;
  macAddress: string | null;
  notes: string | null;
}

/** The configuration's own IP and MAC are those of its primary interface; there is no second copy. */
export interface ConfigurationRow extends NamedRow {
  organizationId: string;
  hostname: string | null;
  serialNumber: string | null;
  assetTag: string | null;
  notes: string | null;
  defaultGateway: string | null;
  warrantyExpiresAt: string | null;
  typeId: string;
  statusId: string | null;
  manufacturerId: string | null;
  modelId: string | null;
  locationName: string | null;
  archived: boolean;
  /** A PSA owns this record: changes are refused with 422. */
  psaSynced: boolean;
  interfaces: InterfaceRow[];
}

/** What an RMM reports for a configuration. */
export interface RmmRecordRow {
  id: string;
  configurationId: string;
  name: string;
  hostname: string | null;
  deviceType: string;
  ipAddresses: string[];
  macAddresses: string[];
  serialNumber: string | null;
}

/** What the vendor's own Datto Networking integration has found for a configuration. */
export interface DattoLinkRow {
  id: string;
  configurationId: string;
  name: string;
  macAddress: string;
  /** The device's id in Network Manager. */
  remoteId: number;
}

export type FieldKind = (typeof fieldKinds)[number];
export const fieldKinds = [
  'Checkbox',
  'Date',
  'Header',
  'Number',
  'Select',
  'Text',
  'Textbox',
  'Upload',
  'Tag',
  'Percent',
  'Password',
] as const;

export interface FieldRow extends NamedRow {
  order: number;
  kind: FieldKind;
  hint: string | null;
  nameKey: string;
  required: boolean;
  useForTitle: boolean;
  showInList: boolean;
  tagType: string | null;
  defaultValue: string | null;
}

export interface FlexibleAssetTypeRow extends NamedRow {
  description: string | null;
  icon: string | null;
  enabled: boolean;
  showInMenu: boolean;
  fields: FieldRow[];
}

/** A file in an Upload field. */
export interface Upload {
  fileName: string;
  /** Base64. */
  content: string;
}

/** A Tag's value is the list of the ids; everything else is kept as written. */
export type Trait = string | number | boolean | string[] | Upload;

/** A trait as one text: a file by its name. */
export function traitText(trait: Trait | undefined): string {
  if (typeof trait !== 'object') return String(trait ?? '');
  return Array.isArray(trait) ? trait.join(', ') : trait.fileName;
}

export interface FlexibleAssetRow extends Row {
  organizationId: string;
  typeId: string;
  traits: Record<string, Trait>;
  archived: boolean;
  restricted: boolean;
}

export interface PasswordRow extends NamedRow {
  organizationId: string;
  username: string | null;
  password: string;
  url: string | null;
  notes: string | null;
  passwordUpdatedAt: string;
  categoryId: string | null;
  /** Null for a general password, the record it is embedded in otherwise. */
  resourceId: string | null;
  resourceType: string | null;
  archived: boolean;
  restricted: boolean;
}

export interface RelatedItemRow extends Row {
  /** As in the address: `configurations`, `passwords`, `flexible_assets`, … */
  sourceType: string;
  sourceId: string;
  /** As in the body: `Configuration`, `Password`, `Flexible Asset`, … */
  destinationType: string;
  destinationId: string;
  notes: string | null;
}

export interface UserRow extends Row {
  firstName: string;
  lastName: string | null;
  email: string;
  roleName: 'Administrator' | 'Manager' | 'Editor' | 'Creator' | 'Lite' | 'Read-only';
}

export interface GroupRow extends NamedRow {
  userIds: string[];
  organizationIds: string[];
}

export interface LogRow {
  id: string;
  createdAt: string;
  userId: string | null;
  organizationId: string | null;
  action: 'create' | 'update' | 'destroy';
  resourceType: string;
  resourceName: string;
}

/** A new id, unlike all before it. */
export function takeId(state: ItGlueState): string {
  const id = state.nextId;
  state.nextId += 2n;
  return id.toString();
}

export function primaryInterface(configuration: ConfigurationRow): InterfaceRow | undefined {
  return configuration.interfaces.find((candidate) => candidate.primary);
}

/** The name of a flexible asset: its title fields, in order. */
export function flexibleAssetName(state: ItGlueState, asset: FlexibleAssetRow): string {
  const fields = state.flexibleAssetTypes.get(asset.typeId)?.fields ?? [];
  return [...fields]
    .sort((a, b) => a.order - b.order)
    .filter((field) => field.useForTitle)
    .map((field) => asset.traits[field.nameKey])
    .filter((value) => value !== undefined && typeof value !== 'object')
    .join(' ');
}
