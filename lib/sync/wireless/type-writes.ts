import { fieldChanges, fieldsOfNew, typeFields } from '@/lib/journal/field-changes';
import type { ItGlueCalls } from '@/lib/itglue/client';
import type { FlexibleAssetType } from '@/lib/model/flexible-asset';
import type { FlexibleAssetTypeId } from '@/lib/model/ids';
import { chooseType, wirelessType } from '@/lib/wireless/fields';
import { naturalKey, type Operation } from '@/lib/wireless/operation';
import { eventOf, prepared, type Prepared, type Work } from './work';

export type TypeOperation = Extract<
  Operation,
  { readonly kind: 'create-type' | 'repair-type' | 'enable-type' | 'disable-type' }
>;

export const isOfType = (operation: Operation): operation is TypeOperation =>
  operation.kind.endsWith('-type');

/** The type as it is now. */
export const readType = async (itGlue: ItGlueCalls): Promise<FlexibleAssetType | null> =>
  chooseType(await itGlue.flexibleAssetTypesNamed(wirelessType.name));

export function writeType(work: Work, operation: TypeOperation): Prepared {
  const { itGlue } = work;
  const now = async (id: FlexibleAssetTypeId) =>
    (await itGlue.flexibleAssetTypesNamed(wirelessType.name)).find((type) => type.id === id);
  const write = (did: 'created' | 'updated', fields = operation.fields) => ({
    kind: 'in-memory' as const,
    event: eventOf(work, { ...operation, fields }, did, 'type'),
    creation: null,
  });
  const key = naturalKey(operation);
  switch (operation.kind) {
    case 'create-type':
      return prepared<{ id: string }>(work, key, write('created'), {
        changes: () =>
          fieldsOfNew([['Name', operation.draft.name], ...typeFields(operation.draft.fields)]),
        async before() {
          // Another browser of the same company may have made it a moment ago.
          const there = await readType(itGlue);
          return there ? { next: 'adopt', result: there } : { next: 'send', known: [] };
        },
        send: async () => ({ id: await itGlue.createFlexibleAssetType(operation.draft) }),
        find: () => readType(itGlue),
        async removeDuplicates(answered) {
          const all = await itGlue.flexibleAssetTypesNamed(wirelessType.name);
          const kept = chooseType(all);
          // IT Glue's API does not delete types, and another browser may use this one already.
          const others = all.filter(({ id }) => id !== kept?.id);
          return {
            result: kept ?? answered,
            duplicates: others.map(({ id }) => ({ id, archived: false })),
          };
        },
      });
    case 'repair-type': {
      const { typeId, drafts } = operation;
      const lacking = async () => {
        const fields = (await now(typeId))?.fields.map(({ name }) => name) ?? [];
        return drafts.filter(({ name }) => !fields.includes(name));
      };
      return prepared<{ id: string }>(work, key, write('updated'), {
        changes: () => fieldsOfNew(typeFields(drafts)),
        async send() {
          const missing = await lacking();
          if (missing.length > 0) await itGlue.addFlexibleAssetFields(typeId, missing);
          return { id: typeId };
        },
        find: async () => ((await lacking()).length === 0 ? { id: typeId } : null),
      });
    }
    case 'enable-type':
    case 'disable-type': {
      const { typeId } = operation;
      const enabled = operation.kind === 'enable-type';
      return prepared<{ id: string }>(work, key, write('updated', ['Enabled']), {
        changes: () => fieldChanges([['Enabled', !enabled, enabled]]),
        async send() {
          await itGlue.updateFlexibleAssetType(typeId, { enabled });
          return { id: typeId };
        },
        find: async () => ((await now(typeId))?.enabled === enabled ? { id: typeId } : null),
      });
    }
  }
}
