import type { Problem } from '@/lib/model/problem';
import { storageProblem } from '@/lib/store/failure';

/** Whether the browser stores what it is given: where it does not, that cannot be stored either. */
export interface StorageHealth {
  /** Why nothing could be stored last; `null` where it could. */
  readonly problem: () => Problem | null;
  /** Remembers the failure, if it is the storage's. */
  readonly failed: (error: unknown) => void;
  readonly worked: () => void;
}

export function createStorageHealth(): StorageHealth {
  let problem: Problem | null = null;
  return {
    problem: () => problem,
    failed(error) {
      problem = storageProblem(error) ?? problem;
    },
    worked() {
      problem = null;
    },
  };
}
