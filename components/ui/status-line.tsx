import type { IntegrationStatus } from '@/lib/model/integration-status';
import { StatusDot } from './status-dot';
import { statusDetail, statusTone, statusWord } from '@/lib/words/statuses';

/** The integration's state: dot, word, and what there is to say beyond it. `now`: ms. */
export function StatusLine({ status, now }: { status: IntegrationStatus; now: number }) {
  const detail = statusDetail(status, now);
  return (
    <span class="status-line">
      <StatusDot tone={statusTone(status)} word={statusWord(status)} />
      {detail !== null && <span class="status-detail">{detail}</span>}
    </span>
  );
}
