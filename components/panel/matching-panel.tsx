import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { refusalText } from '@/lib/words/refusals';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/i18n';
import type { PanelCandidate } from '@/lib/views/matching';
import type { DecisionRefusal } from '@/lib/model/decision-refusal';
import { Candidate } from './candidate';
import { MatchTo } from './match-to';
import { PanelFrame } from './panel-frame';
import type { Search } from './use-search';

/** So many suggestions are shown at once; the others on demand. */
const shownAtOnce = 3;

export interface Matching {
  /** The devices that may be the configuration's, best first. */
  readonly candidates: readonly PanelCandidate[];
  /** Nothing is asked about this configuration. */
  readonly ignored: boolean;
  /** It is of a type that devices are documented with. */
  readonly expected: boolean;
  readonly deciding: boolean;
  /** Why the last decision changed nothing. */
  readonly refusal: DecisionRefusal | null;
  readonly onMatch: (event: Event, candidate: PanelCandidate) => void;
  readonly onIgnore: (event: Event, ignored: boolean) => void;
  readonly onSearch: Search;
}

interface Props extends Matching {
  readonly busy: boolean;
  /** What a person has just decided here, for screen readers. */
  readonly decided: string;
  /** Where the configuration is connected. */
  readonly connected: ComponentChildren;
  /** What keeps the panel from being current. */
  readonly problem: ComponentChildren;
}

/**
 * An unmatched configuration's page, for those who may match: what fits, and what can be done. Without
 * a suggestion it is one quiet line, which misses a device only where the configuration's type does.
 */
export function MatchingPanel(props: Props) {
  const { candidates, ignored, deciding, refusal, busy, decided, connected, problem } = props;
  const [opened, setOpened] = useState(false);
  const [all, setAll] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (ignored) setOpened(false);
  }, [ignored]);
  const searching = opened && !ignored;

  const close = () => {
    setOpened(false);
    // The button comes back with the next paint.
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
  };
  const matchTo = (kind: 'plain' | 'quiet') => (
    <Button kind={kind} icon="search" onClick={() => setOpened(true)}>
      {t('panel_match_to')}
    </Button>
  );
  const ignore = (
    <Button busy={deciding} onClick={(event) => props.onIgnore(event, true)}>
      {t('panel_ignore')}
    </Button>
  );
  const sentence = refusal ? refusalText(refusal, 'device') : '';
  const refused = refusal && <Notice tone="warning">{sentence}</Notice>;
  const suggested = candidates.length > 0 && !ignored;
  const frame = {
    busy,
    layout: `${ignored} ${suggested} ${searching} ${all}`,
    announcement: sentence || decided,
  };

  if (!suggested && !searching)
    return (
      <PanelFrame
        {...frame}
        header={
          <>
            {(ignored || props.expected) && (
              <p class="panel-reason">{t(ignored ? 'panel_ignored' : 'panel_device_unmatched')}</p>
            )}
            <div ref={opener} class="panel-tucked">
              {ignored ? (
                <Button
                  kind="quiet"
                  busy={deciding}
                  onClick={(event) => props.onIgnore(event, false)}
                >
                  {t('panel_stop_ignoring')}
                </Button>
              ) : (
                matchTo('quiet')
              )}
            </div>
          </>
        }
      >
        {connected}
        {refused}
        {problem}
      </PanelFrame>
    );

  const shown = all ? candidates : candidates.slice(0, shownAtOnce);
  return (
    <PanelFrame {...frame} header={<p class="panel-reason">{t('panel_device_unmatched')}</p>}>
      {connected}
      {suggested && (
        <ul class="candidates" aria-label={t('panel_suggested_devices')}>
          {shown.map((candidate) => (
            <li key={candidate.deviceKey}>
              <Candidate candidate={candidate} id={`${id}-${candidate.deviceKey}`} />
              <Button
                busy={deciding}
                aria-describedby={`${id}-${candidate.deviceKey}`}
                onClick={(event) => props.onMatch(event, candidate)}
              >
                {t('panel_accept_suggested')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {shown.length < candidates.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {t('panel_more_suggestions', candidates.length - shown.length)}
        </Button>
      )}
      {refused}
      {searching ? (
        <>
          <MatchTo onSearch={props.onSearch} onPick={props.onMatch} onClose={close} />
          <div class="panel-actions">{ignore}</div>
        </>
      ) : (
        <div ref={opener} class="panel-actions">
          {matchTo('plain')}
          {ignore}
        </div>
      )}
      {problem}
    </PanelFrame>
  );
}
