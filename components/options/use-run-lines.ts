import { useEffect, useState } from 'preact/hooks';
import type { ActivityFilter } from '@/lib/messages/activity';
import type { ResponseOf } from '@/lib/messages/protocol';
import type { ActivityGroup } from '@/lib/views/activity';
import type { Client } from '@/components/state/client';

type Line = ResponseOf<'activity.list'>['rows'][number];

/** Asked for at a time. */
const page = 200;

interface Lines {
  readonly lines: readonly Line[];
  /** For the next ones; `null` at the end. */
  readonly before: number | null;
  /** The newest of its lines when it was asked. */
  readonly id: number;
}

/** The lines of runs that are open, newest first: the first when it opens, the others on demand. */
export function useRunLines(
  client: Client,
  filter: ActivityFilter,
  open: readonly ActivityGroup[],
): {
  /** `undefined` until they are read. */
  readonly linesOf: (run: string) => readonly Line[] | undefined;
  readonly more: (run: string) => void;
} {
  const question = JSON.stringify(filter);
  const [known, setKnown] = useState<ReadonlyMap<string, Lines>>(new Map());
  const keyOf = (run: string) => `${question} ${run}`;

  async function ask({ run, id }: { run: string; id: number }, before: number | null) {
    const key = keyOf(run);
    const reply = await client.send('activity.list', { ...filter, run, before, limit: page });
    if (!reply.ok) return;
    const { rows } = reply.value;
    setKnown((now) => {
      const lines = before === null ? rows : [...(now.get(key)?.lines ?? []), ...rows];
      return new Map(now).set(key, { lines, before: reply.value.before, id });
    });
  }

  const asked = open.map(({ run, id }) => `${run} ${id}`).join();
  useEffect(() => {
    for (const { run, id } of open)
      if (run !== null && known.get(keyOf(run))?.id !== id) void ask({ run, id }, null);
  }, [asked, question]);

  return {
    linesOf: (run) => known.get(keyOf(run))?.lines,
    more(run) {
      const lines = known.get(keyOf(run));
      if (!lines || lines.before === null) return;
      const { before, id } = lines;
      setKnown((now) => new Map(now).set(keyOf(run), { ...lines, before: null }));
      void ask({ run, id }, before);
    },
  };
}
