/**
 * Ids are branded strings, so that a network's id cannot be handed to something that wants an
 * organization's. They stay text even where an API writes numbers: IT Glue's ids reach beyond the
 * integers that JavaScript can hold exactly.
 */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

/** A Datto network's id, e.g. `135587`. */
export type NetworkId = Id<'network'>;
/** An IT Glue organization's id. */
export type OrganizationId = Id<'organization'>;
/** An IT Glue configuration's id. */
export type ConfigurationId = Id<'configuration'>;
/** An IT Glue flexible asset type's id. */
export type FlexibleAssetTypeId = Id<'flexible asset type'>;
/** An IT Glue flexible asset's id. */
export type FlexibleAssetId = Id<'flexible asset'>;
/** An IT Glue password's id. */
export type PasswordId = Id<'password'>;
/** An IT Glue user's id. */
export type UserId = Id<'user'>;

export const networkId = (id: string | number): NetworkId => String(id) as NetworkId;
export const organizationId = (id: string | number): OrganizationId => String(id) as OrganizationId;
export const configurationId = (id: string | number): ConfigurationId =>
  String(id) as ConfigurationId;
export const flexibleAssetTypeId = (id: string | number): FlexibleAssetTypeId =>
  String(id) as FlexibleAssetTypeId;
export const flexibleAssetId = (id: string | number): FlexibleAssetId =>
  String(id) as FlexibleAssetId;
export const passwordId = (id: string | number): PasswordId => String(id) as PasswordId;
export const userId = (id: string | number): UserId => String(id) as UserId;
