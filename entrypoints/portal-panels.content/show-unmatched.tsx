import { UnmatchedLine } from '@/components/panel/unmatched-line';
import { send } from '@/lib/messages/client';
import type { OrganizationPage } from '@/lib/model/page-ids';
import { trusted } from '@/lib/portal/trusted';
import { portalCard } from './portal-card';

/**
 * Shows on an organization's list of configurations how many of its devices are undecided,
 * until the signal aborts; nothing where there are none, or where the person may not match. Counted
 * again when the tab is looked at again, as after the matching page.
 * @param onReply called after every answer, before it is shown
 */
export function showUnmatched(
  { organizationId }: OrganizationPage,
  signal: AbortSignal,
  onReply: () => void,
): void {
  const card = portalCard(signal);
  const open = trusted(() => void send('panel.open-matching', { organizationId }));

  async function count() {
    const reply = await send('panel.unmatched-count', { organizationId });
    onReply();
    if (!reply.ok) return;
    card.paint(
      reply.value ? <UnmatchedLine count={reply.value} onOpenMatching={open} /> : null,
      null,
    );
  }

  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') void count();
    },
    { signal },
  );
  void count();
}
