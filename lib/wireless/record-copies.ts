import type { FlexibleAsset, FlexibleAssetType } from '@/lib/model/flexible-asset';
import { compareIds } from './slot';
import { traitOf, userTraits } from './traits';

/** Whether a record says what another one of the same names says, and nothing that a user added. */
const isRecordCopy = (type: FlexibleAssetType, row: FlexibleAsset, of: FlexibleAsset): boolean =>
  traitOf(type, row, 'preSharedKey') === traitOf(type, of, 'preSharedKey') &&
  Object.keys(userTraits(type, row.traits).written).length === 0 &&
  userTraits(type, row.traits).unwritable.length === 0;

/** The live records that document what `kept` documents, oldest first. */
export const copiesOfRecord = (
  type: FlexibleAssetType,
  rows: readonly FlexibleAsset[],
  kept: FlexibleAsset,
): FlexibleAsset[] =>
  rows
    .filter((row) => row.id !== kept.id && !row.archived && isRecordCopy(type, row, kept))
    .sort((a, b) => compareIds(a.id, b.id));
