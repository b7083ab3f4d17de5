import { describe, expect, it } from 'vitest';
import { flexibleAssetId, organizationId } from '@/lib/model/ids';
import { FakeItGlue } from './it-glue.fixture';
import {
  expectedTraits,
  kinds,
  onlyPassword,
  onlyRecord,
  asText,
  shortcomings,
  synced,
} from './planning.fixture';
import { given } from './it-glue-rows.fixture';
import { accessPoint, fakeNetwork } from './networks.fixture';
import { wirelessType } from './fields';
import { relationNotes } from './operation';
import { planWireless } from './plan';
import { summarize } from './summarize';

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
        userRecords: 0,
        userPasswords: 0,
      },
      unarchives: {
        records: 0,
        passwords: 0,
        organizations: 0,
        userRecords: 0,
        userPasswords: 0,
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
    expect(asText(itGlue.sync(networks))[0]).toBe(
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
    expect(asText(itGlue.sync(networks))).toEqual(Array(2).fill('update-password · Password'));
    expect(shortcomings(itGlue, networks)).toEqual([]);
  });

  it('keeps two SSIDs with one name apart when one of them gets another key', () => {
    const same = { name: 'Staff', wifiName: 'Staff' };
    const network = fakeNetwork('10', '1', [same, same]);
    const itGlue = synced([network]);
    given(network.ssids[1]).key = 'KEY~ new';
    expect(asText(itGlue.sync([network]))).toEqual([
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
    expect(asText(itGlue.sync([network])).filter((one) => one.startsWith('update'))).toEqual([]);
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

describe('switching off', () => {
  it('archives everything of the type, counts what people made, and brings the same back', () => {
    const network = fakeNetwork('10', '1', [{}]);
    const itGlue = synced([network]);
    const theirs = itGlue.addRecord(organizationId('2'), { 'ssid-name': 'theirs' });
    const password = itGlue.addPassword(organizationId('2'), 'theirs', null, 'x');
    itGlue.relate(theirs, 'password', password);
    const other = itGlue.addPassword(organizationId('2'), 'other', null, 'x');
    // Archived by users before, so it is not to be unarchived.
    const old = itGlue.addRecord(organizationId('2'), { 'ssid-name': 'old' });
    given(itGlue.records.get(old)).archived = true;

    const off = itGlue.sync([network], { autoCreate: false });
    expect(summarize(off).archives).toEqual({
      records: 2,
      passwords: 2,
      organizations: 2,
      userRecords: 1,
      userPasswords: 1,
    });
    expect(kinds(off).at(-1)).toBe('disable-type');
    expect(itGlue.livePasswords.map(({ id }) => id)).toEqual([other]);

    const on = itGlue.sync([network]);
    expect(kinds(on)[0]).toBe('enable-type');
    expect(summarize(on)).toMatchObject({
      creates: { records: 0, passwords: 0 },
      unarchives: { records: 2, passwords: 2, userRecords: 1, userPasswords: 1 },
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
