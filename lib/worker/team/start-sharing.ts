import type { ItGlueCalls } from '@/lib/itglue/client';
import { fieldChanges, fieldsOfNew, typeFields } from '@/lib/journal/field-changes';
import type { Journal } from '@/lib/journal/journal';
import type { WriteOutcome } from '@/lib/journal/outcome';
import type { Executor } from '@/lib/journal/executor';
import type { FlexibleAssetType } from '@/lib/model/flexible-asset';
import type { Problem } from '@/lib/model/problem';
import { ProblemError } from '@/lib/model/problem-error';
import { missingFields, preferredType, recordType, recordTypeName } from '@/lib/team/record-type';

const description =
  'What the Datto Networking browsers of this company have decided, shared between them. Do not edit.';

/**
 * Makes the flexible asset type of the shared state, enables it, or adds the fields that it lacks.
 * @throws ProblemError where IT Glue does not allow it
 */
export async function startSharing(
  { itGlue, journal }: { readonly itGlue: ItGlueCalls; readonly journal: Journal },
  who: string,
): Promise<void> {
  const read = async () => preferredType(await itGlue.flexibleAssetTypesNamed(recordTypeName));
  let type = await read();
  if (!type) {
    const draft = recordType(description);
    await written(journal, 'create', who, 'created', {
      changes: () => fieldsOfNew([['Name', draft.name], ...typeFields(draft.fields)]),
      async before() {
        const there = await read();
        return there ? { next: 'adopt', result: there } : { next: 'send', known: [] };
      },
      async send() {
        const id = await itGlue.createFlexibleAssetType(draft);
        return { id };
      },
      find: read,
    });
    // Another administrator may have made one at the same time: every browser takes the lowest id.
    type = await read();
  }
  if (!type) return;
  const { id } = type;
  if (!type.enabled)
    await written(journal, `enable ${id}`, who, 'updated', {
      changes: () => fieldChanges([['Enabled', false, true]]),
      send: async () => {
        await itGlue.updateFlexibleAssetType(id, { enabled: true });
        return { id };
      },
      find: async () => enabled(await read()),
    });
  const lacking = missingFields(type);
  if (lacking.length > 0)
    await written(journal, `fields ${id}`, who, 'updated', {
      changes: () => fieldsOfNew(typeFields(lacking)),
      send: async () => {
        const now = await read();
        const still = now ? missingFields(now) : [];
        if (still.length > 0) await itGlue.addFlexibleAssetFields(id, still);
        return { id };
      },
      find: async () => {
        const now = await read();
        return now && missingFields(now).length === 0 ? { id } : null;
      },
    });
}

const enabled = (type: FlexibleAssetType | null) => (type?.enabled ? type : null);

type Steps = Pick<Executor<{ readonly id: string }>, 'send' | 'find'> &
  Partial<Pick<Executor<{ readonly id: string }>, 'before' | 'changes'>>;

async function written(
  journal: Journal,
  step: string,
  who: string,
  did: 'created' | 'updated',
  steps: Steps,
): Promise<void> {
  const subject = { resource: 'type', name: recordTypeName, fields: [] } as const;
  const outcome = await journal.once(
    {
      key: `team type ${step}`,
      who,
      write: { kind: 'in-memory', event: { did, ...subject }, creation: null },
    },
    {
      subject,
      did,
      before: () => Promise.resolve({ next: 'send', known: [] }),
      idOf: ({ id }) => id,
      ...steps,
    },
  );
  const problem = problemOf(outcome);
  if (problem) throw new ProblemError(problem);
}

function problemOf(outcome: WriteOutcome): Problem | null {
  switch (outcome.state) {
    case 'done':
    case 'gone':
      return null;
    case 'busy':
      return { kind: 'internal', cause: { kind: 'written-elsewhere' } };
    case 'open':
      return outcome.problem;
    case 'refused':
      return outcome.refusal.kind === 'problem'
        ? outcome.refusal.problem
        : { kind: 'refused', side: 'itglue' };
  }
}
