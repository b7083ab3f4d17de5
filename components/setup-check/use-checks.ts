import { useRef, useState } from 'preact/hooks';
import type { Problem } from '@/lib/model/problem';
import type { AssumptionId } from '@/lib/model/setup-check';
import type { Client } from '@/components/state/client';

/** How far the checks are. */
export interface Checking {
  /** The one under way; `null` while none is. */
  readonly id: AssumptionId | null;
  readonly done: number;
  readonly total: number;
  readonly stopped: boolean;
  readonly problem: Problem | null;
  readonly run: (ids: readonly AssumptionId[]) => Promise<void>;
  readonly stop: () => void;
}

const idle = { id: null, done: 0, total: 0, stopped: false, problem: null };

/** Runs checks one by one until the last is done or they are stopped. */
export function useChecks(client: Client): Checking {
  const [state, setState] = useState<Omit<Checking, 'run' | 'stop'>>(idle);
  const wanted = useRef(false);

  async function run(ids: readonly AssumptionId[]) {
    if (wanted.current) return;
    wanted.current = true;
    let problem: Problem | null = null;
    let done = 0;
    for (const id of ids) {
      setState({ ...idle, id, done, total: ids.length });
      const reply = await client.send('setup-check.run', { id });
      if (!reply.ok) problem = reply.problem;
      if (problem !== null || !wanted.current) break;
      done += 1;
    }
    const stopped = !wanted.current;
    wanted.current = false;
    setState({ id: null, done, total: ids.length, stopped, problem });
  }

  function stop() {
    wanted.current = false;
    void client.send('setup-check.stop');
  }

  return { ...state, run, stop };
}
