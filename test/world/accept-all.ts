import type { DeviceKey } from '@/lib/model/device';
import type { NetworkId } from '@/lib/model/ids';
import type { BulkDecision } from '@/lib/messages/bulk';
import type { DecisionResult } from '@/lib/views/matching';
import type { World } from './world';

type Rows =
  | { readonly subject: 'networks'; readonly keys: NetworkId[] }
  | { readonly subject: 'devices'; readonly keys: DeviceKey[] };

/** Accepts the suggestions of these rows as the page does: it shows them, and the person says yes to all. */
export async function acceptAll(world: World, rows: Rows): Promise<DecisionResult> {
  const asked = { ...rows, action: 'accept' as const };
  const preview = await world.ask('bulk.preview', { ...asked, organizationId: null });
  const shown = preview.rows.map(({ key, version, target }) => ({
    key,
    version,
    target: target?.id ?? null,
  }));
  return world.ask('bulk.decide', {
    subject: rows.subject,
    action: 'accept',
    rows: shown,
  } as BulkDecision);
}
