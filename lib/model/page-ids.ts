import type { ConfigurationId, FlexibleAssetId, FlexibleAssetTypeId, OrganizationId } from './ids';

/** Any page of one organization, by the ids of its address. */
export interface OrganizationPage {
  readonly organizationId: OrganizationId;
}

/** A configuration's page. */
export interface ConfigurationPage extends OrganizationPage {
  readonly configurationId: ConfigurationId;
}

/** A flexible asset's page. */
export interface RecordPage extends OrganizationPage {
  readonly typeId: FlexibleAssetTypeId;
  readonly recordId: FlexibleAssetId;
}
