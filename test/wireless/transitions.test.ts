import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentation, passwordsOf, recordsOf, typesOf } from './documentation';
import { keys, smallTenant, type SmallTenant } from './tenant';
import { syncedWorld, anotherWorld, decideNetwork } from './synced-world';
import { readMarkup } from '@/test/simulator/itglue/read-markup';
import { referenceQuirks } from '@/test/simulator/tenant/quirks';
import type { World } from '@/test/world/world';

let small: SmallTenant;
let world: World;
beforeEach(async () => {
  small = smallTenant();
  world = await syncedWorld(small.tenant, '1');
});
afterEach(() => world.close());

/** What is live in IT Glue: organization, broadcast name, key in record and password, links to access points. */
const live = () =>
  documentation(small.tenant)
    .filter(({ archived }) => !archived)
    .map(({ organization, traits, passwords, links }) =>
      [
        organization,
        traits['wi-fi-network-name'],
        traits['pre-shared-key'],
        ...passwords.filter(({ archived }) => !archived).map(({ value }) => value),
        ...links.map((link) => link.replace(/ Datto Networking$/, '')),
      ].join('|'),
    )
    .sort();
/** The account keeps texts without white space at their ends. */
const staff = (name = '"Alpha" 🌊') =>
  `Alpha|${name}|${keys.staff}|${keys.staff}|Configuration ${ap()}`;
const guest = () => `Alpha|Guests|${keys.guest}|${keys.guest}|Configuration ${ap()}`;
const beta = `Beta|Beta|${keys.beta}|${keys.beta}`;
const ap = () => small.configuration.id;
const ids = () => [
  ...recordsOf(small.tenant).map(({ id }) => id),
  ...passwordsOf(small.tenant).map(({ id }) => id),
];
const livePasswords = () => passwordsOf(small.tenant).filter(({ archived }) => !archived).length;
const ssid = (number: '1' | '2') => small.main.ssids[number]!;

async function switchedOn() {
  await world.autoCreate(true);
  world.writes();
}

describe('Auto-Create', () => {
  it('documents every SSID with a key by a record, a password and their links, exactly', async () => {
    small.tenant.quirks = referenceQuirks();
    const preview = await world.ask('auto-create.preview', { on: true });
    expect(preview).toMatchObject({
      createsType: true,
      creates: { records: 3, passwords: 3 },
      organizations: 2,
      networksUnread: [],
      problem: null,
    });
    expect(world.writes()).toEqual([]);
    await world.autoCreate(true);
    const count = (request: string, written: string[]) =>
      written.filter((one) => one === request).length;
    const written = world.writes();
    expect(written).toHaveLength(1 + 3 + 3 + 3 + 2);
    expect(count('POST /flexible_asset_types', written)).toBe(1);
    expect(count('POST /flexible_assets', written)).toBe(3);
    expect(live()).toEqual([staff('  "Alpha" 🌊'), guest(), beta].sort());
    expect(documentation(small.tenant)[0]).toEqual({
      organization: 'Alpha',
      name: `  "Alpha" 🌊   "Staff" 🌊`,
      archived: false,
      traits: {
        'wi-fi-network-name': `  "Alpha" 🌊`,
        'ssid-name': `  "Staff" 🌊`,
        'security-type': 'wpa-2only-psk',
        'pre-shared-key': keys.staff,
        location: '1 Main Street',
        'wireless-devices-matched': [ap()],
        'wireless-devices-unmatched': 'Roof, AC:86:74:00:00:02',
      },
      links: [`Configuration ${ap()} Datto Networking`],
      passwords: [
        {
          name: `Wi-Fi   "Alpha" 🌊 (Alpha, SSID 1)`,
          value: keys.staff,
          notes: expect.stringMatching(/\nDatto Networking: network 135001, SSID 1$/) as string,
          archived: false,
          organization: 'Alpha',
        },
      ],
    });
    expect(typesOf(small.tenant)).toMatchObject([{ enabled: true, fields: { length: 7 } }]);
  });

  it('writes nothing where nothing changed', async () => {
    await switchedOn();
    const run = await world.sync();
    expect(world.writes()).toEqual([]);
    expect(run.problems).toEqual([]);
    expect(await world.ask('auto-create.view')).toMatchObject({
      state: 'idle',
      // The one that had something to do.
      lastResult: { created: 6, related: 5, refused: [] },
    });
  });

  it('archives all of the type when switched off, and brings back the same when on again', async () => {
    await switchedOn();
    const type = typesOf(small.tenant)[0]!;
    const own = ids();
    const row = recordsOf(small.tenant)[0]!;
    const theirs = { ...row, id: '77', traits: { 'ssid-name': 'theirs' } };
    small.tenant.itglue.flexibleAssets.set('77', theirs);
    expect(await world.ask('auto-create.preview', { on: false })).toMatchObject({
      archives: { records: 4, passwords: 3, madeByPeople: 1, recordsMadeByPeople: 1 },
      archivesIn: ['Alpha', 'Beta'],
    });
    await world.autoCreate(false);
    expect(world.writes()).toHaveLength(4 + 3 + 1);
    expect(live()).toEqual([]);
    expect(livePasswords()).toBe(0);
    expect(type.enabled).toBe(false);
    // Traits were not touched.
    expect(theirs.traits).toEqual({ 'ssid-name': 'theirs' });
    await world.sync();
    expect(world.writes()).toEqual([]);

    await world.autoCreate(true);
    expect(world.writes()).toHaveLength(4 + 3 + 1);
    expect(ids().sort()).toEqual([...own, '77'].sort());
    expect(live()).toContain(staff());
    expect(theirs.archived).toBe(false);
    expect(type.enabled).toBe(true);
  });

  it('creates only what is missing when on again after a part was deleted', async () => {
    await switchedOn();
    await world.autoCreate(false);
    const [password] = passwordsOf(small.tenant);
    small.tenant.itglue.passwords.delete(password!.id);
    world.writes();
    await world.autoCreate(true);
    expect(world.writes().filter((one) => one.startsWith('POST'))).toHaveLength(2);
    expect(live()).toEqual([staff(), guest(), beta].sort());
  });

  // What the passwords hold is what would be written; a key that a record does not show is written once.
  it.each([
    ['value', 0],
    ['id', 3],
  ] as const)(
    'is carried out by a browser that knows nothing of what another documented, where a record shows the %s of a password',
    async (passwordTraits, records) => {
      small.tenant.quirks.itglue.passwordTraits = passwordTraits;
      await switchedOn();
      const before = ids();
      world = await anotherWorld(world.vendors, '1');
      await world.autoCreate(true);
      expect(world.writes()).toEqual(Array(records).fill('PATCH /flexible_assets/:id'));
      expect(ids()).toEqual(before);
      await world.sync();
      expect(world.writes()).toEqual([]);
    },
  );

  it('is carried out by such a browser where its API key may not read passwords', async () => {
    await switchedOn();
    const before = ids();
    small.tenant.itglue.keys[0]!.passwordAccess = false;
    world = await anotherWorld(world.vendors, '1');
    await world.autoCreate(true);
    // What records and passwords hold cannot be read, so each is written once.
    expect(world.writes().sort()).toEqual([
      ...Array<string>(3).fill('PATCH /flexible_assets/:id'),
      ...Array<string>(3).fill('PATCH /passwords/:id'),
    ]);
    expect(ids()).toEqual(before);
    await world.sync();
    expect(world.writes()).toEqual([]);
  });

  it('is corrected by such a browser where a password has another value', async () => {
    small.tenant.quirks.itglue.passwordTraits = 'value';
    await switchedOn();
    passwordsOf(small.tenant)[0]!.password = 'theirs';
    world = await anotherWorld(world.vendors, '1');
    await world.autoCreate(true);
    expect(world.writes()).toEqual(['PATCH /passwords/:id']);
    expect(live()).toEqual([staff(), guest(), beta].sort());
  });
});

describe('an SSID', () => {
  it.each([
    ['renamed', { wifi_name: 'New name', ssid_name: 'New' }, 'Alpha|New name|'],
    ['given another key', { wpa_password: 'another key 99' }, 'Alpha|"Alpha" 🌊|another key 99|'],
  ])('%s keeps its record and password', async (_, change, start) => {
    await switchedOn();
    const before = ids();
    Object.assign(ssid('1'), change);
    await world.wirelessSync();
    expect(world.writes().sort()).toEqual(['PATCH /flexible_assets/:id', 'PATCH /passwords/:id']);
    expect(ids()).toEqual(before);
    expect(live().filter((one) => one.startsWith(start))).toHaveLength(1);
    await world.wirelessSync();
    expect(world.writes()).toEqual([]);
  });

  it('whose authentication changes among those with a key is updated in its record', async () => {
    await switchedOn();
    ssid('2').wifi_auth_type = 'sae';
    await world.wirelessSync();
    expect(world.writes()).toEqual(['PATCH /flexible_assets/:id']);
  });

  it.each([
    ['opened', () => Object.assign(ssid('2'), { wifi_auth_type: 'open', wpa_password: '' })],
    ['turned to enterprise', () => Object.assign(ssid('2'), { wifi_auth_type: 'wpa-2only-e' })],
    ['deleted', () => delete small.main.ssids['2']],
  ])(
    'that is %s has its record and password archived, and comes back with them',
    async (_, end) => {
      await switchedOn();
      const before = { ...ssid('2') };
      const own = ids();
      end();
      await world.wirelessSync();
      expect(world.writes().sort()).toEqual(['PATCH /flexible_assets/:id', 'PATCH /passwords/:id']);
      expect(live()).toEqual([staff(), beta].sort());
      expect(livePasswords()).toBe(2);
      small.main.ssids['2'] = before;
      await world.wirelessSync();
      expect(world.writes()).toHaveLength(2);
      expect(live()).toEqual([staff(), guest(), beta].sort());
      expect(ids()).toEqual(own);
    },
  );
});

describe('a network', () => {
  it('that is deleted has everything of its SSIDs archived', async () => {
    await switchedOn();
    small.tenant.datto.networks = [small.other];
    // The first time an empty or shorter list may be believed or not: two syncs settle it.
    await world.sync();
    await world.sync();
    expect(live()).toEqual([beta]);
    expect(livePasswords()).toBe(1);
    expect(world.writes()).toHaveLength(4);
  });

  it('whose settings cannot be read is left alone and named', async () => {
    await switchedOn();
    world.vendors.faults.add({
      kind: 'server-error',
      api: 'datto',
      path: '/network/135001/settings',
      times: Infinity,
    });
    ssid('1').wpa_password = 'another key 99';
    const run = await world.wirelessSync();
    expect(world.writes()).toEqual([]);
    expect(run.problems).toMatchObject([{ stage: 'wireless', subject: 'Alpha' }]);
    expect(await world.ask('auto-create.preview', { on: true })).toMatchObject({
      networksUnread: ['Alpha'],
    });
    world.vendors.faults.clear();
  });

  it('that is unmatched, matched elsewhere and matched again takes its documentation along', async () => {
    await switchedOn();
    const own = ids();
    await decideNetwork(world.store, 135_001, null);
    await world.wirelessSync();
    expect(live()).toEqual([beta]);
    expect(world.writes()).toHaveLength(4);

    await decideNetwork(world.store, 135_001, '43');
    await world.wirelessSync();
    expect(live()).toEqual(
      [
        beta,
        `Gamma|"Alpha" 🌊|${keys.staff}|${keys.staff}`,
        `Gamma|Guests|${keys.guest}|${keys.guest}`,
      ].sort(),
    );
    expect(world.writes()).toHaveLength(6);
    const elsewhere = ids().filter((id) => !own.includes(id));
    expect(elsewhere).toHaveLength(4);

    await decideNetwork(world.store, 135_001, '41');
    await world.wirelessSync();
    expect(live()).toEqual([staff(), guest(), beta].sort());
    // Archived there, back here: nothing is made.
    expect(world.writes().filter((one) => one.startsWith('POST'))).toEqual([]);
    expect(ids().sort()).toEqual([...own, ...elsewhere].sort());
    await world.wirelessSync();
    expect(world.writes()).toEqual([]);
  });
});

it('takes a link that a Tag field makes for one, and keeps its own beside it', async () => {
  await switchedOn();
  const before = documentation(small.tenant);
  const { relatedItems, configurations } = small.tenant.itglue;
  for (const [id, { destinationId }] of relatedItems)
    if (configurations.has(destinationId)) relatedItems.delete(id);
  expect(documentation(small.tenant)).not.toEqual(before);
  // Still linked by their tags.
  await world.wirelessSync();
  expect(world.writes()).toEqual([]);
  small.tenant.quirks.itglue.tagsRelate = false;
  await world.wirelessSync();
  expect(world.writes()).toHaveLength(2);
  expect(documentation(small.tenant)).toEqual(before);
  small.tenant.quirks.itglue.tagsRelate = true;
  await world.wirelessSync();
  expect(world.writes()).toEqual([]);
  expect(documentation(small.tenant)).toEqual(before);
});

it('follows access points that are matched and unmatched, in tags and links', async () => {
  await switchedOn();
  const [match] = await world.store.getAll('deviceMatches');
  await world.store.delete('deviceMatches', match!.deviceKey);
  await world.wirelessSync();
  // Of two records each: the tag and the link.
  expect(world.writes()).toHaveLength(4);
  const [first] = documentation(small.tenant);
  expect(first!.links).toEqual([]);
  expect(readMarkup(String(first!.traits['wireless-devices-unmatched']))).toMatch(
    /^Lobby, .*\nRoof, /,
  );
  expect(recordsOf(small.tenant)[0]!.traits['wireless-devices-matched']).toBeUndefined();
  await world.store.put('deviceMatches', match!);
  await world.wirelessSync();
  expect(world.writes()).toHaveLength(4);
  expect(live()).toEqual([staff(), guest(), beta].sort());
});
