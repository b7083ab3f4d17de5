import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '@/lib/model/problem';

/** What the background sends back. */
export type Replied<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

/** The answer to a question that changes while typing. */
export interface Answer<Value> {
  /** The last answer, perhaps to an earlier question; `null` before the first. */
  readonly value: Value | null;
  readonly problem: Problem | null;
  /** The question of now is not answered yet. */
  readonly asking: boolean;
  readonly retry: () => void;
}

/**
 * Asks once the question has stood for a moment; the first one at once. An answer that comes after
 * a newer question is dropped.
 * @param question what identifies it
 * @param ask asks the question of this render
 * @param waitMs how long it must stand, milliseconds
 */
export function useAnswer<Value>(
  question: string,
  ask: () => Promise<Replied<Value>>,
  waitMs: number,
): Answer<Value> {
  const [answer, setAnswer] = useState<{
    readonly to: string | null;
    readonly value: Value | null;
    readonly problem: Problem | null;
  }>({ to: null, value: null, problem: null });
  const [tries, setTries] = useState(0);
  const key = `${tries} ${question}`;

  useEffect(() => {
    let dropped = false;
    async function run() {
      const reply = await ask();
      if (dropped) return;
      setAnswer((last) =>
        reply.ok
          ? { to: key, value: reply.value, problem: null }
          : { to: key, value: last.value, problem: reply.problem },
      );
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    if (answer.to === null || waitMs === 0) void run();
    else timer = setTimeout(() => void run(), waitMs);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [key]);

  const asking = answer.to !== key;
  return {
    value: answer.value,
    problem: asking ? null : answer.problem,
    asking,
    retry: () => setTries((count) => count + 1),
  };
}
