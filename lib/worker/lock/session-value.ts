import type { VaultSession } from '@/lib/vault/vault';
import type { WorkerBrowser } from '../platform';

/** A text that outlives the worker, in memory: the browser forgets it when it ends. */
export const sessionValue = (
  { session }: WorkerBrowser['storage'],
  name: 'vault-key' | 'last-use' | 'storage-failed',
): VaultSession => ({
  async load() {
    const { [name]: value } = await session.get(name);
    return typeof value === 'string' ? value : null;
  },
  save: (value) => (value === null ? session.remove(name) : session.set({ [name]: value })),
});
