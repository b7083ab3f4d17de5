import type { FlexibleAsset, FlexibleAssetType } from '@/lib/model/flexible-asset';
import { compareCopies } from '@/lib/model/copies';
import { userTraits } from './traits';

/** Whether a record has nothing that a user added. Its key may read as an id of its own, so it is not compared. */
function isUntouched(type: FlexibleAssetType, row: FlexibleAsset): boolean {
  const { written, unwritable } = userTraits(type, row.traits);
  return Object.keys(written).length === 0 && unwritable.length === 0;
}

/** The live records of the same names beside the one that is kept, oldest first, that no user touched. */
export const copiesOfRecord = (
  type: FlexibleAssetType,
  rows: readonly FlexibleAsset[],
  kept: FlexibleAsset,
): FlexibleAsset[] =>
  rows
    .filter((row) => row.id !== kept.id && !row.archived && isUntouched(type, row))
    .sort(compareCopies);
