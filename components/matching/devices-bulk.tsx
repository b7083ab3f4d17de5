import { t } from '@/lib/i18n';
import type { DeviceKey } from '@/lib/model/device';
import type { DeviceRow } from '@/lib/views/matching';
import { Button } from '@/components/ui/button';
import { Count } from './count';

/** What is done about many devices at once: about those that the filters show. */
export function DevicesBulk({
  rows,
  shown,
  acceptable,
  creating,
  onAcceptAll,
  onCreateAll,
}: {
  /** All of the organization's. */
  rows: readonly DeviceRow[];
  shown: readonly DeviceRow[];
  /** How many suggestions can be accepted at once. */
  acceptable: number;
  /** Configurations are being created already. */
  creating: boolean;
  onAcceptAll: () => void;
  onCreateAll: (keys: readonly DeviceKey[]) => void;
}) {
  const undecided = rows.filter(({ creation }) => creation === 'suggestion-undecided').length;
  const why = creating
    ? t('matching_create_running')
    : undecided > 0
      ? t('matching_create_all_undecided', undecided)
      : null;
  return (
    <>
      {why !== null && (
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
      <Button
        disabled={why !== null || shown.length === 0}
        label={t('matching_create_all')}
        aria-describedby={why === null ? 'create-all-count' : 'create-all-why'}
        onClick={() => onCreateAll(shown.map(({ key }) => key))}
      >
        {t('matching_create_all')}
        <Count id="create-all-count" count={shown.length} />
      </Button>
    </>
  );
}
