/** So long several commits count as one, milliseconds. */
const pause = 150;

/**
 * @param tell told what was committed, at most a few times a second
 * @returns to be called after every commit
 */
export function createAnnouncer(
  wait: (milliseconds: number) => Promise<void>,
  tell: () => void,
): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    void wait(pause).then(() => {
      waiting = false;
      tell();
    });
  };
}
