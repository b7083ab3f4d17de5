import { readPolicy } from '@/lib/policy/read-policy';
import type { Policy } from '@/lib/model/policy';
import type { WorkerBrowser } from '../platform';

/** The company's policy as the browser has it. */
export interface PolicySource {
  /** What it said when it was read last. */
  current(): Promise<Policy>;
  /** What it says now. */
  read(): Promise<Policy>;
}

export function createPolicySource({
  managed,
}: Pick<WorkerBrowser['storage'], 'managed'>): PolicySource {
  let known: Promise<Policy> | undefined;
  const read = () => {
    // Firefox refuses where there is none.
    known = managed.get().then(readPolicy, () => readPolicy({}));
    return known;
  };
  return { current: () => known ?? read(), read };
}
