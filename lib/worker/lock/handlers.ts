import type { Handlers } from '@/lib/messages/router';
import type { vaultProtocol } from '@/lib/messages/vault';
import type { LockService } from './service';

/** Answers to everything about the passphrase. */
export function vaultHandlers(
  service: () => Promise<LockService>,
): Pick<Handlers, keyof typeof vaultProtocol> {
  return {
    async 'vault.unlock'({ passphrase }) {
      return { right: await (await service()).unlock(passphrase) };
    },
    async 'vault.lock'() {
      await (await service()).lock();
      return null;
    },
    async 'vault.protect'({ passphrase, current }) {
      return { right: await (await service()).protect(passphrase, current) };
    },
    async 'vault.expose'({ current }) {
      return { right: await (await service()).protect(null, current) };
    },
    async 'vault.forget'() {
      await (await service()).forget();
      return null;
    },
  };
}
