import type { Problem, Side } from '@/lib/model/problem';
import { readMeta, writeMeta } from './meta';
import type { WriteTransaction } from './schema';
import type { Reader } from './table';

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
