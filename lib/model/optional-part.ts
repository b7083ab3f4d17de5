/** What requests to IT Glue do without where an account refuses it, as the API calls it. */
export const optionalParts = [
  'configuration_interfaces',
  'rmm_records',
  'dnet_fa_remote_assets',
  'filter[id]',
  'sort=id',
  'sort=created_at',
  'sort=-updated_at',
] as const;
export type OptionalPart = (typeof optionalParts)[number];
