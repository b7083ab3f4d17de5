import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlexibleAssetType, TraitValue } from '@/lib/model/flexible-asset';
import { flexibleAssetTypeId } from '@/lib/model/ids';
import { fieldDrafts, wirelessType } from './fields';
import { nameKey } from '@/lib/model/flexible-asset';
import { userTraits, writtenTraits } from './traits';

const field = (name: string, kind: string, order: number, tagType: string | null = null) => ({
  id: String(order),
  order,
  name,
  nameKey: nameKey(name),
  kind,
  required: false,
  useForTitle: false,
  showInList: false,
  tagType,
});
const kinds = [
  'Checkbox',
  'Date',
  'Header',
  'Number',
  'Percent',
  'Select',
  'Tag',
  'Text',
  'Textbox',
  'Upload',
  'Password',
  'Something new',
] as const;
/** The type with the extension's fields and one of a user's for each kind. */
const type: FlexibleAssetType = {
  id: flexibleAssetTypeId(1),
  ...wirelessType,
  description: null,
  icon: null,
  enabled: true,
  showInMenu: true,
  fields: [
    ...Object.values(fieldDrafts).map(({ name, kind, order, tagType }) =>
      field(name, kind, order, tagType ?? null),
    ),
    ...kinds.map((kind, place) => field(`User ${kind}`, kind, 50 + place)),
  ],
};

const values: fc.Arbitrary<TraitValue> = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant({ opaque: true as const }),
  fc.record({
    type: fc.constantFrom('Configurations', 'Users', ''),
    values: fc.array(
      fc.record({
        id: fc.integer({ min: 1 }).map(String),
        name: fc.option(fc.string(), { nil: null }),
      }),
      { maxLength: 3 },
    ),
  }),
);
const traits = fc.dictionary(
  fc.constantFrom(...kinds.map((kind) => nameKey(`User ${kind}`)), 'of-no-field'),
  values,
);
const own = {
  wifiName: 'Guests',
  ssidName: 'Guests',
  securityType: 'wpa-2only-psk',
  location: 'Lobby',
  matchedDevices: [],
  unmatchedDevices: '',
} as unknown as Parameters<typeof writtenTraits>[1];

const held = (value: TraitValue) =>
  value !== null &&
  value !== '' &&
  !(typeof value === 'object' && 'values' in value && value.values.length === 0);

/** What the trait is after an update, by the API's facts: left out is deleted; an id becomes a tag again. */
const asKept = (value: TraitValue) =>
  typeof value === 'object' && value !== null && 'values' in value
    ? value.values.map(({ id }) => id)
    : value;

describe('what users put into a record', () => {
  it('is the same after an update, or keeps the record from being updated', () => {
    fc.assert(
      fc.property(traits, (before) => {
        const { written, unwritable } = userTraits(type, before);
        if (unwritable.length > 0) return;
        const after = writtenTraits(type, own, 'secret-key', written);
        for (const [key, value] of Object.entries(before))
          if (held(value) && key !== nameKey('User Header'))
            expect(after[key], key).toEqual(asKept(value));
      }),
    );
  });

  it('in a field of a kind that is not written as it reads is never sent', () => {
    fc.assert(
      fc.property(traits, (before) => {
        const { written, unwritable } = userTraits(type, before);
        for (const kind of ['Upload', 'Password', 'Something new']) {
          const key = nameKey(`User ${kind}`);
          expect(written[key]).toBeUndefined();
          expect(unwritable.includes(`User ${kind}`)).toBe(key in before && held(before[key]!));
        }
      }),
    );
  });
});
