import { Button } from '@/components/parts/button';
import { t } from '@/lib/i18n';
import type { Problem } from '@/lib/model/problem';
import type { PanelView } from '@/lib/views/panel';
import { DevicePanel } from './device-panel';
import { PanelFrame } from './panel-frame';
import { PanelProblem } from './panel-problem';

interface Props {
  /** `null` while even the stored values could not be had. */
  view: PanelView | null;
  busy: boolean;
  problem: Problem | null;
  /** Milliseconds. */
  now: number;
  onRefresh: (event: Event) => void;
  onOpenOptions: (event: Event) => void;
}

const reasons = {
  'organization-unmatched': 'panel_organization_unmatched',
  'device-unmatched': 'panel_device_unmatched',
  'configuration-unknown': 'panel_configuration_unknown',
  'never-synced': 'panel_never_synced',
} as const;

/** What stands on a configuration's page: the device, why there is none, or nothing. */
export function Panel(props: Props) {
  const { view, busy, problem, now, onRefresh, onOpenOptions } = props;
  if (view?.kind === 'device') return <DevicePanel {...props} view={view} />;
  if (view?.kind === 'none' || (view === null && problem === null)) return null;
  const status = view?.status ?? null;
  return (
    <PanelFrame busy={busy}>
      {view && <p class="panel-reason">{t(reasons[view.why])}</p>}
      <PanelProblem
        status={status}
        problem={problem}
        busy={busy}
        now={now}
        onRetry={onRefresh}
        onOpenOptions={onOpenOptions}
      />
      {view?.why === 'never-synced' && status?.state === 'ok' && (
        <Button onClick={onOpenOptions}>{t('panel_open_options')}</Button>
      )}
    </PanelFrame>
  );
}
