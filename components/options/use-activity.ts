import { useRef, useState } from 'preact/hooks';
import type { ActivityFilter } from '@/lib/messages/activity';
import type { Problem } from '@/lib/model/problem';
import type { ActivityGroup } from '@/lib/views/activity';
import type { Client } from '@/components/state/client';
import { useLive } from '@/components/state/use-live';

/** Asked for at a time. */
const page = 100;

interface Known {
  /** The filter it is all about. */
  readonly question: string;
  readonly groups: Map<string, ActivityGroup>;
  /** Everything there is was read. */
  complete: boolean;
}

const keyOf = ({ run, id }: ActivityGroup): string => run ?? `line ${id}`;

/** What happened by what was done together: the newest kept current, older ones read when they are scrolled to. */
export function useActivity(
  client: Client,
  filter: ActivityFilter,
): {
  /** Newest first; of the last filter until the next one is answered, `null` before the first. */
  readonly groups: readonly ActivityGroup[] | null;
  readonly complete: boolean;
  readonly problem: Problem | null;
  readonly reload: () => void;
  readonly more: () => void;
} {
  const question = JSON.stringify(filter);
  const head = useLive(client, 'activity.groups', { ...filter, before: null, limit: page });
  const known = useRef<Known | null>(null);
  const [, render] = useState(0);
  const [failed, setFailed] = useState<Problem | null>(null);
  const loading = useRef(false);

  const answer = head.view.value;
  if (answer) {
    if (known.current?.question !== question || answer.before === null)
      known.current = { question, groups: new Map(), complete: answer.before === null };
    for (const group of answer.groups) known.current.groups.set(keyOf(group), group);
  }
  const groups = known.current
    ? [...known.current.groups.values()].sort((a, b) => b.id - a.id)
    : null;

  async function more(): Promise<void> {
    const of = known.current;
    const last = groups?.at(-1);
    if (!of || !last || of.complete || of.question !== question || loading.current) return;
    loading.current = true;
    const reply = await client.send('activity.groups', { ...filter, before: last.id, limit: page });
    loading.current = false;
    if (known.current !== of) return;
    setFailed(reply.ok ? null : reply.problem);
    if (!reply.ok) return;
    for (const group of reply.value.groups)
      if (!of.groups.has(keyOf(group))) of.groups.set(keyOf(group), group);
    of.complete = reply.value.before === null;
    render((times) => times + 1);
  }

  return {
    groups,
    complete: known.current?.complete ?? false,
    problem: head.problem.value ?? failed,
    reload: () => void head.reload(),
    more: () => void more(),
  };
}
