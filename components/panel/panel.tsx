import { useEffect, useRef } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { Problem } from '@/lib/model/problem';
import type { PanelDecision, PanelView } from '@/lib/views/panel';
import { TeamNotice } from '@/components/ui/team-notice';
import { ConnectedTo } from './connected-to';
import { DevicePanel } from './device-panel';
import type { Matching } from './matching-panel';
import { hasPanel } from './has-panel';
import { MatchingPanel } from './matching-panel';
import { PanelFrame } from './panel-frame';
import { PanelProblem } from './panel-problem';

interface Props extends Omit<Matching, 'ignored' | 'expected'> {
  /** `null` while even the stored values could not be had. */
  view: PanelView | null;
  busy: boolean;
  /** No answer came for long. */
  slow: boolean;
  problem: Problem | null;
  /** When it is asked again by itself, milliseconds. */
  nextTry: number | null;
  /** A new object for each decision. */
  decided: PanelDecision | null;
  /** Milliseconds. */
  now: number;
  onRefresh: (event: Event) => void;
  onOpenOptions: (event: Event) => void;
  onCheckSetup: (event: Event) => void;
  /** @param key under which the decision is shared */
  onUseMine: (event: Event, key: string) => void;
}

/** What stands on a configuration's page: the device, the choice of one, where it is connected, or nothing. */
export function Panel(props: Props) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.decided) takeFocus(holder.current?.querySelector<HTMLElement>('.panel'));
  }, [props.decided]);
  const panel = content(props);
  return panel && <div ref={holder}>{panel}</div>;
}

function content(props: Props) {
  const { view, busy, now } = props;
  const decided = decidedText(props.decided);
  if (view?.kind === 'device') return <DevicePanel {...props} view={view} decided={decided} />;
  if (view?.kind !== 'unmatched' || !hasPanel(props)) return null;
  const connected = <ConnectedTo connections={view.connections} now={now} />;
  const lost = view.team && (
    <TeamNotice
      mark={view.team}
      about={null}
      now={now}
      busy={busy}
      onUseMine={(event) => props.onUseMine(event, view.team!.key)}
    />
  );
  if (view.why === 'device-unmatched' && view.mayMatch)
    return (
      <MatchingPanel
        {...props}
        ignored={view.ignored}
        expected={view.expected}
        decided={decided}
        connected={connected}
        problem={
          <>
            {lost}
            {props.candidates.length > 0 && (
              <PanelProblem {...props} status={view.status} onRetry={props.onRefresh} />
            )}
          </>
        }
      />
    );
  return (
    <PanelFrame busy={busy} announcement={decided}>
      {connected}
      {lost}
    </PanelFrame>
  );
}

function decidedText(decided: PanelDecision | null): string {
  switch (decided?.action) {
    case undefined:
      return '';
    case 'use-mine':
      return t('panel_decided_use_mine');
    case 'match':
      return t('panel_decided_match', [decided.deviceName]);
    case 'ignore':
      return t('panel_decided_ignore');
    case 'unignore':
      return t('panel_decided_unignore');
  }
}

/** Gives the panel the focus that its button had, unless the person has gone elsewhere meanwhile. */
function takeFocus(panel: HTMLElement | null | undefined): void {
  if (!panel) return;
  const { activeElement, body } = panel.ownerDocument;
  const root = panel.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : null;
  if (activeElement === null || activeElement === body || activeElement === host)
    panel.focus({ preventScroll: true });
}
