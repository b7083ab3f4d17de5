import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from '../../index';
import { DEMO } from '../../tenant/demo-ids';
import { referenceQuirks, type ItGlueQuirks } from '../../tenant/quirks';
import { askItGlue, data } from '../../test-support';

let simulator: Simulator;
let quirks: ItGlueQuirks;
beforeEach(async () => {
  simulator = await startSimulator();
  simulator.tenant.quirks = referenceQuirks();
  quirks = simulator.tenant.quirks.itglue;
});
afterEach(() => simulator.close());

const ask = (method: string, path: string, body?: unknown) =>
  askItGlue(simulator, method, path, body);

const fields: [name: string, kind: string, more?: object][] = [
  ['Name', 'Text', { 'use-for-title': true, 'show-in-list': true }],
  ['About', 'Header'],
  ['Drawing', 'Upload'],
  ['Admin Password', 'Password'],
  ['Devices', 'Tag', { 'tag-type': 'Configurations' }],
  ['Credentials', 'Tag', { 'tag-type': 'Passwords' }],
  ['Company', 'Tag', { 'tag-type': 'Organizations' }],
  ['Contact', 'Tag', { 'tag-type': 'Contacts' }],
  ['Mail', 'Tag', { 'tag-type': `FlexibleAssetType: ${DEMO.email.typeId}` }],
  ['Installed', 'Date'],
  ['Seats', 'Number'],
  ['Coverage', 'Percent'],
  ['Band', 'Select', { 'default-value': '2.4 GHz\n5 GHz' }],
  ['Hidden', 'Checkbox'],
  ['Remarks', 'Textbox'],
];
const file = { content: Buffer.from('a drawing').toString('base64'), file_name: 'floor.png' };
const written = {
  name: 'Staff',
  drawing: file,
  'admin-password': 'of people 1',
  devices: [DEMO.panel.accessPoint.configurationId],
  credentials: ['54'],
  company: DEMO.organizations.northwind,
  contact: [7],
  mail: DEMO.email.recordId,
  installed: '2024-05-05',
  seats: 12,
  coverage: 80.5,
  band: '5 GHz',
  hidden: false,
  remarks: 'first floor',
};

async function makeRecord(): Promise<string> {
  const type = await ask('POST', '/flexible_asset_types', {
    data: {
      type: 'flexible_asset_types',
      attributes: { name: 'Site' },
      relationships: {
        'flexible-asset-fields': {
          data: fields.map(([name, kind, more], index) => ({
            type: 'flexible_asset_fields',
            attributes: { order: index + 1, name, kind, ...more },
          })),
        },
      },
    },
  });
  const made = await ask(
    'POST',
    '/flexible_assets',
    data('flexible-assets', {
      'organization-id': 2,
      'flexible-asset-type-id': type.json.data.id,
      traits: written,
    }),
  );
  expect(made.status).toBe(201);
  return `/flexible_assets/${made.json.data.id}`;
}
const traitsAt = async (path: string) => (await ask('GET', path)).json.data.attributes.traits;
const rewrite = (path: string, traits: object) =>
  ask('PATCH', path, data('flexible-assets', { traits }));

describe('traits of every kind of field', () => {
  it('read as the reference shows them', async () => {
    const traits = await traitsAt(await makeRecord());
    expect(traits).toMatchObject({
      name: 'Staff',
      drawing: [{ name: 'floor.png', 'attachment-file-size': 9 }],
      devices: { type: 'Configurations', values: [{ name: 'NW-AP01 Lobby' }] },
      credentials: { type: 'Passwords', values: [{ id: 54, name: 'Office 365 Admin' }] },
      company: { type: 'Organizations', values: [{ id: 2 }] },
      contact: { type: 'Contacts', values: [{ id: 7 }] },
      mail: { values: [{ id: Number(DEMO.email.recordId), name: 'Office 365' }] },
      installed: '2024-05-05',
      seats: 12,
      coverage: 80.5,
      band: '5 GHz',
      hidden: false,
      remarks: 'first floor',
    });
    expect(traits).not.toHaveProperty('about');
  });

  it.each([
    ['drawing', [{ name: 'floor.png' }]],
    ['drawing', { content: 'not base64!', file_name: 'x' }],
    ['devices', { type: 'Configurations', values: [] }],
    ['seats', 'many'],
    ['band', '6 GHz'],
    ['hidden', 'perhaps'],
    ['installed', 'tomorrow'],
    ['about', 'x'],
  ])('a %s that is no such value is refused, and nothing is changed', async (field, value) => {
    const path = await makeRecord();
    const before = await traitsAt(path);
    expect((await rewrite(path, { ...written, [field]: value })).status).toBe(422);
    expect(await traitsAt(path)).toEqual(before);
  });

  it('a write of all traits but the Upload loses its file', async () => {
    const path = await makeRecord();
    const { drawing, ...others } = written;
    await rewrite(path, others);
    expect(await traitsAt(path)).not.toHaveProperty('drawing');
    await rewrite(path, { ...others, drawing });
    expect(await traitsAt(path)).toHaveProperty('drawing');
  });

  it('an Upload may read as an address or not at all', async () => {
    const path = await makeRecord();
    quirks.uploadTraits = 'url';
    expect((await traitsAt(path)).drawing).toMatch(/^https:.*\/attachments\/\d+$/);
    quirks.uploadTraits = 'absent';
    expect(await traitsAt(path)).not.toHaveProperty('drawing');
  });

  it('numbers may read as text', async () => {
    const path = await makeRecord();
    quirks.numberTraits = 'text';
    expect(await traitsAt(path)).toMatchObject({ seats: '12', coverage: '80.5' });
  });
});

describe("a Password field's trait", () => {
  const embedded = () =>
    [...simulator.tenant.itglue.passwords.values()].find(({ name }) => name === 'Admin Password')!;

  it('reads as the number of its embedded password, which written back is the value', async () => {
    quirks.passwordTraits = 'id';
    const path = await makeRecord();
    const { 'admin-password': number } = await traitsAt(path);
    expect(String(number)).toBe(embedded().id);
    expect(embedded()).toMatchObject({
      password: 'of people 1',
      resourceType: 'flexible-asset-traits',
    });
    await rewrite(path, { ...written, 'admin-password': Number(number) });
    expect(embedded().password).toBe(String(Number(number)));
  });

  it('may be absent', async () => {
    quirks.passwordTraits = 'absent';
    expect(await traitsAt(await makeRecord())).not.toHaveProperty('admin-password');
  });

  it('follows a change of the embedded password, and that follows the trait', async () => {
    const path = await makeRecord();
    await ask('PATCH', `/passwords/${embedded().id}`, data('passwords', { password: 'another' }));
    expect((await traitsAt(path))['admin-password']).toBe('another');
    await rewrite(path, { name: 'Staff' });
    expect(embedded()).toBeUndefined();
  });
});

describe('related items', () => {
  const related = async (path: string) =>
    (await ask('GET', `${path}?include=related_items`)).json.included.map((one) => one.attributes);

  it('may include what Tag fields point to, with ids that stay', async () => {
    const path = await makeRecord();
    expect(await related(path)).toEqual([]);
    quirks.tagsRelate = true;
    const first = await ask('GET', `${path}?include=related_items`);
    expect(first.json.included.map((one) => one.attributes['destination-type'])).toEqual([
      'Configuration',
      'Password',
      'Flexible Asset',
    ]);
    expect((await ask('GET', `${path}?include=related_items`)).json.included).toEqual(
      first.json.included,
    );
    const [id] = first.json.included.map((one) => one.id);
    const gone = await ask(
      'DELETE',
      `${path}/relationships/related_items`,
      data('related_items', [{ id }]),
    );
    expect(gone.status).toBe(404);
  });

  it('name their other end in either of two ways', async () => {
    const path = await makeRecord();
    await ask(
      'POST',
      `${path}/relationships/related_items`,
      data('related_items', { destination_type: 'Password', destination_id: '54' }),
    );
    const both = { 'destination-id': 54, 'resource-id': 54 };
    expect((await related(path))[0]).toMatchObject(both);
    quirks.relatedItems = 'destination';
    expect((await related(path))[0]).not.toHaveProperty('resource-id');
    quirks.relatedItems = 'resource';
    expect((await related(path))[0]).not.toHaveProperty('destination-id');
  });
});

it('several records are deleted at once, all or none', async () => {
  const paths = [await makeRecord(), await makeRecord()];
  const ids = paths.map((path) => path.split('/')[2]);
  const remove = (...all: unknown[]) =>
    ask(
      'DELETE',
      '/flexible_assets',
      data(
        'flexible-assets',
        all.map((id) => ({ id })),
      ),
    );
  expect((await remove(ids[0], '1')).status).toBe(404);
  expect((await ask('GET', paths[0]!)).status).toBe(200);
  const gone = await remove(...ids);
  expect(gone.status).toBe(200);
  expect(gone.json.data.map(({ id }) => id)).toEqual(ids);
  expect((await ask('GET', paths[0]!)).status).toBe(404);
});
