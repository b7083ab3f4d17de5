import { configurationId } from '@/lib/model/ids';
import { FakeItGlue } from './it-glue.fixture';
import { given } from './it-glue-rows.fixture';
import { fakeNetwork, type FakeNetwork, type FakeSsid } from './networks.fixture';
import { relationNotes, type Operation } from './operation';

/** Operations as text: each kind with the fields it writes. */
export const asText = (operations: readonly Operation[]) =>
  operations.map(({ kind, fields }) => [kind, ...fields].join(' · '));

export const kinds = (operations: readonly Operation[]) => operations.map(({ kind }) => kind);

/** IT Glue after a first sync of the networks. */
export function synced(
  networks: Parameters<FakeItGlue['sync']>[0],
  keysRead?: ConstructorParameters<typeof FakeItGlue>[0],
): FakeItGlue {
  const itGlue = new FakeItGlue(keysRead);
  itGlue.sync(networks);
  return itGlue;
}

export const onlyRecord = (itGlue: FakeItGlue) => given([...itGlue.records.values()][0]);
export const onlyPassword = (itGlue: FakeItGlue) => given(itGlue.generalPasswords[0]);

const preShared = ['wpa-2only-psk', 'wpa-mixed-psk', 'sae', 'sae-mixed'];

/**
 * How IT Glue falls short of documenting exactly the given networks, in words; empty when all is
 * well. Written from the specification, without the planner's help.
 */
export function shortcomings(itGlue: FakeItGlue, networks: readonly FakeNetwork[]): string[] {
  const found: string[] = [];
  const usedRecords = new Set<string>();
  const usedPasswords = new Set<string>();
  for (const network of networks.filter((one) => one.organization !== null)) {
    for (const ssid of network.ssids) {
      if (!preShared.includes(ssid.authType) || !ssid.key) continue;
      const name = `${network.id}/${ssid.number}`;
      const line = `Datto Networking: network ${network.id}, SSID ${ssid.number}`;
      const passwords = itGlue.livePasswords.filter(({ notes }) => notes?.endsWith(`\n${line}`));
      const [password] = passwords;
      if (password === undefined || passwords.length !== 1) {
        found.push(`${name}: ${passwords.length} live passwords`);
        continue;
      }
      usedPasswords.add(password.id);
      if (password.organizationId !== network.organization) found.push(`${name}: organization`);
      if (password.value !== ssid.key) found.push(`${name}: value of the password`);
      const expected = expectedTraits(network, ssid);
      const record = itGlue.liveRecords.find(
        (one) =>
          !usedRecords.has(one.id) &&
          itGlue.relations.some(
            (link) => link.source === one.id && link.destinationId === password.id,
          ) &&
          one.organization === network.organization &&
          JSON.stringify(sortedTraits(one.traits)) === JSON.stringify(sortedTraits(expected)),
      );
      if (record === undefined) {
        found.push(`${name}: no live record that is right and linked`);
        continue;
      }
      usedRecords.add(record.id);
      const links = itGlue.relations
        .filter((one) => one.source === record.id && one.notes === relationNotes)
        .map((one) => one.destinationId);
      if (new Set(links).size !== links.length) found.push(`${name}: a link twice`);
      const ends = new Set(
        itGlue.relations
          .filter((one) => one.source === record.id && one.kind === 'configuration')
          .map((one) => one.destinationId),
      );
      const wanted = new Set(network.accessPoints.flatMap((one) => one.configurationId ?? []));
      if ([...wanted].some((id) => !ends.has(id))) found.push(`${name}: a link is missing`);
      const extra = links.filter((id) => id !== password.id && !wanted.has(configurationId(id)));
      if (extra.length > 0) found.push(`${name}: a link too many`);
    }
  }
  for (const { id, byPeople } of itGlue.liveRecords)
    if (!byPeople && !usedRecords.has(id)) found.push(`record ${id} is live`);
  for (const { id, byPeople } of itGlue.livePasswords)
    if (!byPeople && !usedPasswords.has(id)) found.push(`password ${id} is live`);
  if (usedRecords.size > 0 && !itGlue.type?.enabled) found.push('the type is disabled');
  return found;
}

export function expectedTraits(network: FakeNetwork, ssid: FakeSsid): Record<string, unknown> {
  const matched = new Set(network.accessPoints.flatMap((one) => one.configurationId ?? []));
  const unmatched = network.accessPoints.filter((one) => one.configurationId === null && one.name);
  return {
    'wi-fi-network-name': ssid.wifiName,
    'ssid-name': ssid.name,
    'security-type': ssid.authType,
    'pre-shared-key': ssid.key,
    location: network.location,
    'wireless-devices-matched': [...matched],
    'wireless-devices-unmatched': unmatched
      .map((one) => one.name)
      .sort()
      .join('<br>'),
  };
}

/** The extension's traits that are not empty, in one order. */
function sortedTraits(traits: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.keys(expectedTraits(fakeNetwork('0', null, []), fakeSsid))
    .sort()
    .flatMap((key): [string, unknown][] => {
      const value = traits[key] ?? '';
      if (Array.isArray(value)) return value.length > 0 ? [[key, value.map(String).sort()]] : [];
      return value === '' ? [] : [[key, value]];
    });
}
const fakeSsid: FakeSsid = { number: 1, name: '', wifiName: '', authType: '', key: null };
