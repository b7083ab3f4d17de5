/**
 * A request may still be at work in IT Glue after its connection broke or its sender died: a gateway
 * holds it for minutes, and its effect comes when nobody waits for it any more. Before one that is not
 * found is sent again, so much time must have passed since it failed, milliseconds.
 */
export const heldMs = 5 * 60_000;

/** The same for what may be sent twice: the second changes nothing. */
export const settleMs = 30_000;

/** When it is looked for meanwhile, milliseconds since it failed: what has its effect usually has it soon. */
const looks = [5_000, 15_000, settleMs, 60_000, 2 * 60_000, heldMs];

/**
 * Milliseconds from `since` its failure until it is looked for again; 0 where it may be sent again.
 * @param repeatable whether sending it twice leaves the same as once
 */
export function untilNextLook(since: number, repeatable = false): number {
  const next = looks.find((look) => look > since && (!repeatable || look <= settleMs));
  return next === undefined ? 0 : next - since;
}
