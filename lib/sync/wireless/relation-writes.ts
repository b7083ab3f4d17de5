import { fieldChanges } from '@/lib/journal/field-changes';
import { flexibleAssetId } from '@/lib/model/ids';
import type { RelatedItem, RelationEnd } from '@/lib/model/related-item';
import { naturalKey, relationNotes, type Operation } from '@/lib/wireless/operation';
import { slotKey, type Slot } from '@/lib/wireless/slot';
import { eventOf, prepared, type Prepared, type Work } from './work';

type Of<Kind extends Operation['kind']> = Extract<Operation, { readonly kind: Kind }>;

/** @returns `null` where one of its ends was refused */
export function relate(work: Work, operation: Of<'relate'>): Prepared | null {
  const { itGlue, input, made } = work;
  const recordId = made.idOf('record', operation.record);
  const destination = endOf(work, operation);
  if (recordId === null || destination === null) return null;
  const source: RelationEnd = { kind: 'flexible-asset', id: recordId };
  const leadsThere = (relation: RelatedItem) =>
    relation.kind === destination.kind && relation.destinationId === destination.id;
  const other = nameOf(work, operation.slot, destination);
  return prepared<RelatedItem>(
    work,
    `relate ${recordId} ${destination.kind} ${destination.id}`,
    {
      kind: 'in-memory',
      event: eventOf(work, withEnd(operation, other), 'related', 'relation'),
      creation: null,
    },
    {
      changes: () => fieldChanges([[relatedItems, null, other]]),
      before: () =>
        Promise.resolve({
          next: 'send',
          known: (input.recordRelations.get(flexibleAssetId(recordId)) ?? [])
            .filter(leadsThere)
            .map(({ id }) => id),
        }),
      send: () => itGlue.createRelatedItem(source, destination, relationNotes),
      async find(known) {
        const relations = await itGlue.relatedItems(source);
        return relations.find((one) => leadsThere(one) && !known.includes(one.id)) ?? null;
      },
    },
  );
}

function endOf({ made }: Work, { destination }: Of<'relate'>): RelationEnd | null {
  if (destination.kind === 'configuration')
    return { kind: 'configuration', id: destination.configurationId };
  const id = made.idOf('password', destination.password);
  return id === null ? null : { kind: 'password', id };
}

/** What IT Glue calls the list that a relation is in. */
const relatedItems = 'Related Items';

/** What the end of a relation is called that is not the record. */
function nameOf(
  { desired, configurationNames, input }: Work,
  slot: Slot | null,
  { kind, id }: { readonly kind: string; readonly id: string },
): string {
  const name =
    kind === 'configuration'
      ? configurationNames.get(id)
      : ((slot && desired.get(slotKey(slot))?.password.name) ??
        input.passwords.find((password) => password.id === id)?.name);
  return name ?? id;
}

/** The operation with both ends in its name. */
const withEnd = <Some extends Operation>(operation: Some, other: string): Some => ({
  ...operation,
  subject: `${operation.subject} → ${other}`,
});

export function unrelate(work: Work, operation: Of<'unrelate'>): Prepared {
  const { itGlue, input } = work;
  const source: RelationEnd = { kind: 'flexible-asset', id: operation.recordId };
  const link = input.recordRelations
    .get(operation.recordId)
    ?.find(({ id }) => id === operation.relationId);
  const other = link && nameOf(work, operation.slot, { kind: link.kind, id: link.destinationId });
  const relation = { id: operation.relationId };
  return prepared<{ id: string }>(
    work,
    naturalKey(operation),
    {
      kind: 'in-memory',
      event: eventOf(
        work,
        other === undefined ? operation : withEnd(operation, other),
        'unrelated',
        'relation',
      ),
      creation: null,
    },
    {
      changes: () => (other === undefined ? [] : fieldChanges([[relatedItems, other, null]])),
      async send() {
        await itGlue.deleteRelatedItems(source, [relation.id]);
        return relation;
      },
      async find() {
        const relations = await itGlue.relatedItems(source);
        return relations.some(({ id }) => id === relation.id) ? null : relation;
      },
    },
  );
}
