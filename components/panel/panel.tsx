import { useEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';
import type { Problem } from '@/lib/model/problem';
import type { PanelDecision, PanelView } from '@/lib/views/panel';
import { noDeviceReasons } from '@/lib/words/panel';
import { TeamNotice } from '@/components/ui/team-notice';
import { ConnectedTo } from './connected-to';
import { DevicePanel } from './device-panel';
import type { Matching } from './matching-panel';
import { MatchingPanel } from './matching-panel';
import { PanelFrame } from './panel-frame';
import { PanelProblem } from './panel-problem';

interface Props extends Omit<Matching, 'ignored'> {
  /** `null` while even the stored values could not be had. */
  view: PanelView | null;
  busy: boolean;
  problem: Problem | null;
  /** A new object for each decision. */
  decided: PanelDecision | null;
  /** Milliseconds. */
  now: number;
  onRefresh: (event: Event) => void;
  onOpenOptions: (event: Event) => void;
  onCheckSetup: (event: Event) => void;
  onOpenMatching: (event: Event) => void;
  /** @param key under which the decision is shared */
  onUseMine: (event: Event, key: string) => void;
}

/** What stands on a configuration's page: the device, the choice of one, why there is none, or nothing. */
export function Panel(props: Props) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.decided) takeFocus(holder.current?.querySelector<HTMLElement>('.panel'));
  }, [props.decided]);
  const panel = content(props);
  return panel && <div ref={holder}>{panel}</div>;
}

function content(props: Props) {
  const { view, busy, problem, now, onRefresh, onOpenOptions, onCheckSetup, onOpenMatching } =
    props;
  const decided = decidedText(props.decided);
  if (view?.kind === 'device') return <DevicePanel {...props} view={view} decided={decided} />;
  if (view?.kind === 'none' || (view === null && problem === null)) return null;
  const status = view?.status ?? null;
  const lost = view?.kind === 'unmatched' && view.team && (
    <TeamNotice
      mark={view.team}
      about={null}
      now={now}
      busy={busy}
      onUseMine={(event) => props.onUseMine(event, view.team!.key)}
    />
  );
  const failure = (
    <PanelProblem
      status={status}
      problem={problem}
      busy={busy}
      now={now}
      onRetry={onRefresh}
      onOpenOptions={onOpenOptions}
      onCheckSetup={onCheckSetup}
    />
  );
  const failing = (
    <>
      {lost}
      {failure}
    </>
  );
  if (view?.why === 'device-unmatched' && view.mayMatch)
    return (
      <MatchingPanel
        {...props}
        ignored={view.ignored}
        decided={decided}
        connected={<ConnectedTo connections={view.connections} now={now} />}
        problem={failing}
      />
    );
  return (
    <PanelFrame busy={busy}>
      {view && <p class="panel-reason">{t(noDeviceReasons[view.why])}</p>}
      {view && <ConnectedTo connections={view.connections} now={now} />}
      {failing}
      {view?.why === 'never-synced' && status?.state === 'ok' && (
        <Button onClick={onOpenOptions}>{t('panel_open_options')}</Button>
      )}
      {view?.mayMatch && (
        <Button kind="quiet" onClick={onOpenMatching}>
          {t('panel_open_matching')}
        </Button>
      )}
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
