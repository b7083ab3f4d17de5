import type { MessageKey } from '@/lib/i18n';
import type { OptionalPart } from '@/lib/model/optional-part';

/** What follows where IT Glue refuses what a request can do without. */
export const refusedPartWords = {
  configuration_interfaces: 'refused_part_interfaces',
  rmm_records: 'assumption_follows_itglue_rmm_records',
  dnet_fa_remote_assets: 'refused_part_vendor',
  'filter[id]': 'assumption_follows_itglue_filter_id',
  'sort=id': 'assumption_follows_itglue_sort_id',
  'sort=created_at': 'assumption_follows_itglue_sort_id',
  'sort=-updated_at': 'assumption_follows_itglue_sort_updated',
} as const satisfies Record<OptionalPart, MessageKey>;
