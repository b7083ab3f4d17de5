import type { OrganizationId, UserId } from '@/lib/model/ids';
import type { WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { By } from '../context';
import { DecisionRefused } from '../decision-refused';

/**
 * The organization's batch that is at work, or a new one in place of the last result.
 * @param wanted `archives`: what was created is archived again
 * @throws DecisionRefused while one of the other kind is at work
 */
export async function openBatch(
  transaction: WriteTransaction,
  newId: () => string,
  organizationId: OrganizationId,
  { archives }: { readonly archives: boolean },
  { who, at }: By,
  userId: UserId | null,
): Promise<string> {
  for (const batch of await stored.batches.all(transaction)) {
    if (batch.organizationId !== organizationId) continue;
    if (batch.state === 'done') await stored.batches.forget(transaction, batch.id);
    else if ((batch.archives ?? false) === archives) return batch.id;
    else throw new DecisionRefused({ kind: 'creating' });
  }
  const id = newId();
  const batch = { id, organizationId, state: 'open' as const, who, userId, at };
  await stored.batches.put(transaction, archives ? { ...batch, archives } : batch);
  return id;
}
