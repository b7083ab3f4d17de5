/** Work that can be left between any two of its steps, each far shorter than a slice. */
export type Steps<Result> = Generator<void, Result, void>;

/** What lets others have their turn. */
export interface Turns {
  /** Milliseconds. */
  readonly now: () => number;
  /** Resolves after events that wait were handled. */
  readonly pause: () => Promise<void>;
}

/** A third of what a person notices, so that a message is answered between two slices. Milliseconds. */
const slice = 15;

/** Does the work, letting others have their turn between slices of it. */
export async function inSlices<Result>(
  steps: Steps<Result>,
  { now, pause }: Turns,
): Promise<Result> {
  let began = now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (now() - began < slice) continue;
    await pause();
    began = now();
  }
}
