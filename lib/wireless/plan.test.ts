import { describe, expect, it } from 'vitest';
import { flexibleAssetId, organizationId } from '@/lib/model/ids';
import { FakeItGlue, given } from './it-glue.fixture';
import { accessPoint, fakeNetwork } from './networks.fixture';
import { wirelessType } from './fields';
import { relationNotes, type Operation } from './operation';
import { planWireless } from './plan';
import { expectedTraits, shortcomings } from './planning.fixture';
import { summarize } from './summarize';

const said = (operations: readonly Operation[]) =>
  operations.map(({ kind, fields }) => [kind, ...fields].join(' · '));
const kinds = (operations: readonly Operation[]) => operations.map(({ kind }) => kind);
const synced = (
  networks: Parameters<FakeItGlue['sync']>[0],
  keysRead?: ConstructorParameters<typeof FakeItGlue>[0],
) => {
  const itGlue = new FakeItGlue(keysRead);
  itGlue.sync(networks);
  return itGlue;
};
const onlyRecord = (itGlue: FakeItGlue) => given([...itGlue.records.values()][0]);
const onlyPassword = (itGlue: FakeItGlue) => given(itGlue.generalPasswords[0]);

describe('the plan for a first sync', () => {
  it('makes the type, the record, the password, then what relates them', () => {
    const networks = [
      fakeNetwork('10', '1', [{}], { accessPoints: [accessPoint('AP 1', '71'), accessPoint('B')] }),
    ];
    const { operations } = new FakeItGlue().plan(networks);
    expect(kinds(operations)).toEqual([
      'create-type',
      'create-record',
      'create-password',
      'relate',
      'relate',
    ]);
    expect(operations[2]).toMatchObject({
      name: 'Wi-Fi Wi-Fi 1 (Network 10, SSID 1)',
      subject: 'Wi-Fi 1 (Network 10)',
    });
    expect(operations[2]).toHaveProperty(
      'notes',
      expect.stringMatching(/\nDatto Networking: network 10, SSID 1$/),
    );
  });

  it('counts what it will do', () => {
    const networks = [fakeNetwork('10', '1', [{}, {}]), fakeNetwork('11', '2', [{}])];
    expect(summarize(new FakeItGlue().plan(networks).operations)).toEqual({
      writes: 10,
      createsType: true,
      creates: { records: 3, passwords: 3, organizations: 2 },
      updates: { records: 0, passwords: 0, organizations: 0 },
      archives: {
        records: 0,
        passwords: 0,
        organizations: 0,
        recordsOfPeople: 0,
        passwordsOfPeople: 0,
      },
      unarchives: {
        records: 0,
        passwords: 0,
        organizations: 0,
        recordsOfPeople: 0,
        passwordsOfPeople: 0,
      },
      relates: 3,
      unrelates: 0,
    });
  });

  it('takes a record that people made for an SSID instead of making a second', () => {
    const networks = [fakeNetwork('10', '1', [{}])];
    const itGlue = new FakeItGlue();
    itGlue.addType(wirelessType.fields);
    const theirs = itGlue.addRecord(organizationId('1'), {
      'wi-fi-network-name': 'Wi-Fi 1',
      'ssid-name': 'ssid1',
    });
    expect(said(itGlue.sync(networks))[0]).toBe(
      'update-record · Security Type · Location · Pre-shared Key',
    );
    expect(itGlue.liveRecords.map(({ id }) => id)).toEqual([theirs]);
    expect(shortcomings(itGlue, networks)).toEqual([]);
  });
});

describe('names and keys', () => {
  it.each([
    `Müller's "Büro" & Lager`,
    '🌊📶👩‍👩‍👧',
    '12345678901234567890123456789012',
    '   leading and trailing  ',
    '<i>Café</i>',
    'شبكة المكتبة',
  ])('documents %j exactly, and nothing twice', (name) => {
    const ssids = [
      {
        name,
        wifiName: name,
        key: ` it's "quoted" \\ and has  two spaces, <tags> & 63 characters!! `,
      },
    ];
    const networks = [fakeNetwork('10', '1', [...ssids, ...ssids])];
    const itGlue = synced(networks);
    expect(onlyRecord(itGlue).traits).toMatchObject({
      'wi-fi-network-name': name,
      'pre-shared-key': ssids[0]?.key,
    });
    expect(shortcomings(itGlue, networks)).toEqual([]);
    expect(itGlue.sync(networks)).toEqual([]);
    itGlue.ledger = new FakeItGlue().ledger;
    expect(said(itGlue.sync(networks))).toEqual(Array(2).fill('update-password · Password'));
    expect(shortcomings(itGlue, networks)).toEqual([]);
  });

  it('keeps two SSIDs with one name apart when one of them gets another key', () => {
    const same = { name: 'Staff', wifiName: 'Staff' };
    const network = fakeNetwork('10', '1', [same, same]);
    const itGlue = synced([network]);
    given(network.ssids[1]).key = 'KEY~ new';
    expect(said(itGlue.sync([network]))).toEqual([
      'update-record · Pre-shared Key',
      'update-password · Password',
    ]);
    expect(shortcomings(itGlue, [network])).toEqual([]);
  });

  it('tells records of one name apart by what else they say, after a kill that left neither password nor memory', () => {
    const same = { name: 'Staff', wifiName: 'Staff' };
    const networks = [fakeNetwork('10', '1', [same, { ...same, authType: 'sae' }])];
    const itGlue = new FakeItGlue();
    itGlue.sync(networks, { upTo: 3 });
    itGlue.ledger = new FakeItGlue().ledger;
    expect(kinds(itGlue.sync(networks))).toEqual([
      'create-password',
      'create-password',
      'relate',
      'relate',
    ]);
    expect(shortcomings(itGlue, networks)).toEqual([]);
  });
});

describe('recognizing again', () => {
  it('gives a record of a shared name to the SSID it is most like', () => {
    const same = { name: 'Staff', wifiName: 'Staff' };
    const network = fakeNetwork('10', '1', [{ ...same, number: 2, key: 'KEY~ second' }]);
    const itGlue = new FakeItGlue();
    itGlue.sync([network], { upTo: 2 });
    itGlue.ledger = new FakeItGlue().ledger;
    network.ssids.unshift({ ...given(network.ssids[0]), number: 1, key: 'KEY~ first' });
    expect(said(itGlue.sync([network])).filter((one) => one.startsWith('update'))).toEqual([]);
    expect(shortcomings(itGlue, [network])).toEqual([]);
  });

  it('archives the second record and password where two browsers created at once', () => {
    const network = fakeNetwork('10', '1', [{}]);
    const itGlue = synced([network]);
    const { traits, organization } = onlyRecord(itGlue);
    const second = itGlue.addRecord(organization, traits, false);
    const password = itGlue.addPassword(organization, 'p', onlyPassword(itGlue).notes, 'x', false);
    itGlue.relate(second, 'password', password, relationNotes);
    expect(kinds(itGlue.sync([network]))).toEqual(['archive-record', 'archive-password']);
    expect(shortcomings(itGlue, [network])).toEqual([]);
    expect(itGlue.sync([network])).toEqual([]);
  });

  it('does not take over a record of people for their link with the password', () => {
    const network = fakeNetwork('10', '1', [{}]);
    const itGlue = synced([network]);
    const theirs = itGlue.addRecord(organizationId('1'), { 'ssid-name': 'theirs' });
    itGlue.relate(theirs, 'password', onlyPassword(itGlue).id);
    itGlue.deleteRecord(onlyRecord(itGlue).id);
    expect(kinds(itGlue.sync([network]))).toEqual(['create-record', 'relate']);
    expect(itGlue.records.get(theirs)?.traits).toEqual({ 'ssid-name': 'theirs' });
  });

  it('archives what people moved to another organization, and documents the SSID where it belongs', () => {
    const network = fakeNetwork('10', '1', [{}]);
    const itGlue = synced([network]);
    onlyPassword(itGlue).organizationId = organizationId('2');
    expect(kinds(itGlue.sync([network]))).toEqual([
      'archive-password',
      'create-password',
      'unrelate',
      'relate',
    ]);
    expect(shortcomings(itGlue, [network])).toEqual([]);
  });

  it('does not relate again what may be related, where a record’s links could not be read', () => {
    const network = fakeNetwork('10', '1', [{}], { accessPoints: [accessPoint('AP', '71')] });
    const itGlue = synced([network]);
    const plan = () =>
      planWireless({ ...itGlue.input([network]), recordRelations: new Map() }).operations;
    expect(plan()).toEqual([]);
    itGlue.deletePassword(onlyPassword(itGlue).id);
    expect(kinds(plan())).toEqual(['create-password', 'relate']);
  });
});

describe('changes at Datto', () => {
  it('renames in place', () => {
    const network = fakeNetwork('10', '1', [{}]);
    const itGlue = synced([network]);
    Object.assign(given(network.ssids[0]), { name: 'new', wifiName: 'New' });
    network.name = 'Renamed';
    expect(said(itGlue.sync([network]))).toEqual([
      'update-record · Wi-Fi Network Name · SSID Name',
      'update-password · Name',
    ]);
    expect(shortcomings(itGlue, [network])).toEqual([]);
  });

  it('lets tag and relation follow an access point', () => {
    const network = fakeNetwork('10', '1', [{}], { accessPoints: [accessPoint('AP', '71')] });
    const itGlue = synced([network]);
    network.accessPoints = [accessPoint('AP', '72')];
    expect(said(itGlue.sync([network]))).toEqual([
      'update-record · Wireless Devices - Matched',
      'unrelate',
      'relate',
    ]);
    network.accessPoints = [accessPoint('AP')];
    expect(said(itGlue.sync([network]))).toEqual([
      'update-record · Wireless Devices - Matched · Wireless Devices - Unmatched',
      'unrelate',
    ]);
    expect(shortcomings(itGlue, [network])).toEqual([]);
  });

  it.each(['open', 'wpa-2only-e', 'owe-transition'])(
    'archives both when the authentication becomes %s, and brings both back',
    (authType) => {
      const network = fakeNetwork('10', '1', [{}]);
      const itGlue = synced([network]);
      given(network.ssids[0]).authType = authType;
      expect(kinds(itGlue.sync([network]))).toEqual(['archive-password', 'archive-record']);
      given(network.ssids[0]).authType = 'sae';
      expect(said(itGlue.sync([network]))).toEqual([
        'unarchive-record',
        'update-record · Security Type',
        'unarchive-password',
      ]);
    },
  );

  it('archives in the old organization, creates in the new one, and returns to the same', () => {
    const network = fakeNetwork('10', '1', [{}]);
    const itGlue = synced([network]);
    network.organization = '2';
    expect(kinds(itGlue.sync([network]))).toEqual([
      'archive-password',
      'archive-record',
      'create-record',
      'create-password',
      'relate',
    ]);
    network.organization = '1';
    itGlue.ledger = new FakeItGlue().ledger;
    expect(kinds(itGlue.sync([network]))).toEqual([
      'archive-password',
      'archive-record',
      'unarchive-record',
      'unarchive-password',
      'update-password',
    ]);
    expect(shortcomings(itGlue, [network])).toEqual([]);
  });

  it('leaves alone what could not be read', () => {
    const networks = [fakeNetwork('10', '1', [{}, {}]), fakeNetwork('11', '2', [{}])];
    const itGlue = synced(networks);
    const [first, second] = networks;
    given(first).readable = false;
    expect(itGlue.plan(networks).operations).toEqual([]);
    // Matched elsewhere in the meantime: it stays where it is until its key is known.
    given(first).organization = '3';
    expect(itGlue.plan(networks).operations).toEqual([]);
    Object.assign(given(first), { readable: true, organization: '1', unreadableSsids: [2] });
    expect(itGlue.plan(networks).operations).toEqual([]);
    given(second).organization = null;
    itGlue.unreadOrganizations = new Set([organizationId('2')]);
    const { operations, ledger } = itGlue.plan(networks);
    expect(operations).toEqual([]);
    expect(ledger).toEqual(itGlue.ledger);
  });
});

describe('changes that people make', () => {
  it('mends each with one write', () => {
    const network = fakeNetwork('10', '1', [{}]);
    const itGlue = synced([network]);
    itGlue.setPassword(onlyPassword(itGlue).id, 'theirs');
    onlyPassword(itGlue).notes = 'mine now';
    itGlue.editTrait(onlyRecord(itGlue).id, 'location', 'elsewhere');
    itGlue.relations = [];
    expect(said(itGlue.sync([network]))).toEqual([
      'update-record · Location',
      'update-password · Password · Notes',
      'relate',
    ]);
    onlyRecord(itGlue).archived = true;
    itGlue.deletePassword(onlyPassword(itGlue).id);
    expect(kinds(itGlue.sync([network]))).toEqual([
      'unarchive-record',
      'create-password',
      'relate',
    ]);
    itGlue.deleteRecord(onlyRecord(itGlue).id);
    expect(kinds(itGlue.sync([network]))).toEqual(['create-record', 'relate']);
    expect(shortcomings(itGlue, [network])).toEqual([]);
  });

  it.each(['absent', 'masked'] as const)(
    'notices a changed key in a record where keys read as %s',
    (keysRead) => {
      const network = fakeNetwork('10', '1', [{}]);
      const itGlue = synced([network], keysRead);
      expect(itGlue.sync([network])).toEqual([]);
      itGlue.editTrait(onlyRecord(itGlue).id, 'pre-shared-key', 'theirs');
      expect(said(itGlue.sync([network]))).toEqual(['update-record · Pre-shared Key']);
      expect(itGlue.sync([network])).toEqual([]);
      expect(shortcomings(itGlue, [network])).toEqual([]);
    },
  );

  it('keeps fields that people added to the type, and their values', () => {
    const network = fakeNetwork('10', '1', [{}]);
    const itGlue = new FakeItGlue();
    itGlue.addType([
      { name: 'Floor', kind: 'Number' },
      { name: 'Contacts', kind: 'Tag', tagType: 'Contacts' },
      { name: 'Location', kind: 'Text' },
    ]);
    expect(said(itGlue.sync([network]))[0]).toBe(
      'repair-type · Wi-Fi Network Name · SSID Name · Security Type · Pre-shared Key · Wireless Devices - Matched · Wireless Devices - Unmatched',
    );
    const record = onlyRecord(itGlue);
    itGlue.writeTraits(record.id, {
      ...record.traits,
      floor: 3,
      contacts: ['5', '6'],
      location: '',
    });
    expect(said(itGlue.sync([network]))).toEqual(['update-record · Location']);
    expect(onlyRecord(itGlue).traits).toMatchObject({ floor: 3, contacts: ['6', '5'] });
  });

  it('adds a removed field again and fills it, even where the key cannot be read and the worker is killed', () => {
    const network = fakeNetwork('10', '1', [{}]);
    const itGlue = synced([network], 'absent');
    itGlue.removeField('Pre-shared Key');
    expect(said(itGlue.sync([network], { upTo: 1 }))).toEqual([
      'repair-type · Pre-shared Key',
      'update-record · Pre-shared Key',
    ]);
    itGlue.sync([network]);
    expect(shortcomings(itGlue, [network])).toEqual([]);
  });

  it('says which field of a type of the same name is in the way, and touches nothing', () => {
    const network = fakeNetwork('10', '1', [{}]);
    const itGlue = new FakeItGlue();
    itGlue.addType([{ name: 'Pre-shared Key', kind: 'Text' }]);
    itGlue.addRecord(organizationId('1'), { 'pre-shared-key': 'theirs' });
    const plan = itGlue.plan([network]);
    expect(plan.operations).toEqual([]);
    expect(plan.problems).toMatchObject([
      { field: 'Pre-shared Key', expected: 'Password', actual: 'Text' },
    ]);
    expect(itGlue.plan([network], false).operations).toEqual([]);
  });

  it('leaves links, records and passwords of people alone', () => {
    const network = fakeNetwork('10', '1', [{}], { accessPoints: [accessPoint('AP', '71')] });
    const itGlue = synced([network]);
    const record = onlyRecord(itGlue);
    itGlue.relations = itGlue.relations.filter(({ kind }) => kind !== 'configuration');
    itGlue.relate(record.id, 'configuration', '71');
    itGlue.relate(record.id, 'configuration', '99');
    itGlue.relate(record.id, 'password', itGlue.addPassword(organizationId('1'), 'WLC', null, 'x'));
    itGlue.addRecord(organizationId('1'), { 'ssid-name': 'theirs' });
    expect(itGlue.sync([network])).toEqual([]);
  });

  it('archives a password copied together with its marker, and only that', () => {
    const network = fakeNetwork('10', '1', [{}]);
    const itGlue = synced([network]);
    const { notes, id } = onlyPassword(itGlue);
    itGlue.addPassword(organizationId('1'), 'copy', notes, 'stale');
    expect(kinds(itGlue.sync([network]))).toEqual(['archive-password']);
    expect(itGlue.livePasswords.map((one) => one.id)).toEqual([id]);
  });
});

describe('switching off', () => {
  it('archives everything of the type, counts what people made, and brings the same back', () => {
    const network = fakeNetwork('10', '1', [{}]);
    const itGlue = synced([network]);
    const theirs = itGlue.addRecord(organizationId('2'), { 'ssid-name': 'theirs' });
    const password = itGlue.addPassword(organizationId('2'), 'theirs', null, 'x');
    itGlue.relate(theirs, 'password', password);
    const other = itGlue.addPassword(organizationId('2'), 'other', null, 'x');
    // Archived by people before, so it is not ours to bring back.
    const old = itGlue.addRecord(organizationId('2'), { 'ssid-name': 'old' });
    given(itGlue.records.get(old)).archived = true;

    const off = itGlue.sync([network], { autoCreate: false });
    expect(summarize(off).archives).toEqual({
      records: 2,
      passwords: 2,
      organizations: 2,
      recordsOfPeople: 1,
      passwordsOfPeople: 1,
    });
    expect(kinds(off).at(-1)).toBe('disable-type');
    expect(itGlue.livePasswords.map(({ id }) => id)).toEqual([other]);

    const on = itGlue.sync([network]);
    expect(kinds(on)[0]).toBe('enable-type');
    expect(summarize(on)).toMatchObject({
      creates: { records: 0, passwords: 0 },
      unarchives: { records: 2, passwords: 2, recordsOfPeople: 1, passwordsOfPeople: 1 },
    });
    expect(given(itGlue.records.get(old)).archived).toBe(true);
    expect(given(itGlue.passwords.get(password)).archived).toBe(false);
    itGlue.sync([network]);
    expect(itGlue.ledger.archivedUserRecords).toEqual({ records: [], passwords: [] });
  });

  it('takes with an unmatched organization what people made there, and nowhere else', () => {
    const network = fakeNetwork('10', '1', [{}]);
    const itGlue = synced([network]);
    const there = itGlue.addRecord(organizationId('1'), { 'ssid-name': 'theirs' });
    const elsewhere = itGlue.addRecord(organizationId('2'), { 'ssid-name': 'theirs' });
    network.organization = null;
    itGlue.sync([network]);
    expect(itGlue.liveRecords.map(({ id }) => id)).toEqual([elsewhere]);
    network.organization = '1';
    itGlue.sync([network]);
    expect(itGlue.liveRecords.map(({ id }) => id)).toContain(flexibleAssetId(there));
    expect(shortcomings(itGlue, [network])).toEqual([]);
  });
});

it('writes the fields to the traits that the specification names', () => {
  const network = fakeNetwork('10', '1', [{}], {
    accessPoints: [accessPoint('AP 1', '71'), accessPoint('Lobby')],
  });
  const itGlue = synced([network]);
  expect(onlyRecord(itGlue).traits).toEqual(expectedTraits(network, given(network.ssids[0])));
});
