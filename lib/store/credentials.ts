import type { Problem, Side } from '@/lib/model/problem';
import { isUnguarded } from '@/lib/model/sealed';
import { readMeta, writeMeta } from './meta';
import type { WriteTransaction } from './schema';
import type { Reader } from './table';

/** Whether there are keys to ask both sides with, locked or not. */
export async function isConnected(from: Reader): Promise<boolean> {
  const [connection, areForgotten] = await Promise.all([
    readMeta(from, 'connection'),
    readMeta(from, 'keysForgotten'),
  ]);
  return connection !== undefined && !areForgotten;
}

/** Why neither side can be asked: there are no keys, or they are locked. */
export async function whyNoKeys(from: Reader): Promise<Problem> {
  const sealed = await readMeta(from, 'sealed');
  return { kind: sealed && !isUnguarded(sealed) ? 'locked' : 'credentials' };
}

/** That a side refused its keys: nothing syncs until they are entered again. */
export const failedCredentials = {
  /** As a problem; `null` where both sides take their keys. */
  async read(
    from: Reader,
  ): Promise<(Problem & { readonly kind: 'credentials'; readonly side: Side }) | null> {
    const failed = await readMeta(from, 'credentialsFailed');
    if (!failed) return null;
    const { side, detail } = failed;
    return { kind: 'credentials', side, ...(detail !== null && { detail }) };
  },
  remember: (
    transaction: WriteTransaction,
    { side = 'datto', detail = '' }: Problem,
    at: string,
  ): Promise<void> =>
    writeMeta(transaction, 'credentialsFailed', { side, detail: detail || null, at }),
  clear: (transaction: WriteTransaction): Promise<void> =>
    writeMeta(transaction, 'credentialsFailed', undefined),
};
