import type { Handlers } from '@/lib/messages/router';
import type { setupCheckProtocol } from '@/lib/messages/setup-check';
import type { SetupCheckService } from './service';

/** Answers to the setup check's page. @param open opens that page in a tab */
export function setupCheckHandlers(
  service: () => Promise<SetupCheckService>,
  open: () => Promise<void>,
): Pick<Handlers, keyof typeof setupCheckProtocol> {
  return {
    async 'setup-check.view'() {
      return (await service()).view();
    },
    async 'setup-check.run'({ id }) {
      return { done: await (await service()).run(id) };
    },
    async 'setup-check.stop'() {
      (await service()).stop();
      return null;
    },
    async 'setup-check.open'() {
      await open();
      return null;
    },
  };
}
