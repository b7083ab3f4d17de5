import { sampleCounts } from '@/components/matching/bulk.fixture';
import { cluster, core, laptop } from '@/components/matching/findings.fixture';
import { MatchingPage } from '@/components/matching/matching-page';
import type { Answers } from '@/components/state/client.fixture';
import { sampleStatus } from '@/lib/views/status.fixture';
import type { BulkCountsRequest } from '@/lib/messages/bulk';
import type { Entry } from './entry';
import {
  configurationHits,
  devicesView,
  networksView,
  organizationsView,
  organizationHits,
} from './matching-tenant.fixture';

/** An entry of the matching page, at an address of it. */
export function matchingEntry(
  name: string,
  hash: string,
  answers: Answers = {},
  act?: Entry['act'],
): Entry {
  return {
    name,
    ...(act && { act }),
    page: {
      hash,
      answers: {
        'status.view': () => sampleStatus,
        'matching.look': () => null,
        'matching.networks': networksView(),
        'matching.organizations': () => organizationsView,
        'matching.devices': devicesView(),
        'matching.findings': () => ({ access: 'all', rows: [core, laptop, cluster], undo: null }),
        'bulk.counts': ({ keys }: BulkCountsRequest) => sampleCounts(keys.length),
        'matching.search-organizations': () => organizationHits,
        'matching.search-configurations': () => configurationHits,
        ...answers,
      },
      render: (client) => <MatchingPage client={client} />,
    },
  };
}
