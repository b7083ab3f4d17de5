import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from '../../index';
import { DEMO } from '../../tenant/demo-ids';
import { itGlueKeyWithoutPasswords } from '../../tenant/tenant';
import { referenceQuirks } from '../../tenant/quirks';
import { askItGlue, data, type ItGlueCall } from '../../test-support';

let simulator: Simulator;
let ask: (
  method: string,
  path: string,
  body?: unknown,
  call?: ItGlueCall,
) => ReturnType<typeof askItGlue>;
beforeEach(async () => {
  simulator = await startSimulator();
  simulator.tenant.quirks = referenceQuirks();
  ask = (...call) => askItGlue(simulator, ...call);
});
afterEach(() => simulator.close());

const { northwind } = DEMO.organizations;

describe('flexible assets', () => {
  const field = (order: number, name: string, kind: string, more: object = {}) => ({
    type: 'flexible_asset_fields',
    attributes: { order, name, kind, ...more },
  });
  const wireless = (fields: object[]) => ({
    data: {
      type: 'flexible_asset_types',
      attributes: { name: 'Wireless', icon: 'wifi', 'show-in-menu': true },
      relationships: { 'flexible-asset-fields': { data: fields } },
    },
  });
  const allFields = [
    field(1, 'SSID Name', 'Text', { required: true, 'use-for-title': true, 'show-in-list': true }),
    field(2, 'Site', 'Text', { 'use-for-title': true }),
    field(3, 'Pre-shared Key', 'Password', { 'use-for-title': true }),
    field(4, 'Devices', 'Tag', { 'tag-type': 'Configurations' }),
  ];
  const point = DEMO.panel.accessPoint.configurationId;

  async function makeType(): Promise<string> {
    return (await ask('POST', '/flexible_asset_types', wireless(allFields))).json.data.id;
  }
  const record = (typeId: string, traits: object) =>
    data('flexible-assets', { 'organization-id': 2, 'flexible-asset-type-id': typeId, traits });

  it('a type needs a field that is shown in the list; a password never makes the title', async () => {
    expect(
      (await ask('POST', '/flexible_asset_types', wireless([field(1, 'A', 'Text')]))).status,
    ).toBe(422);
    const id = await makeType();
    const read = await ask('GET', `/flexible_asset_types/${id}?include=flexible_asset_fields`);
    const fields = read.json.included;
    expect(fields.map(({ attributes }) => attributes['name-key'])).toEqual([
      'ssid-name',
      'site',
      'pre-shared-key',
      'devices',
    ]);
    expect(fields[2]?.attributes['use-for-title']).toBe(false);
  });

  it('a type takes attributes, not relationships, when it is changed; fields have their own path', async () => {
    const id = await makeType();
    const path = `/flexible_asset_types/${id}`;
    const off = await ask('PATCH', path, data('flexible-asset-types', { enabled: false }));
    expect(off.json.data.attributes.enabled).toBe(false);
    expect((await ask('GET', '/flexible_asset_types?filter[enabled]=true')).json.data).toHaveLength(
      1,
    );
    expect((await ask('PATCH', path, wireless([]))).status).toBe(422);
    const fields = `${path}/relationships/flexible_asset_fields`;
    const added = await ask('POST', fields, { data: field(5, 'Notes', 'Textbox') });
    expect(added.status).toBe(201);
    const fieldId = added.json.data.id;
    expect((await ask('DELETE', `/flexible_asset_fields/${fieldId}`)).status).toBe(204);
    expect((await ask('GET', fields)).json.meta['total-count']).toBe(4);
  });

  it('are named by their title fields; tags are read back with names', async () => {
    const made = await ask(
      'POST',
      '/flexible_assets',
      record(await makeType(), {
        'ssid-name': 'Staff',
        site: 'HQ',
        devices: [point],
        'pre-shared-key': 'secret123',
      }),
    );
    expect(made.json.data.attributes.name).toBe('Staff HQ');
    expect(made.json.data.attributes.traits.devices).toMatchObject({
      type: 'Configurations',
      values: [
        { id: Number(point), name: 'NW-AP01 Lobby', 'organization-name': 'Northwind Traders' },
      ],
    });
  });

  it('traits that are written replace all; without traits they stay; a required one may not be missing', async () => {
    const typeId = await makeType();
    const made = await ask(
      'POST',
      '/flexible_assets',
      record(typeId, { 'ssid-name': 'Staff', site: 'HQ', devices: point }),
    );
    const path = `/flexible_assets/${made.json.data.id}`;
    const archived = await ask('PATCH', path, data('flexible-assets', { archived: true }));
    expect(archived.json.data.attributes).toMatchObject({ archived: true, traits: { site: 'HQ' } });
    const replaced = await ask(
      'PATCH',
      path,
      data('flexible-assets', { traits: { 'ssid-name': 'Guests' } }),
    );
    expect(replaced.json.data.attributes.traits).toEqual({ 'ssid-name': 'Guests' });
    expect(replaced.json.data.attributes.archived).toBe(true);
    expect(
      (await ask('PATCH', path, data('flexible-assets', { traits: { site: 'HQ' } }))).status,
    ).toBe(422);
    expect(
      (await ask('POST', '/flexible_assets', record(typeId, { 'ssid-name': 'x', color: 'red' })))
        .status,
    ).toBe(422);
    expect(
      (await ask('POST', '/flexible_assets', record(typeId, { 'ssid-name': 'x', devices: ['9'] })))
        .status,
    ).toBe(422);
  });

  it('are listed for one type only, and made in bulk on the nested path only', async () => {
    const typeId = await makeType();
    expect((await ask('GET', '/flexible_assets')).status).toBe(400);
    const two = data('flexible-assets', [
      { 'flexible-asset-type-id': typeId, traits: { 'ssid-name': 'a' } },
      { 'flexible-asset-type-id': typeId, traits: { 'ssid-name': 'b' } },
    ]);
    expect((await ask('POST', '/flexible_assets', two)).status).toBe(400);
    expect(
      (await ask('POST', `/organizations/${northwind}/relationships/flexible_assets`, two)).status,
    ).toBe(201);
    const list = await ask(
      'GET',
      `/flexible_assets?filter[flexible-asset-type-id]=${typeId}&filter[name]=b`,
    );
    expect(list.json.meta['total-count']).toBe(1);
  });

  it("a Password field's value is for keys with password access, and an embedded password as well", async () => {
    const typeId = await makeType();
    const made = await ask(
      'POST',
      '/flexible_assets',
      record(typeId, { 'ssid-name': 'a', 'pre-shared-key': 'secret12' }),
    );
    const id = made.json.data.id;
    expect(made.json.data.attributes.traits['pre-shared-key']).toBe('secret12');
    const without = { key: itGlueKeyWithoutPasswords.key };
    expect((await ask('GET', `/flexible_assets/${id}`, undefined, without)).text).not.toContain(
      'secret12',
    );
    const embedded = await ask('GET', '/passwords?filter[name]=Pre-shared Key');
    expect(embedded.json.data[0]!.attributes).toMatchObject({
      'resource-id': id,
      'resource-type': 'flexible-asset-traits',
      'cached-resource-name': 'a',
    });
    await ask('DELETE', `/flexible_assets/${id}`);
    expect((await ask('GET', '/passwords?filter[name]=Pre-shared Key')).json.data).toEqual([]);
  });
});
