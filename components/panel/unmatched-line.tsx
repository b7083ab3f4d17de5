import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';
import { PanelFrame } from './panel-frame';

/** The line on an organization's list of configurations. `count`: undecided devices. */
export function UnmatchedLine({
  count,
  onOpenMatching,
}: {
  count: number;
  onOpenMatching: (event: Event) => void;
}) {
  return (
    <PanelFrame
      busy={false}
      header={
        <>
          <p class="panel-reason">{t('panel_unmatched_count', count)}</p>
          <div class="panel-tucked">
            <Button onClick={onOpenMatching}>{t('panel_open_matching')}</Button>
          </div>
        </>
      }
    />
  );
}
