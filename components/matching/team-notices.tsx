import { useState } from 'preact/hooks';
import type { Problem } from '@/lib/model/problem';
import type { TeamMark } from '@/lib/model/team-mark';
import { problemInFull } from '@/lib/words/problems';
import { Notice } from '@/components/ui/notice';
import { TeamNotice } from '@/components/ui/team-notice';
import type { Client } from '@/components/state/client';
import { useNow } from '@/components/state/use-now';

/** More are told of once these are decided. */
const shownAtOnce = 3;

interface Row {
  readonly name: string;
  readonly team: TeamMark | null;
}

/** Rows that another decided otherwise than it was decided here, without having seen that. */
export function TeamNotices({ client, rows }: { client: Client; rows: readonly Row[] }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const now = useNow();
  const overruled = rows.flatMap(({ name, team }) => (team?.overruled ? [{ name, team }] : []));
  async function ask(what: 'team.use-mine' | 'team.dismiss', key: string) {
    setBusy(true);
    const reply = await client.send(what, { key });
    setProblem(reply.ok ? null : reply.problem);
    setBusy(false);
  }
  if (overruled.length === 0) return null;
  return (
    <div class="matching-team">
      {overruled.slice(0, shownAtOnce).map(({ name, team }) => (
        <TeamNotice
          key={team.key}
          mark={team}
          about={name}
          now={now}
          busy={busy}
          onUseMine={() => void ask('team.use-mine', team.key)}
          onDismiss={() => void ask('team.dismiss', team.key)}
        />
      ))}
      {problem && (
        <Notice tone="bad" role="alert">
          {problemInFull(problem)}
        </Notice>
      )}
    </div>
  );
}
