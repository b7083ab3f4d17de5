import { createManufacturer, createModel } from '@/lib/journal/catalog';
import { JournalHold, type Journal } from '@/lib/journal/journal';
import type { WriteOutcome } from '@/lib/journal/outcome';
import type { List } from '@/lib/itglue/json-api-read';
import type { Configuration } from '@/lib/model/configuration';
import type { JournalRefusal } from '@/lib/model/journal';
import type { OrganizationId } from '@/lib/model/ids';
import type { ProblemCause } from '@/lib/model/problem';
import type { Clients } from '@/lib/sync/api-clients';
import type { MatchingContext } from '../context';
import { readConfigurations } from '../live';

/** Who makes all devices, as a configuration says it. */
export const manufacturer = 'Datto';

/** What an organization held is trusted for so long while many are created, milliseconds. */
const snapshotMs = 15_000;

type RefusedReference = Extract<ProblemCause, { kind: 'reference-refused' }>;

/** A creation that cannot go on since what it refers to was refused. */
export class Impossible extends Error {
  constructor(readonly refusal: JournalRefusal) {
    super(refusal.kind);
  }
}

/** What the rows of one stretch of work share, so that each asks IT Glue only for what is its own. */
export interface Shared {
  configurations(organizationId: OrganizationId): Promise<List<Configuration>>;
  statusId(): Promise<string | null>;
  manufacturerId(who: string): Promise<string>;
  modelId(manufacturerId: string, name: string, who: string): Promise<string>;
}

export function createShared(
  context: Pick<MatchingContext, 'clients' | 'now'>,
  { itGlue }: Clients,
  journal: Journal,
): Shared {
  const kept = new Map<string, { readonly at: number; readonly value: Promise<unknown> }>();
  /** Asks once for what several rows need at the same time; a failure is not kept. */
  function once<Value>(key: string, ask: () => Promise<Value>, forMs = Infinity): Promise<Value> {
    const before = kept.get(key);
    if (before && context.now() - before.at < forMs) return before.value as Promise<Value>;
    const value = ask();
    kept.set(key, { at: context.now(), value });
    value.catch(() => kept.delete(key));
    return value;
  }
  return {
    configurations: (id) =>
      once(`configurations ${id}`, () => readConfigurations(context, id), snapshotMs),
    statusId: () =>
      once('status', async () => (await itGlue.findConfigurationStatus('Active'))?.id ?? null),
    manufacturerId: (who) =>
      once('manufacturer', async () =>
        idOf(
          { reference: 'manufacturer', name: manufacturer },
          await journal.once(
            {
              key: `manufacturer ${manufacturer}`,
              write: { kind: 'create-manufacturer', name: manufacturer },
              who,
            },
            createManufacturer(itGlue, manufacturer),
          ),
        ),
      ),
    modelId: (manufacturerId, name, who) =>
      once(`model ${name}`, async () =>
        idOf(
          { reference: 'model', name },
          await journal.once(
            {
              key: `model ${manufacturerId} ${name}`,
              write: { kind: 'create-model', manufacturerId, name },
              who,
            },
            createModel(itGlue, manufacturerId, name),
          ),
        ),
      ),
  };
}

/** @throws Impossible, JournalHold where there is none */
function idOf(what: Pick<RefusedReference, 'reference' | 'name'>, outcome: WriteOutcome): string {
  switch (outcome.state) {
    case 'done':
      return outcome.resultId;
    case 'refused':
      throw new Impossible(referring(what, outcome.refusal));
    case 'open':
      throw new JournalHold(outcome.problem);
    case 'busy':
    case 'gone':
      throw new JournalHold({ kind: 'internal', cause: { kind: 'written-elsewhere' } });
  }
}

/** The refusal of what a configuration refers to, told as what it is and not as the configuration's own. */
function referring(
  what: Pick<RefusedReference, 'reference' | 'name'>,
  refusal: JournalRefusal,
): JournalRefusal {
  if (refusal.kind !== 'problem') return refusal;
  const { problem } = refusal;
  const { kind, side } = problem;
  const cause: RefusedReference = { kind: 'reference-refused', ...what, problem };
  return { kind: 'problem', problem: { kind, ...(side && { side }), cause } };
}
