import { t } from '@/lib/i18n';
import type { TeamStatus } from '@/lib/views/status';
import { syncingElsewhere } from '@/lib/words/team-mark';

/** Whether decisions are shared, and what of that is not as it ought to be; nothing where a browser is on its own. */
export function TeamLines({ team, now }: { team: TeamStatus; now: number }) {
  if (!team.shared) return null;
  return (
    <section class="popup-team">
      <p>{t('team_shared')}</p>
      {team.syncing && <p>{syncingElsewhere(team.syncing.by, team.syncing.since, now)}</p>}
      {team.waiting > 0 && (
        <p>
          {t('team_waiting', team.waiting)} {team.unreached && t('team_tried_again')}
        </p>
      )}
      {team.outdated && <p>{t('team_outdated')}</p>}
    </section>
  );
}
