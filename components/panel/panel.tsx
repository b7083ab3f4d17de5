import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '@/lib/model/problem';
import type { PanelCandidate } from '@/lib/views/matching';
import type { PanelDecision } from '@/lib/model/panel-decision';
import type { PanelView } from '@/lib/views/panel';
import { TeamNotice } from '@/components/ui/team-notice';
import { decidedText } from '@/lib/words/panel';
import { CutOffNotice } from './cut-off-notice';
import { ConnectedTo } from './connected-to';
import { Decided } from './decided';
import { DevicePanel } from './device-panel';
import type { Matching } from './matching-panel';
import type { OpenHistory } from './history';
import type { FoundCalls } from './found-calls';
import { FollowedNote } from './followed-note';
import { hasPanel } from './has-panel';
import { MatchingPanel } from './matching-panel';
import { PanelFrame } from './panel-frame';
import { PanelProblem } from './panel-problem';
import type { AskMakers } from './use-makers';

interface Props extends Omit<Matching, 'ignored' | 'expected'> {
  /** `null` while even the stored values could not be had. */
  view: PanelView | null;
  busy: boolean;
  /** No answer came for long. */
  slow: boolean;
  /** What is shown came of asking again each minute. */
  byItself: boolean;
  problem: Problem | null;
  /** When it is asked again by itself, milliseconds. */
  nextTry: number | null;
  /** A new object for each decision. */
  decided: PanelDecision | null;
  /** The extension is gone from under the page: what is shown stays as it is. */
  cutOff: boolean;
  /** Milliseconds. */
  now: number;
  onRefresh: (event: Event) => void;
  onReloadPage: (event: Event) => void;
  onOpenOptions: (event: Event) => void;
  onCheckSetup: (event: Event) => void;
  onUnmatch: (event: Event) => void;
  onChangeMatch: (event: Event, to: PanelCandidate) => void;
  onUndo: (event: Event) => void;
  onMakers: AskMakers;
  /** What may be done about what was found on a switch's ports. */
  found: FoundCalls;
  onHistory: OpenHistory;
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
  const decided = props.decided ? decidedText(props.decided) : '';
  if (view?.kind === 'device') return <DevicePanel {...props} view={view} />;
  if (view?.kind !== 'unmatched' || !hasPanel(props)) return null;
  if (props.cutOff)
    return (
      <PanelFrame busy={false}>
        <CutOffNotice readAt={null} now={now} onReload={props.onReloadPage} />
      </PanelFrame>
    );
  const connected = (
    <>
      <ConnectedTo connections={view.connections} now={now} />
      <FollowedNote state={props} />
    </>
  );
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
        connected={
          <>
            <Decided {...props} undo={view.undo} />
            {connected}
          </>
        }
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

/** Gives the panel the focus that its button had, unless the person has gone elsewhere meanwhile. */
function takeFocus(panel: HTMLElement | null | undefined): void {
  if (!panel) return;
  const { activeElement, body } = panel.ownerDocument;
  const root = panel.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : null;
  if (activeElement === null || activeElement === body || activeElement === host)
    panel.focus({ preventScroll: true });
}
