import { t } from '@/lib/i18n';
import type { DevicesView } from '@/lib/views/matching';
import { Button } from '@/components/ui/button';
import { Count } from './count';

/** What is done about many devices at once: about those that the filters show. */
export function DevicesBulk({
  view,
  creating,
  onAcceptAll,
  onCreateAll,
}: {
  view: DevicesView;
  /** Configurations are being created already. */
  creating: boolean;
  onAcceptAll: () => void;
  /** Absent where the devices are those of many organizations: each one's are created by themselves. */
  onCreateAll: (() => void) | null;
}) {
  const { acceptable, undecided } = view;
  const shown = view.keys.length;
  const why = creating
    ? t('matching_create_running')
    : undecided > 0
      ? t('matching_create_all_undecided', undecided)
      : null;
  return (
    <>
      {onCreateAll && why !== null && (
        <span class="matching-quiet" id="create-all-why">
          {why}
        </span>
      )}
      <Button
        disabled={acceptable === 0}
        label={t('matching_accept_all')}
        aria-describedby="accept-all-count"
        onClick={onAcceptAll}
      >
        {t('matching_accept_all')}
        <Count id="accept-all-count" count={acceptable} />
      </Button>
      {onCreateAll && (
        <Button
          disabled={why !== null || shown === 0}
          label={t('matching_create_all')}
          aria-describedby={why === null ? 'create-all-count' : 'create-all-why'}
          onClick={onCreateAll}
        >
          {t('matching_create_all')}
          <Count id="create-all-count" count={shown} />
        </Button>
      )}
    </>
  );
}
