import { useEffect, useMemo, useState } from 'preact/hooks';
import type { IconName } from '@/components/icons/icon';
import { Icon } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import { FieldList } from '@/components/ui/field-list';
import { problemText } from '@/lib/words/problems';
import { DeviceStatusDot } from '@/components/ui/device-status-dot';
import { Time } from '@/components/ui/time';
import { ValueText } from '@/components/ui/value-text';
import { t } from '@/lib/i18n';
import { listText } from '@/lib/i18n/list';
import type { Problem } from '@/lib/model/problem';
import type { DecisionRefusal } from '@/lib/model/decision-refusal';
import type { PanelCandidate } from '@/lib/views/matching';
import type { PanelDecision } from '@/lib/model/panel-decision';
import type { PanelView } from '@/lib/views/panel';
import { decidedText } from '@/lib/words/panel';
import { refusalText } from '@/lib/words/refusals';
import { Notice } from '@/components/ui/notice';
import { needingAttention, panelFields } from '@/lib/views/panel-fields';
import { CutOffNotice } from './cut-off-notice';
import { ConnectedTo } from './connected-to';
import { FieldContent } from './field-value';
import { kindWords } from '@/lib/words/kinds';
import { configurationRules } from '@/lib/words/rules';
import { matchedBy } from '@/lib/words/team-mark';
import { TeamNotice } from '@/components/ui/team-notice';
import { Decided } from './decided';
import { MatchActions } from './match-actions';
import { MatchTo } from './match-to';
import { Outlets } from './outlets';
import { SwitchPorts } from './switch-ports';
import type { AskMakers } from './use-makers';
import { PanelHistory, type OpenHistory } from './history';
import type { Search } from './use-search';
import type { FoundCalls } from './found-calls';
import { FollowedNote } from './followed-note';
import { PanelFrame } from './panel-frame';
import { PanelProblem } from './panel-problem';
import { useChanged } from './use-changed';

interface Props {
  view: Extract<PanelView, { kind: 'device' }>;
  busy: boolean;
  /** No answer came for long. */
  slow: boolean;
  /** What is shown came of asking again each minute. */
  byItself: boolean;
  problem: Problem | null;
  /** When it is asked again by itself, milliseconds. */
  nextTry: number | null;
  now: number;
  /** The extension is gone from under the page: nothing is asked or decided any more. */
  cutOff: boolean;
  /** What a person has just decided here. */
  decided: PanelDecision | null;
  deciding: boolean;
  /** Why the last decision changed nothing. */
  refusal: DecisionRefusal | null;
  onRefresh: (event: Event) => void;
  onReloadPage: (event: Event) => void;
  onOpenOptions: (event: Event) => void;
  onCheckSetup: (event: Event) => void;
  onUseMine: (event: Event, key: string) => void;
  onUnmatch: (event: Event) => void;
  onChangeMatch: (event: Event, to: PanelCandidate) => void;
  onUndo: (event: Event) => void;
  onSearch: Search;
  onMakers: AskMakers;
  found: FoundCalls;
  onHistory: OpenHistory;
}

/** The live fields of the device that is matched to the page's configuration. */
export function DevicePanel(props: Props) {
  const { view, busy, slow, problem, nextTry, now, cutOff, decided, deciding, refusal } = props;
  const { onRefresh, onOpenOptions, onCheckSetup, onUseMine } = props;
  const [changing, setChanging] = useState(false);
  const [history, setHistory] = useState(false);
  useEffect(() => {
    if (decided) setChanging(false);
  }, [decided]);
  const { device } = view;
  const fields = useMemo(() => panelFields(view, now), [view, now]);
  const changed = useChanged(
    useMemo(
      () => new Map(fields.map(({ key, value }) => [key as string, JSON.stringify(value)])),
      [fields],
    ),
  );
  const attention = needingAttention(fields);
  const sentence = refusal ? refusalText(refusal, 'device') : '';
  const failure = problem ?? view.problem;

  function announced(): string {
    // Nobody waits for what is asked each minute; what fails is told all the same.
    if (props.byItself && !failure) return '';
    if (busy && slow) return t('panel_slow');
    if (busy) return decided ? decidedText(decided) : '';
    return announcement(failure, changed.size);
  }

  return (
    <PanelFrame
      busy={busy}
      layout={`${changing} ${history}`}
      header={
        <>
          <span class="panel-kind">
            <Icon name={device.kind satisfies IconName} />
            {t(kindWords[device.kind].name)}
          </span>
          <span class="panel-state">
            <DeviceStatusDot status={device.status} />
            {attention.length > 0 && (
              <span class="panel-attention" title={listText(attention.map(({ label }) => label))}>
                <span aria-hidden="true">·</span> {t('panel_attention', attention.length)}
              </span>
            )}
          </span>
          {!cutOff && (
            <span class="panel-age">
              <Age readAt={view.readAt} now={now} busy={busy} failing={failure !== null} />
            </span>
          )}
        </>
      }
      actions={
        !cutOff && (
          <Button
            kind="quiet"
            icon="refresh"
            // One that waits for long can be asked anew.
            busy={busy && !slow}
            label={t('panel_refresh')}
            onClick={onRefresh}
          />
        )
      }
      announcement={sentence || announced()}
    >
      <FieldList
        items={fields.map((field) => ({
          key: field.key,
          label: field.label,
          value: <FieldContent field={field} now={now} />,
          tone: field.tone ?? undefined,
          changed: changed.has(field.key),
        }))}
      />
      <ConnectedTo always connections={view.connections} now={now} />
      {device.kind === 'managed-power' && <Outlets device={device} />}
      <SwitchPorts
        view={view}
        busy={busy}
        now={now}
        onMakers={props.onMakers}
        found={view.mayMatch && !cutOff ? props.found : null}
      />
      {!cutOff && (
        <PanelHistory
          key={device.key}
          kind={device.kind}
          now={now}
          onOpen={props.onHistory}
          onToggle={setHistory}
        />
      )}
      <div class="panel-foot">
        <p class="panel-rule">
          {t(configurationRules[view.rule].panel)} · {t('panel_network')}{' '}
          <bdi>
            <ValueText text={view.networkName} />
          </bdi>
        </p>
        {!cutOff && <FollowedNote state={props} />}
        {view.team && !view.team.overruled && <p class="panel-rule">{matchedBy(view.team, now)}</p>}
        {cutOff && <CutOffNotice readAt={view.readAt} now={now} onReload={props.onReloadPage} />}
        {view.team?.overruled && !cutOff && (
          <TeamNotice
            mark={view.team}
            about={null}
            now={now}
            busy={busy}
            onUseMine={(event) => onUseMine(event, view.team!.key)}
          />
        )}
        {!cutOff && (
          <>
            <PanelProblem
              status={view.status}
              problem={failure}
              busy={busy}
              slow={slow}
              nextTry={nextTry}
              now={now}
              onRetry={onRefresh}
              onOpenOptions={onOpenOptions}
              onCheckSetup={onCheckSetup}
            />
            <Decided undo={view.undo} deciding={deciding} onUndo={props.onUndo} />
          </>
        )}
        {view.mayMatch && !changing && !cutOff && (
          <MatchActions
            deciding={deciding}
            onChange={() => setChanging(true)}
            onUnmatch={props.onUnmatch}
          />
        )}
      </div>
      {refusal && !cutOff && <Notice tone="warning">{sentence}</Notice>}
      {changing && !cutOff && (
        <MatchTo
          onSearch={props.onSearch}
          onPick={props.onChangeMatch}
          onClose={() => setChanging(false)}
        />
      )}
    </PanelFrame>
  );
}

/** How old the values are, and whether they are being read again. */
function Age({
  readAt,
  now,
  busy,
  failing,
}: {
  readAt: string;
  now: number;
  busy: boolean;
  failing: boolean;
}) {
  // Of a moment ago: no age is worth saying.
  if (busy && now - Date.parse(readAt) < 60_000) return <>{t('panel_updating_now')}</>;
  const words = busy ? t('panel_updating') : failing ? t('panel_values_from') : t('panel_updated');
  return (
    <>
      {words} <Time at={readAt} now={now} />
    </>
  );
}

/** What a screen reader is told of an update. */
function announcement(problem: Problem | null, changes: number): string {
  if (problem) return problemText(problem);
  return changes > 0 ? t('panel_changes', changes) : t('panel_current');
}
