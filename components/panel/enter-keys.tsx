import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';
import { PanelFrame } from './panel-frame';

/** Before keys, one quiet line where a panel would be. */
export function EnterKeys({
  onOpen,
  onDismiss,
}: {
  onOpen: (event: Event) => void;
  onDismiss: (event: Event) => void;
}) {
  return (
    <PanelFrame
      busy={false}
      header={
        <>
          <p class="panel-reason">{t('welcome_line')}</p>
          <div class="panel-tucked">
            <Button onClick={onOpen}>{t('welcome_enter_keys')}</Button>
            <Button kind="quiet" onClick={onDismiss}>
              {t('welcome_line_dismiss')}
            </Button>
          </div>
        </>
      }
    />
  );
}
