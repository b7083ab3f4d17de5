import { t, type MessageKey } from '@/lib/i18n';
import type {
  AssumptionId,
  CheckOutcome,
  Finding,
  MeasuredPart,
  Sight,
} from '@/lib/model/setup-check';
import type { Tone } from './tone';

/** What is assumed, as a sentence. */
export const assumptionWords = {
  'datto-host': 'assumption_datto_host',
  'datto-clock': 'assumption_datto_clock',
  'datto-values': 'assumption_datto_values',
  'datto-device-lists': 'assumption_datto_device_lists',
  'datto-routers': 'assumption_datto_routers',
  'datto-history': 'assumption_datto_history',
  'datto-settings': 'assumption_datto_settings',
  'datto-auth-types': 'assumption_datto_auth_types',
  'itglue-access': 'assumption_itglue_access',
  'itglue-refusals': 'assumption_itglue_refusals',
  'itglue-date': 'assumption_itglue_date',
  'itglue-page-size': 'assumption_itglue_page_size',
  'itglue-paging': 'assumption_itglue_paging',
  'itglue-sort-id': 'assumption_itglue_sort_id',
  'itglue-sort-updated': 'assumption_itglue_sort_updated',
  'itglue-filter-id': 'assumption_itglue_filter_id',
  'itglue-filter-mac': 'assumption_itglue_filter_mac',
  'itglue-addresses': 'assumption_itglue_addresses',
  'itglue-rmm-records': 'assumption_itglue_rmm_records',
  'itglue-vendor-integration': 'assumption_itglue_vendor_integration',
  'itglue-record-type': 'assumption_itglue_record_type',
  'itglue-text-boxes': 'assumption_itglue_text_boxes',
  'itglue-traits': 'assumption_itglue_traits',
  'itglue-related-items': 'assumption_itglue_related_items',
  'itglue-tags': 'assumption_itglue_tags',
  'itglue-password-values': 'assumption_itglue_password_values',
  'itglue-configuration-types': 'assumption_itglue_configuration_types',
  'itglue-roles': 'assumption_itglue_roles',
  'portal-page': 'assumption_portal_page',
  'portal-place': 'assumption_portal_place',
  'portal-theme': 'assumption_portal_theme',
} as const satisfies Record<AssumptionId, MessageKey>;

/** What follows where it does not hold. */
export const consequenceWords = {
  'datto-host': 'assumption_follows_datto_host',
  'datto-clock': 'assumption_follows_datto_clock',
  'datto-values': 'assumption_follows_datto_values',
  'datto-device-lists': 'assumption_follows_datto_device_lists',
  'datto-routers': 'assumption_follows_datto_routers',
  'datto-history': 'assumption_follows_datto_history',
  'datto-settings': 'assumption_follows_datto_settings',
  'datto-auth-types': 'assumption_follows_datto_auth_types',
  'itglue-access': 'assumption_follows_itglue_access',
  'itglue-refusals': 'assumption_follows_itglue_refusals',
  'itglue-date': 'assumption_follows_itglue_date',
  'itglue-page-size': 'assumption_follows_itglue_page_size',
  'itglue-paging': 'assumption_follows_itglue_paging',
  'itglue-sort-id': 'assumption_follows_itglue_sort_id',
  'itglue-sort-updated': 'assumption_follows_itglue_sort_updated',
  'itglue-filter-id': 'assumption_follows_itglue_filter_id',
  'itglue-filter-mac': 'assumption_follows_itglue_filter_mac',
  'itglue-addresses': 'assumption_follows_itglue_addresses',
  'itglue-rmm-records': 'assumption_follows_itglue_rmm_records',
  'itglue-vendor-integration': 'assumption_follows_itglue_vendor_integration',
  'itglue-record-type': 'assumption_follows_itglue_record_type',
  'itglue-text-boxes': 'assumption_follows_itglue_text_boxes',
  'itglue-traits': 'assumption_follows_itglue_traits',
  'itglue-related-items': 'assumption_follows_itglue_related_items',
  'itglue-tags': 'assumption_follows_itglue_tags',
  'itglue-password-values': 'assumption_follows_itglue_password_values',
  'itglue-configuration-types': 'assumption_follows_itglue_configuration_types',
  'itglue-roles': 'assumption_follows_itglue_roles',
  'portal-page': 'assumption_follows_portal_page',
  'portal-place': 'assumption_follows_portal_place',
  'portal-theme': 'assumption_follows_portal_theme',
} as const satisfies Record<AssumptionId, MessageKey>;

/** The outcome of a check, or that there is none yet. */
export const outcomeWords = {
  holds: 'setup_check_result_holds',
  differs: 'setup_check_result_differs',
  unseen: 'setup_check_result_unseen',
} as const satisfies Record<CheckOutcome, MessageKey>;

export const outcomeTones = {
  holds: 'good',
  differs: 'warning',
  unseen: 'neutral',
} as const satisfies Record<CheckOutcome, Tone>;

const sightWords = {
  answered: 'sight_answered',
  'as-assumed': 'sight_as_assumed',
  other: 'sight_other',
  none: 'sight_none',
  present: 'sight_present',
  absent: 'sight_absent',
  taken: 'sight_taken',
  refused: 'sight_refused',
  'out-of-reach': 'sight_out_of_reach',
  'not-there': 'sight_not_there',
  late: 'sight_late',
  failed: 'sight_failed',
  offline: 'sight_offline',
  'address-refused': 'sight_address_refused',
  'no-api-access': 'sight_no_api_access',
  unreadable: 'sight_unreadable',
  converted: 'sight_converted',
  lost: 'sight_lost',
  'in-order': 'sight_in_order',
  'out-of-order': 'sight_out_of_order',
  readable: 'sight_readable',
  masked: 'sight_masked',
  text: 'sight_text',
  number: 'sight_number',
  object: 'sight_object',
  list: 'sight_list',
  'inside-interfaces': 'sight_inside_interfaces',
  seconds: 'sight_seconds',
  pixels: 'sight_pixels',
  rows: 'sight_rows',
  status: 'sight_status',
  'error-code': 'sight_error_code',
  named: 'sight_named',
  headed: 'sight_headed',
  'known-block': 'sight_known_block',
  docked: 'sight_docked',
  covered: 'sight_covered',
  narrow: 'sight_narrow',
  'beyond-limit': 'sight_beyond_limit',
} as const satisfies Record<Sight, MessageKey>;

/** What is drawn of a page of the portal. */
export const measuredPartWords = {
  'fixed bar': 'setup_check_part_bar',
  'side menu': 'setup_check_part_menu',
  main: 'setup_check_part_main',
  h1: 'setup_check_part_title',
  panel: 'setup_check_part_panel',
} as const satisfies Record<MeasuredPart, MessageKey>;

/** One thing that was seen: `page[size]=250: answered`. */
export function findingText({ subject, sight, count }: Finding): string {
  const words = t(sightWords[sight]);
  return count === undefined
    ? t('setup_check_finding', [subject, words])
    : t('setup_check_finding_counted', [subject, words, count]);
}
