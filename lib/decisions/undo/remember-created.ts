import { configurationId } from '@/lib/model/ids';
import type { CreationBatch } from '@/lib/model/journal';
import { devicesLists, type DeviceChange } from '@/lib/model/undo';
import * as stored from '@/lib/store/stored';
import type { WriteTransaction } from '@/lib/store/schema';
import { remember } from './remember';

/** Keeps what a batch created and matched, as one action. @param at ISO 8601 */
export async function rememberCreated(
  transaction: WriteTransaction,
  { id, organizationId, userId }: CreationBatch,
  at: string,
): Promise<void> {
  if (userId === undefined) return;
  const rows = (await stored.journalRows.ofBatch.all(transaction, id)).flatMap((row) =>
    row.state === 'done' && row.write.kind === 'create-configuration'
      ? [{ ...row.write, resultId: row.resultId }]
      : [],
  );
  const keys = rows.map(({ deviceKey }) => deviceKey);
  const matches = await stored.deviceMatches.getMany(transaction, keys);
  const matchOf = new Map(matches.map((match) => [match.deviceKey, match]));
  const devices = rows.flatMap(({ deviceKey, name, resultId }): DeviceChange[] => {
    const after = matchOf.get(deviceKey);
    // Decided while it was created: that stands.
    if (after?.state !== 'matched' || after.configurationId !== configurationId(resultId ?? ''))
      return [];
    const rejections = { made: [], takenBack: [] };
    return [{ deviceKey, name, before: null, after, rejections, ended: null }];
  });
  const lists = devicesLists(organizationId);
  await remember(transaction, { userId }, { lists, at, action: 'create', devices });
}
