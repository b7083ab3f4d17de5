import { describe, expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import { failureOf, fakeClient, json, listMeta } from './client.fixture';
import { sureOfNone } from './look-up';

const answering = (data: readonly unknown[]) =>
  fakeClient(() => json({ data, meta: listMeta(null, data.length) })).client;

describe('looking for a manufacturer or model before one is created', () => {
  const named = (name: unknown) => ({ id: '7', type: 'manufacturers', attributes: { name } });

  it.each([[['Datto']], [{ text: 'Datto' }], [true], [null], ['']])(
    'cannot tell whether it is there where a name reads %j, and names the row',
    async (name) => {
      const client = answering([named(name)]);
      for (const asked of [client.findManufacturer('Datto'), client.findModel('1', 'A42')])
        expect(await failureOf(asked)).toMatchObject({
          kind: 'transient',
          unreadable: [{ id: '7', fields: [{ field: 'attributes.name' }] }],
        });
    },
  );

  it('finds it beside a row that cannot be read', async () => {
    const client = answering([{ ...named(null), id: '6' }, named('Datto')]);
    expect(await client.findManufacturer('Datto')).toEqual({ id: '7', name: 'Datto' });
  });

  it('finds none where all rows can be read', async () => {
    expect(await answering([named('Meraki')]).findModel('1', 'A42')).toBeNull();
  });
});

it('a row is in doubt only by the fields that decide', async () => {
  const row = {
    id: '5',
    type: 'configurations',
    attributes: { 'organization-id': 1, name: 'AP', 'mac-address': ['odd'], hostname: {} },
  };
  const page = await answering([row]).configurationsPage(1, {
    organizationIds: [organizationId('1')],
  });
  expect(() => sureOfNone(page, 'GET /configurations', ['attributes.name'])).not.toThrow();
  expect(() => sureOfNone(page, 'GET /configurations', ['attributes.mac-address'])).toThrow(
    'GET /configurations: transient',
  );
});
