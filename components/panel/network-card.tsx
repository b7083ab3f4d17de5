import { Icon } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/i18n';
import type { NetworkCardView } from '@/lib/views/network-sheet';
import { PanelFrame } from './panel-frame';

interface Props {
  view: NetworkCardView;
  /** Milliseconds. */
  now: number;
  onOpen: (event: Event) => void;
}

/** An organization's networks in a line on its home page, and the way to their sheet. */
export function NetworkCard({ view, now, onOpen }: Props) {
  const { networks, devices, down, others, unmatched, unread, readAt } = view;
  const after = [
    ...(others > 0 ? [t('sheet_card_other', others)] : []),
    ...(devices > 0 && others === 0 && down === 0 ? [t('sheet_card_all_up')] : []),
    ...(unmatched > 0 ? [t('sheet_card_unmatched', unmatched)] : []),
  ];
  return (
    <PanelFrame
      busy={false}
      header={
        <>
          <p class="panel-reason network-card-line">
            {t('sheet_card_networks', networks)} · {t('sheet_card_counts', devices)}
            {down > 0 && (
              <>
                {' · '}
                <strong class="panel-attention">{t('sheet_card_down', down)}</strong>
              </>
            )}
            {after.map((each) => ` · ${each}`)}
          </p>
          {readAt !== null && (
            <span class="panel-age">
              <Time at={readAt} now={now} />
            </span>
          )}
          <div class="panel-tucked">
            <Button onClick={onOpen}>{t('sheet_card_open')}</Button>
          </div>
        </>
      }
    >
      {unread > 0 && (
        <p class="panel-reason field-note">
          <Icon name="warning" />
          {t('sheet_card_unread', unread)}
        </p>
      )}
    </PanelFrame>
  );
}
