import { problemInFull } from '@/lib/words/problems';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { documentation, passwordsOf, recordsOf, typesOf } from './documentation';
import { keys, smallTenant, type SmallTenant } from './tenant';
import { syncedWorld } from './synced-world';
import type { ItGlueQuirks } from '@/test/simulator/tenant/quirks';
import type { World } from '@/test/world/world';

let small: SmallTenant;
let world: World;
beforeEach(async () => {
  small = smallTenant();
  world = await syncedWorld(small.tenant, '1');
});
afterEach(() => world.close());

const itglue = () => small.tenant.itglue;
const record = () =>
  recordsOf(small.tenant).find(({ traits }) => traits['wi-fi-network-name'] === 'Guests')!;
const password = () =>
  passwordsOf(small.tenant).find(({ password: value }) => value.startsWith('guest'))!;
/** What holds the key of the record. */
const embedded = () =>
  [...itglue().passwords.values()].find(({ resourceId }) => resourceId === record().id)!;
/** What is embedded for a user's field. */
const inField = (name: string) =>
  [...itglue().passwords.values()].filter((each) => each.name === name && each.resourceId !== null);
const linksOf = (id: string) =>
  [...itglue().relatedItems.values()].filter(({ sourceId }) => sourceId === id);

/** Reads everything again but the type, whose fields people change. */
const state = () => documentation(small.tenant);
const now = () => new Date(world.now()).toISOString();

it.each<[what: string, edit: () => void, writes: string[], quirks?: Partial<ItGlueQuirks>]>([
  [
    'a changed field of a record',
    () => (record().traits.location = 'elsewhere'),
    ['PATCH /flexible_assets/:id'],
  ],
  [
    'a changed key in a record that shows it',
    () => (record().traits['pre-shared-key'] = 'theirs'),
    ['PATCH /flexible_assets/:id'],
    { passwordTraits: 'value' },
  ],
  [
    'a changed key in a record that shows the id of its password',
    () => {
      record().traits['pre-shared-key'] = 'theirs';
      Object.assign(embedded(), { password: 'theirs', passwordUpdatedAt: now() });
    },
    ['PATCH /flexible_assets/:id'],
  ],
  [
    'a changed password',
    () => Object.assign(password(), { password: 'theirs', passwordUpdatedAt: now() }),
    ['PATCH /passwords/:id'],
  ],
  [
    'changed notes and name of a password',
    () => Object.assign(password(), { notes: 'mine', name: 'mine' }),
    ['PATCH /passwords/:id'],
  ],
  ['an archived record', () => (record().archived = true), ['PATCH /flexible_assets/:id']],
  ['an archived password', () => (password().archived = true), ['PATCH /passwords/:id']],
  [
    'removed links',
    () => linksOf(record().id).forEach(({ id }) => itglue().relatedItems.delete(id)),
    [
      'POST /flexible_assets/:id/relationships/related_items',
      'POST /flexible_assets/:id/relationships/related_items',
    ],
    { tagsRelate: false },
  ],
])(
  'corrects %s at the next sync, and writes no more than that',
  async (_, edit, writes, quirks = {}) => {
    Object.assign(small.tenant.quirks.itglue, quirks);
    await world.autoCreate(true);
    const before = structuredClone(state());
    edit();
    expect(state()).not.toEqual(before);
    world.writes();
    await world.wirelessSync();
    expect(world.writes()).toEqual(writes);
    expect(state()).toEqual(before);
    await world.wirelessSync();
    expect(world.writes()).toEqual([]);
  },
);

it('makes a deleted record and a deleted password again, and says that they were gone', async () => {
  await world.autoCreate(true);
  const before = structuredClone(state());
  const [first, second] = [record(), password()];
  itglue().passwords.delete(second.id);
  await world.wirelessSync();
  itglue().flexibleAssets.delete(first.id);
  for (const { id } of linksOf(first.id)) itglue().relatedItems.delete(id);
  await world.wirelessSync();
  expect(state()).toEqual(before);
  const noticed = (await world.events()).filter(({ kind }) => kind === 'deletion-noticed');
  expect(noticed).toEqual([
    {
      kind: 'deletion-noticed',
      resource: 'password',
      id: second.id,
      name: 'Guests (Alpha)',
      organizationName: 'Alpha',
    },
    {
      kind: 'deletion-noticed',
      resource: 'record',
      id: first.id,
      name: 'Guests (Alpha)',
      organizationName: 'Alpha',
    },
  ]);
});

it('notices a changed key where the API key may not read passwords', async () => {
  itglue().keys[0]!.passwordAccess = false;
  await world.autoCreate(true);
  world.writes();
  await world.sync();
  expect(world.writes()).toEqual([]);
  expect(record().traits['pre-shared-key']).toBe(keys.guest);

  // In the record itself, as IT Glue shows it: the password embedded in it says when it changed.
  record().traits['pre-shared-key'] = 'theirs';
  Object.assign(embedded(), { password: 'theirs', passwordUpdatedAt: now() });
  await world.wirelessSync();
  expect(world.writes()).toEqual(['PATCH /flexible_assets/:id']);
  expect(record().traits['pre-shared-key']).toBe(keys.guest);
  small.main.ssids['2']!.wpa_password = 'changed in Network Manager';
  await world.wirelessSync();
  expect(world.writes()).toHaveLength(2);
  expect(record().traits['pre-shared-key']).toBe('changed in Network Manager');
  await world.wirelessSync();
  expect(world.writes()).toEqual([]);
});

it('adds a field that was removed, and fills it', async () => {
  await world.autoCreate(true);
  const before = structuredClone(state());
  const [type] = typesOf(small.tenant);
  type!.fields = type!.fields.filter(({ name }) => name !== 'Security Type');
  for (const row of recordsOf(small.tenant)) delete row.traits['security-type'];
  world.writes();
  await world.wirelessSync();
  expect(world.writes()).toHaveLength(1 + 3);
  expect(state()).toEqual(before);
  await world.wirelessSync();
  expect(world.writes()).toEqual([]);
});

it('takes over a type of the same name whose fields fit, and keeps what people added to it', async () => {
  await world.autoCreate(true);
  const [type] = typesOf(small.tenant);
  type!.fields.push({ ...type!.fields[0]!, id: '5', name: 'Floor', nameKey: 'floor', order: 9 });
  record().traits.floor = '3';
  small.main.general.location = 'moved';
  await world.wirelessSync();
  expect(record().traits).toMatchObject({ floor: '3', location: 'moved' });
});

it('touches nothing where a type of the same name has our fields in another form, and says so', async () => {
  await world.autoCreate(true);
  await world.autoCreate(false);
  const [type] = typesOf(small.tenant);
  const field = type!.fields.find(({ name }) => name === 'Pre-shared Key')!;
  field.kind = 'Text';
  world.writes();
  const preview = await world.ask('auto-create.preview', { on: true });
  expect(preview.problem).toMatchObject({ kind: 'refused', side: 'itglue' });
  expect(preview.problem && problemInFull(preview.problem)).toContain('Pre-shared Key');
  const run = await world.autoCreate(true);
  expect(world.writes()).toEqual([]);
  expect(run.problems).toMatchObject([{ subject: 'Datto Networking Wireless' }]);
  expect(await world.ask('auto-create.view')).toMatchObject({
    on: true,
    state: 'failed',
    problem: { kind: 'refused' },
  });
  // Renamed by people, as the sentence asks.
  type!.name = 'Wi-Fi of ours';
  await world.wirelessSync();
  expect(await world.ask('auto-create.view')).toMatchObject({ state: 'idle', problem: null });
});

it('archives with the type what people made, and brings only that back', async () => {
  await world.autoCreate(true);
  const row = recordsOf(small.tenant)[0]!;
  itglue().flexibleAssets.set('70', { ...row, id: '70', traits: { 'ssid-name': 'theirs' } });
  itglue().flexibleAssets.set('71', {
    ...row,
    id: '71',
    archived: true,
    traits: { 'ssid-name': 'old' },
  });
  itglue().passwords.set('72', { ...password(), id: '72', name: 'theirs', notes: null });
  itglue().relatedItems.set('73', {
    ...linksOf(row.id)[0]!,
    id: '73',
    sourceId: '70',
    destinationType: 'Password',
    destinationId: '72',
    notes: null,
  });
  await world.autoCreate(false);
  const archived = () => [
    itglue().flexibleAssets.get('70')!.archived,
    itglue().flexibleAssets.get('71')!.archived,
    itglue().passwords.get('72')!.archived,
  ];
  expect(archived()).toEqual([true, true, true]);
  await world.autoCreate(true);
  expect(archived()).toEqual([false, true, false]);
});

type UserTrait = string | { readonly fileName: string; readonly content: string };
const userField = (name: string, kind: 'Upload' | 'Password') => {
  const [type] = typesOf(small.tenant);
  const nameKey = name.toLowerCase().replaceAll(' ', '-');
  type!.fields.push({ ...type!.fields[0]!, id: `9${kind}`, name, nameKey, kind, order: 20 });
  return nameKey;
};

it.each<['Upload' | 'Password', string, UserTrait, Partial<ItGlueQuirks>?]>([
  ['Upload', 'Floor plan', { fileName: 'floor.png', content: 'iVBORw0KGgo=' }],
  ['Password', 'Door code', '4711'],
  ['Password', 'Vault code', '4711', { passwordTraits: 'absent' }],
])(
  'leaves a record alone whose %s an update would lose, says so, and goes on once it is empty',
  async (kind, name, content, quirks = {}) => {
    Object.assign(small.tenant.quirks.itglue, quirks);
    await world.autoCreate(true);
    const key = userField(name, kind);
    const before = record();
    before.traits[key] = content;
    if (kind === 'Password') {
      const id = '990001';
      itglue().passwords.set(id, { ...embedded(), id, name, password: '4711' });
    }
    before.traits.location = 'elsewhere';
    world.writes();

    const run = await world.sync();
    expect(world.writes()).toEqual([]);
    expect(record().traits[key]).toEqual(content);
    expect(record().traits.location).toBe('elsewhere');
    expect(run.problems).toMatchObject([
      { problem: { kind: 'refused', cause: { kind: 'record-held', fields: [name] } } },
    ]);
    const page = {
      organizationId: before.organizationId,
      typeId: before.typeId,
      recordId: before.id,
    };
    const path = `/${page.organizationId}/assets/${page.typeId}-wireless/records/${page.recordId}`;
    expect(await world.portal('record.view', page, path)).toMatchObject({
      value: { heldBy: [name] },
    });

    delete record().traits[key];
    for (const { id } of inField(name)) itglue().passwords.delete(id);
    expect((await world.sync()).problems).toEqual([]);
    expect(world.writes()).toEqual(['PATCH /flexible_assets/:id']);
    expect(await world.portal('record.view', page, path)).toMatchObject({ value: { heldBy: [] } });
  },
);
