import { describe, expect, it } from 'vitest';
import { flexibleAssetTypeId } from '@/lib/model/ids';
import type { FlexibleAssetType } from '@/lib/model/flexible-asset';
import { FakeItGlue } from './it-glue.fixture';
import { given } from './it-glue-rows.fixture';
import {
  chooseType,
  copiesOf,
  conflictingFields,
  fieldOf,
  missingFields,
  wirelessType,
} from './fields';

function type(
  fields: readonly { name: string; kind: string; tagType?: string }[],
  id = '1',
): FlexibleAssetType {
  const itGlue = new FakeItGlue();
  itGlue.addType(fields);
  return { ...given(itGlue.type), id: flexibleAssetTypeId(id) };
}

describe('the type', () => {
  it('has the seven fields, and titles of kinds that IT Glue allows', () => {
    expect(wirelessType.fields.map(({ name, kind }) => [name, kind])).toEqual([
      ['Wi-Fi Network Name', 'Text'],
      ['SSID Name', 'Text'],
      ['Security Type', 'Text'],
      ['Pre-shared Key', 'Password'],
      ['Location', 'Text'],
      ['Wireless Devices - Matched', 'Tag'],
      ['Wireless Devices - Unmatched', 'Textbox'],
    ]);
    expect(
      wirelessType.fields.filter((field) => field.useForTitle).map(({ name }) => name),
    ).toEqual(['Wi-Fi Network Name', 'SSID Name']);
    expect(missingFields(type(wirelessType.fields))).toEqual([]);
    expect(conflictingFields(type(wirelessType.fields))).toEqual([]);
  });

  it('knows a renamed field by its key', () => {
    const renamed = type(wirelessType.fields);
    const fields = renamed.fields.map((field) =>
      field.name === 'Location' ? { ...field, name: 'Site' } : field,
    );
    expect(fieldOf({ ...renamed, fields }, 'location')?.name).toBe('Site');
    expect(missingFields({ ...renamed, fields })).toEqual([]);
  });

  it('takes a tag to something else for a field of another kind', () => {
    const [conflict] = conflictingFields(
      type([{ name: 'Wireless Devices - Matched', kind: 'Tag', tagType: 'Contacts' }]),
    );
    expect(conflict).toMatchObject({
      field: 'Wireless Devices - Matched',
      actual: 'Tag (Contacts)',
      expected: 'Tag (Configurations)',
    });
  });

  it('is chosen among namesakes: one that fits, then one that is enabled, then the oldest', () => {
    const inTheWay = type([{ name: 'Location', kind: 'Number' }], '1');
    const empty = type([], '2');
    const older = type(wirelessType.fields, '9');
    const newer = type(wirelessType.fields, '10');
    const all = [newer, inTheWay, older, empty];
    expect(chooseType(all)?.id).toBe('9');
    expect(chooseType(all.toReversed())?.id).toBe('9');
    expect(chooseType([newer, { ...older, enabled: false }])?.id).toBe('10');
    expect(chooseType([inTheWay, empty])?.id).toBe('2');
    expect(chooseType([{ ...older, name: 'Wireless' }])).toBeNull();
  });

  it('has copies where another browser made it too, and none where users changed it', () => {
    const made = (id: string) => ({
      ...type(wirelessType.fields, id),
      description: wirelessType.description,
    });
    const [chosen, copy] = [made('9'), made('10')];
    const changed = [
      { ...made('11'), description: 'Ours' },
      { ...made('12'), name: 'Wireless' },
      { ...made('13'), fields: made('13').fields.slice(1) },
      { ...made('14'), fields: [...made('14').fields, given(copy.fields[0])] },
    ];
    expect(copiesOf(chosen, [...changed, copy, chosen])).toEqual([copy]);
  });
});
