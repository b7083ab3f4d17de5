import { t } from '@/lib/i18n';
import type { TeamMark } from '@/lib/model/team-mark';
import { overruledText } from '@/lib/words/team-mark';
import { Button } from './button';
import { Notice } from './notice';

interface Props {
  mark: TeamMark;
  /** What it is about; `null` on a page of its own. */
  about: string | null;
  /** Milliseconds. */
  now: number;
  busy?: boolean;
  onUseMine: (event: Event) => void;
  onDismiss?: (event: Event) => void;
}

/** That another decided otherwise than was decided here, and the way back to that. */
export function TeamNotice({ mark, about, now, busy = false, onUseMine, onDismiss }: Props) {
  const named = (action: string) => (about === null ? action : `${action}: ${about}`);
  return (
    <Notice
      tone="warning"
      action={
        <>
          <Button busy={busy} label={named(t('team_use_mine'))} onClick={onUseMine}>
            {t('team_use_mine')}
          </Button>
          {onDismiss && (
            <Button kind="quiet" label={named(t('team_dismiss'))} onClick={onDismiss}>
              {t('team_dismiss')}
            </Button>
          )}
        </>
      }
    >
      {overruledText(mark, about, now)}
    </Notice>
  );
}
