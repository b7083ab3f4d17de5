import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { Problem } from '@/lib/model/problem';
import type { TeamView } from '@/lib/views/team';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import { inSentence } from '@/lib/words/in-sentence';
import { problemInFull, problemText } from '@/lib/words/problems';
import { notAcceptedText, sharingText, startable } from '@/lib/words/team';
import { useLive } from '@/components/state/use-live';
import { useNow } from '@/components/state/use-now';
import { LeaveDialog } from './leave-dialog';
import { ManagedMark } from './managed-mark';
import type { SectionProps } from './section';

type Ask = 'team.start' | 'team.refresh' | 'team.join';

/** Whether decisions are shared between the company's browsers, and which these are. */
export function TeamSection({ client, view: options }: SectionProps) {
  const { view, problem, reload } = useLive(client, 'team.view');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Problem | null>(null);
  const managedHome = options.managed.values.teamHome;
  const [chosenHome, setHome] = useState('');
  const home = managedHome ?? chosenHome;
  const [leaving, setLeaving] = useState(false);
  const team = view.value;

  async function ask(name: Ask) {
    setBusy(true);
    const reply =
      name === 'team.start'
        ? await client.send(name, { home: home === '' ? null : home })
        : await client.send(name);
    setFailure(reply.ok ? null : reply.problem);
    await reload();
    setBusy(false);
  }

  return (
    <>
      <p>{t('team_intro')}</p>
      {problem.value && (
        <Notice
          tone="warning"
          action={<Button onClick={() => void reload()}>{t('options_retry')}</Button>}
        >
          {problemText(problem.value)}
        </Notice>
      )}
      {team && (
        <>
          <Notice
            tone={team.notShared === null ? 'good' : 'neutral'}
            role="status"
            action={
              <NextStep
                team={team}
                busy={busy}
                ready={team.notShared !== 'no-home' || home !== ''}
                ask={ask}
              />
            }
          >
            {sharingText(team.notShared)}
          </Notice>
          {team.homes.length > 0 && team.permitted && (
            <Homes
              homes={team.homes}
              chosen={home}
              managed={managedHome !== undefined}
              onChoose={setHome}
            />
          )}
          {failure && (
            <Notice tone="bad" role="alert">
              {problemInFull(failure)}
            </Notice>
          )}
          <Remarks team={team} />
          {team.browsers.length > 0 && <Browsers team={team} />}
          {team.notShared === null && (
            <div class="options-actions">
              <Button kind="danger" onClick={() => setLeaving(true)}>
                {t('team_leave')}
              </Button>
            </div>
          )}
          {leaving && (
            <LeaveDialog
              client={client}
              onClose={() => {
                setLeaving(false);
                void reload();
              }}
            />
          )}
        </>
      )}
    </>
  );
}

function NextStep({
  team,
  busy,
  ready,
  ask,
}: {
  team: TeamView;
  busy: boolean;
  /** Whether all that is to be chosen is chosen. */
  ready: boolean;
  ask: (name: Ask) => Promise<void>;
}) {
  const { notShared, permitted } = team;
  if (notShared === 'not-connected') return null;
  if (notShared === 'left')
    return (
      <Button busy={busy} onClick={() => void ask('team.join')}>
        {t('team_join')}
      </Button>
    );
  // An Administrator may have started it elsewhere a moment ago.
  if (notShared === null || !startable.has(notShared) || !permitted)
    return (
      <Button icon="refresh" busy={busy} onClick={() => void ask('team.refresh')}>
        {t('team_refresh')}
      </Button>
    );
  return (
    <Button kind="primary" busy={busy} disabled={!ready} onClick={() => void ask('team.start')}>
      {t(notShared === 'not-started' || notShared === 'no-home' ? 'team_start' : 'team_mend')}
    </Button>
  );
}

function Homes({
  homes,
  chosen,
  managed,
  onChoose,
}: {
  homes: TeamView['homes'];
  chosen: string;
  /** The company has set it. */
  managed: boolean;
  onChoose: (id: string) => void;
}) {
  return (
    <div class="options-field">
      <label for="team-home">{t('team_home')}</label>
      <select
        class="select"
        id="team-home"
        value={chosen}
        disabled={managed}
        onChange={({ currentTarget: { value } }) => onChoose(value)}
      >
        <option value="">{t('team_home_choose')}</option>
        {homes.map(({ id, name }) => (
          <option key={id} value={id}>
            {inSentence(name)}
          </option>
        ))}
      </select>
      {managed && <ManagedMark />}
    </div>
  );
}

function Remarks({ team }: { team: TeamView }) {
  return (
    <>
      {team.notShared !== null && startable.has(team.notShared) && !team.permitted && (
        <p>{t('team_only_administrators')}</p>
      )}
      {team.problem && (
        <Notice tone="warning">{t('team_problem', [problemText(team.problem)])}</Notice>
      )}
      {team.outdated && <Notice tone="warning">{t('team_outdated')}</Notice>}
      {team.waiting > 0 && team.notShared === null && <p>{t('team_waiting', team.waiting)}</p>}
      {team.notAccepted.map((decision, place) => (
        <Notice key={place} tone="warning">
          {notAcceptedText(decision)}
        </Notice>
      ))}
    </>
  );
}

function Browsers({ team }: { team: TeamView }) {
  const now = useNow();
  return (
    <div class="team-browsers" role="region" aria-label={t('team_browsers')} tabIndex={0}>
      <table>
        <caption>{t('team_browsers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('team_user')}</th>
            <th scope="col">{t('team_version')}</th>
            <th scope="col">{t('team_seen')}</th>
            <th scope="col">{t('team_synced')}</th>
          </tr>
        </thead>
        <tbody>
          {team.browsers.map(({ user, own, version, seenAt, syncedAt }, place) => {
            const name = user ?? t('team_no_user');
            return (
              <tr key={place}>
                <th scope="row">
                  <bdi>{own ? t('team_own', [name]) : name}</bdi>
                </th>
                <td>{version}</td>
                <td>
                  <Time at={seenAt} now={now} />
                </td>
                <td>{syncedAt === null ? t('team_never') : <Time at={syncedAt} now={now} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
