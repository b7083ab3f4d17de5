import type { DecisionResult } from '@/lib/views/matching';
import type { DecisionRefusal } from '@/lib/model/decision-refusal';

/** Thrown inside a transaction to take back all of it and answer why. */
export class DecisionRefused extends Error {
  override readonly name = 'DecisionRefused';
  constructor(readonly refusal: DecisionRefusal) {
    super(refusal.kind);
  }
}

export const refuse = (refusal: DecisionRefusal): DecisionResult => ({ ok: false, refusal });

/** The decision's result, with a refusal thrown anywhere in it as its answer. */
export async function answered(decide: () => Promise<DecisionResult>): Promise<DecisionResult> {
  try {
    return await decide();
  } catch (error) {
    if (error instanceof DecisionRefused) return refuse(error.refusal);
    throw error;
  }
}
