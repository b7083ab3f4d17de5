import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';

interface Props {
  deciding: boolean;
  onChange: () => void;
  onUnmatch: (event: Event) => void;
}

/** What those who may match do about a match that is wrong. */
export function MatchActions({ deciding, onChange, onUnmatch }: Props) {
  return (
    <div class="panel-match-actions">
      <Button kind="quiet" busy={deciding} onClick={onChange}>
        {t('panel_change_match')}
      </Button>
      <Button kind="quiet" busy={deciding} onClick={onUnmatch}>
        {t('panel_unmatch')}
      </Button>
    </div>
  );
}
