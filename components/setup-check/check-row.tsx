import { Button } from '@/components/ui/button';
import { StatusDot } from '@/components/ui/status-dot';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/i18n';
import type { CheckRow as Row } from '@/lib/views/setup-check';
import {
  assumptionWords,
  consequenceWords,
  findingText,
  outcomeTones,
  outcomeWords,
} from '@/lib/words/setup-check';

/** One assumption: what was seen of it, and what follows where it does not hold. */
export function CheckRow({
  row,
  now,
  running,
  busy,
  onRun,
}: {
  row: Row;
  /** Milliseconds. */
  now: number;
  /** This one is under way. */
  running: boolean;
  /** Any is. */
  busy: boolean;
  onRun: () => void;
}) {
  const { id, result } = row;
  const assumed = t(assumptionWords[id]);
  return (
    <li class="check" aria-busy={running}>
      <div class="check-outcome">
        {running ? (
          <StatusDot tone="info" word={t('setup_check_result_running')} />
        ) : result ? (
          <StatusDot tone={outcomeTones[result.outcome]} word={t(outcomeWords[result.outcome])} />
        ) : (
          <StatusDot tone="neutral" word={t('setup_check_result_none')} />
        )}
      </div>
      <div class="check-text">
        <p>{assumed}</p>
        {result && result.seen.length > 0 && (
          <p class="check-quiet">
            <span class="check-label">{t('setup_check_seen')}</span>{' '}
            {result.seen.map(findingText).join(' · ')}
          </p>
        )}
        {result?.outcome === 'differs' && (
          <p>
            <span class="check-label">{t('setup_check_follows')}</span> {t(consequenceWords[id])}
          </p>
        )}
        <p class="check-quiet">
          <code>{id}</code>
          {result && (
            <>
              {' · '}
              {t('setup_check_requests', result.requests)}
              {' · '}
              <Time at={result.at} now={now} />
            </>
          )}
        </p>
      </div>
      <Button
        kind="quiet"
        icon="refresh"
        label={t('setup_check_one', [assumed])}
        disabled={busy}
        onClick={onRun}
      />
    </li>
  );
}
