import type { Handlers } from '@/lib/messages/router';
import type { wirelessProtocol } from '@/lib/messages/wireless';
import type { WirelessService } from './service';

/** Answers to everything about wireless auto-documentation. */
export function wirelessHandlers(
  service: () => Promise<WirelessService>,
): Pick<Handlers, keyof typeof wirelessProtocol> {
  return {
    async 'auto-create.preview'({ on }) {
      return (await service()).preview(on);
    },
    async 'auto-create.save'({ on }) {
      await (await service()).save(on);
      return null;
    },
    async 'auto-create.view'() {
      return (await service()).view();
    },
    async 'record.view'(page) {
      return (await service()).record(page);
    },
  };
}
