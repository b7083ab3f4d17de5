import type { Call } from '../call';
import {
  takeId,
  traitText,
  type FieldRow,
  type FlexibleAssetRow,
  type PasswordRow,
} from '../state';

const traitResources = ['flexible-asset-trait', 'flexible-asset-traits'];

const embedded = (asset: FlexibleAssetRow, field: FieldRow) => (row: PasswordRow) =>
  traitResources.includes(row.resourceType ?? '') &&
  row.resourceId === asset.id &&
  row.name === field.name;

/** The embedded password of a Password field that holds something; made when the record never had one. */
export function traitPassword(call: Call, asset: FlexibleAssetRow, field: FieldRow): PasswordRow {
  const before = [...call.state.passwords.values()].find(embedded(asset, field));
  if (before !== undefined) return before;
  const row: PasswordRow = {
    id: takeId(call.state),
    organizationId: asset.organizationId,
    name: field.name,
    username: null,
    password: traitText(asset.traits[field.nameKey]),
    url: null,
    notes: null,
    passwordUpdatedAt: call.now,
    categoryId: null,
    resourceId: asset.id,
    resourceType: call.quirks.passwordTraitResource,
    archived: false,
    restricted: asset.restricted,
    createdAt: call.now,
    updatedAt: call.now,
  };
  call.state.passwords.set(row.id, row);
  return row;
}

const passwordFields = ({ state }: Call, asset: FlexibleAssetRow) =>
  (state.flexibleAssetTypes.get(asset.typeId)?.fields ?? []).filter(
    ({ kind }) => kind === 'Password',
  );

/** Every Password field of a flexible asset is also an embedded password, which follows the field. */
export function keepTraitPasswords(call: Call, asset: FlexibleAssetRow): void {
  for (const field of passwordFields(call, asset)) {
    const value = asset.traits[field.nameKey];
    if (value === undefined) {
      const gone = [...call.state.passwords.values()].find(embedded(asset, field));
      if (gone !== undefined) call.state.passwords.delete(gone.id);
      continue;
    }
    const row = traitPassword(call, asset, field);
    if (row.password === traitText(value)) continue;
    Object.assign(row, {
      password: traitText(value),
      passwordUpdatedAt: call.now,
      updatedAt: call.now,
    });
  }
}

/** A change of such a password itself is a change of its field. */
export function keepTrait(call: Call, row: PasswordRow): void {
  const asset = call.state.flexibleAssets.get(row.resourceId ?? '');
  if (asset === undefined) return;
  const field = passwordFields(call, asset).find((one) => embedded(asset, one)(row));
  if (field !== undefined) asset.traits[field.nameKey] = row.password;
}
