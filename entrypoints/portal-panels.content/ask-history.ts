import type { AskHistory } from '@/components/history/ask';
import type { Ask } from '@/components/panel/panel-session';
import type { ConfigurationPage } from '@/lib/model/portal-page';

/** Asks the background how the device of a page has been. */
export function askHistory(
  { organizationId, configurationId }: ConfigurationPage,
  ask: Ask,
): AskHistory {
  const page = { organizationId, configurationId };
  return {
    accessPoint: (period) => ask('history.access-point', { ...page, period }),
    clients: (period) => ask('history.clients', { ...page, period }),
    power: (period) => ask('history.power', { ...page, period }),
  };
}
