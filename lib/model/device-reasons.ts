import type { ConfigurationRule, ConfigurationSuggestion } from './match';

/** By what devices are filtered: the rule of their match, or of what is suggested for them; `none`: nothing is. */
export const deviceReasons = [
  'mac-and-ip',
  'mac',
  'rmm-mac',
  'replaces',
  'name',
  'ip',
  'by-hand',
  'created',
  'none',
] as const satisfies readonly (
  ConfigurationRule | ConfigurationSuggestion['rule'] | 'ip' | 'none'
)[];
export type DeviceReason = (typeof deviceReasons)[number];
