import { t, type MessageKey } from '@/lib/i18n';
import { formatMac, type Mac } from '@/lib/model/mac';
import type { DeviceReason } from '@/lib/model/device-reasons';
import type { ConfigurationRule, OrganizationRule } from '@/lib/model/match';

/** The same rule on the panel, on the matching page and in the activity list. */
interface RuleWords {
  readonly panel: MessageKey;
  readonly matching: MessageKey;
  readonly activity: MessageKey;
}

/** The rule that matched a device to its configuration, or that suggests one. */
export const configurationRules = {
  'mac-and-ip': {
    panel: 'panel_rule_mac_and_ip',
    matching: 'matching_rule_mac_and_ip',
    activity: 'activity_rule_mac_and_ip',
  },
  mac: { panel: 'panel_rule_mac', matching: 'matching_rule_mac', activity: 'activity_rule_mac' },
  'rmm-mac': {
    panel: 'panel_rule_rmm_mac',
    matching: 'matching_rule_rmm_mac',
    activity: 'activity_rule_rmm_mac',
  },
  name: {
    panel: 'panel_rule_name',
    matching: 'matching_rule_device_name',
    activity: 'activity_rule_name',
  },
  'by-hand': {
    panel: 'panel_rule_by_hand',
    matching: 'matching_rule_by_hand',
    activity: 'activity_rule_by_hand',
  },
  created: {
    panel: 'panel_rule_created',
    matching: 'matching_rule_created',
    activity: 'activity_rule_created',
  },
} as const satisfies Record<ConfigurationRule, RuleWords>;

/** Suggested for an address that is the same, which alone is no rule. */
export const suggestionRules = {
  ...configurationRules,
  ip: { matching: 'matching_rule_ip' },
  replaces: { matching: 'matching_rule_replaces' },
} as const satisfies Record<ConfigurationRule | 'ip' | 'replaces', Partial<RuleWords>>;

/** Why a configuration is suggested for a device, on the matching page. */
export const suggestionText = (suggestion: {
  readonly rule: keyof typeof suggestionRules;
  readonly replaces?: Mac;
}): string =>
  t(suggestionRules[suggestion.rule].matching, [
    suggestion.replaces ? formatMac(suggestion.replaces) : '',
  ]);

/** By what devices are filtered. */
export const reasonWords = {
  'mac-and-ip': 'matching_rule_mac_and_ip',
  mac: 'matching_rule_mac',
  'rmm-mac': 'matching_rule_rmm_mac',
  replaces: 'matching_filter_reason_replaces',
  name: 'matching_rule_device_name',
  ip: 'matching_rule_ip',
  'by-hand': 'matching_rule_by_hand',
  created: 'matching_rule_created',
  none: 'matching_no_suggestion',
} as const satisfies Record<DeviceReason, MessageKey>;

/** The rule that matched a network to its organization. */
export const organizationRules = {
  name: 'matching_rule_name',
  'by-hand': 'matching_rule_by_hand',
  created: 'matching_rule_created',
} as const satisfies Record<OrganizationRule, MessageKey>;

/** Why a device is offered on the page of a configuration. */
export const candidateReasons = {
  'mac-and-ip': 'panel_reason_mac_and_ip',
  mac: 'panel_reason_mac',
  'rmm-mac': 'panel_reason_rmm_mac',
  'serial-number': 'panel_reason_serial_number',
  ip: 'panel_reason_ip',
  replaces: 'panel_reason_replaces',
  name: 'panel_reason_name',
  'similar-name': 'panel_reason_similar_name',
} as const satisfies Record<string, MessageKey>;
