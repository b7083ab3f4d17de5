import { describe, expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import { FakeItGlue } from './it-glue.fixture';
import { kinds, onlyPassword, onlyRecord, asText, shortcomings, synced } from './planning.fixture';
import { given } from './it-glue-rows.fixture';
import { accessPoint, fakeNetwork } from './networks.fixture';

describe('changes at Datto', () => {
  it('renames in place', () => {
    const network = fakeNetwork('10', '1', [{}]);
    const itGlue = synced([network]);
    Object.assign(given(network.ssids[0]), { name: 'new', wifiName: 'New' });
    network.name = 'Renamed';
    expect(asText(itGlue.sync([network]))).toEqual([
      'update-record · Wi-Fi Network Name · SSID Name',
      'update-password · Name',
    ]);
    expect(shortcomings(itGlue, [network])).toEqual([]);
  });

  it('lets tag and relation follow an access point', () => {
    const network = fakeNetwork('10', '1', [{}], { accessPoints: [accessPoint('AP', '71')] });
    const itGlue = synced([network]);
    network.accessPoints = [accessPoint('AP', '72')];
    expect(asText(itGlue.sync([network]))).toEqual([
      'update-record · Wireless Devices - Matched',
      'unrelate',
      'relate',
    ]);
    network.accessPoints = [accessPoint('AP')];
    expect(asText(itGlue.sync([network]))).toEqual([
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
      expect(asText(itGlue.sync([network]))).toEqual([
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
  it('corrects each with one write', () => {
    const network = fakeNetwork('10', '1', [{}]);
    const itGlue = synced([network]);
    itGlue.setPassword(onlyPassword(itGlue).id, 'theirs');
    onlyPassword(itGlue).notes = 'mine now';
    itGlue.editTrait(onlyRecord(itGlue).id, 'location', 'elsewhere');
    itGlue.relations = [];
    expect(asText(itGlue.sync([network]))).toEqual([
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
      expect(asText(itGlue.sync([network]))).toEqual(['update-record · Pre-shared Key']);
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
    expect(asText(itGlue.sync([network]))[0]).toBe(
      'repair-type · Wi-Fi Network Name · SSID Name · Security Type · Pre-shared Key · Wireless Devices - Matched · Wireless Devices - Unmatched',
    );
    const record = onlyRecord(itGlue);
    itGlue.writeTraits(record.id, {
      ...record.traits,
      floor: 3,
      contacts: ['5', '6'],
      location: '',
    });
    expect(asText(itGlue.sync([network]))).toEqual(['update-record · Location']);
    expect(onlyRecord(itGlue).traits).toMatchObject({ floor: 3, contacts: ['6', '5'] });
  });

  it('adds a removed field again and fills it, even where the key cannot be read and the worker is killed', () => {
    const network = fakeNetwork('10', '1', [{}]);
    const itGlue = synced([network], 'absent');
    itGlue.removeField('Pre-shared Key');
    expect(asText(itGlue.sync([network], { upTo: 1 }))).toEqual([
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
