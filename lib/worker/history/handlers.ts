import type { historyProtocol } from '@/lib/messages/history';
import type { Handlers } from '@/lib/messages/router';
import type { HistoryService } from './service';

/** Answers to how a device has been. */
export function historyHandlers(
  service: () => Promise<HistoryService>,
): Pick<Handlers, keyof typeof historyProtocol> {
  return {
    async 'history.access-point'({ period, ...page }) {
      return (await service()).accessPoint(page, period);
    },
    async 'history.clients'({ period, ...page }) {
      return (await service()).clients(page, period);
    },
    async 'history.power'({ period, ...page }) {
      return (await service()).power(page, period);
    },
  };
}
