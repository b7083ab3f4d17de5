import type { MessageKey } from '@/lib/i18n';
import type { ConnectField } from '@/lib/model/connect';

export const fieldLabels: Readonly<Record<ConnectField, MessageKey>> = {
  dattoPublicKey: 'options_datto_public_key',
  dattoSecretKey: 'options_datto_secret_key',
  itGlueApiKey: 'options_itglue_api_key',
  region: 'options_region',
  subdomain: 'options_subdomain',
};

/** Where each value comes from. */
export const fieldHints: Readonly<Record<ConnectField, MessageKey>> = {
  dattoPublicKey: 'options_datto_public_key_hint',
  dattoSecretKey: 'options_datto_secret_key_hint',
  itGlueApiKey: 'options_itglue_api_key_hint',
  region: 'options_region_hint',
  subdomain: 'options_subdomain_hint',
};

export const fieldId = (field: ConnectField): string => `connection-${field}`;
