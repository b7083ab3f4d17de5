import type { PageAt } from '@/lib/itglue/json-api-read';

/** A page as a step names it: `1` for the first, else its number and size, e.g. `3/250`. */
export const pageStep = (at: PageAt): string => (at === 1 ? '1' : `${at.number}/${at.size}`);

/** Steps of a run that an earlier version opened have no size: theirs was 1000. */
export function readPageStep(step: string): PageAt {
  if (step === '1') return 1;
  const [number, size = 1000] = step.split('/').map(Number);
  return { number: number ?? 1, size };
}
