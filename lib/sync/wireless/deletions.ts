import type { OrganizationId } from '@/lib/model/ids';
import type { WriteTransaction } from '@/lib/store/schema';
import type { WirelessInput } from '@/lib/wireless/input';
import { slotKey } from '@/lib/wireless/slot';
import { log } from '@/lib/store/activity';
import * as stored from '@/lib/store/stored';

/** Says in the activity list which records and passwords of ours were deleted. */
export async function logDeletions(
  transaction: WriteTransaction,
  { ledger, type, unreadOrganizations, unreadSlots, ...there }: WirelessInput,
  organizationNames: ReadonlyMap<OrganizationId, string>,
  at: string,
): Promise<void> {
  const ids = new Set<string>(
    [...there.records, ...there.recordsOfCopies, ...there.passwords].map(({ id }) => id),
  );
  for (const { slot, record, password } of ledger.entries) {
    if (unreadOrganizations.has(slot.organizationId) || unreadSlots.has(slotKey(slot))) continue;
    const row = await stored.documentedSsids.get(transaction, slotKey(slot));
    const about = {
      kind: 'deletion-noticed' as const,
      name: row ? `${row.ssidName} (${row.networkName})` : slotKey(slot),
      organizationName: organizationNames.get(slot.organizationId) ?? slot.organizationId,
    };
    // Without the type it is not known what became of its records.
    if (record && type && !ids.has(record.id))
      await log(transaction, at, { ...about, resource: 'record', id: record.id });
    if (password && !ids.has(password.id))
      await log(transaction, at, { ...about, resource: 'password', id: password.id });
  }
}
