import { render } from 'preact';
import { ListMark } from '@/components/panel/list-mark';
import listMarkStyles from '@/components/panel/list-mark.css?inline';
import { UnmatchedLine } from '@/components/panel/unmatched-line';
import partStyles from '@/components/ui/parts.css?inline';
import darkTokens from '@/components/tokens-dark.css?inline';
import tokens from '@/components/tokens.css?inline';
import { send } from '@/lib/messages/client';
import type { OrganizationPage } from '@/lib/model/portal-page';
import { keepListMarks } from '@/lib/portal/list-marks';
import { trusted } from '@/lib/portal/trusted';
import type { ListedDevice } from '@/lib/views/configuration-list';
import { liveCard, type PageLife } from './live-card';

const css = [tokens, darkTokens, partStyles, listMarkStyles].join('\n');

/**
 * On an organization's list of configurations: beside each name the status of its device, and for those who may match
 * how many devices are undecided.
 */
export function showList(page: OrganizationPage, life: PageLife): void {
  const marks = keepListMarks<ListedDevice>(
    document,
    page.organizationId,
    {
      css,
      draw: (root, device, form) =>
        render(device && <ListMark device={device} form={form} now={Date.now()} />, root),
    },
    // Nobody keeps them current any more.
    AbortSignal.any([life.signal, life.cutOff.signal]),
  );
  const openMatching = trusted(() => void send('panel.open-matching', page));
  liveCard(
    life,
    async () => {
      const reply = await send('panel.list', page);
      if (reply.ok && !life.signal.aborted)
        marks.show(new Map(reply.value.devices.map((each) => [each.configurationId, each])));
      return reply;
    },
    ({ unmatched }) =>
      unmatched ? <UnmatchedLine count={unmatched} onOpenMatching={openMatching} /> : null,
  );
}
