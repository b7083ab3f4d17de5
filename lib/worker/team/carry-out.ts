import { deviceKinds, type DeviceKey } from '@/lib/model/device';
import {
  configurationId,
  networkId,
  organizationId,
  userId,
  type NetworkId,
} from '@/lib/model/ids';
import { isPersons } from '@/lib/model/persons-decision';
import type { SharedEntry } from '@/lib/model/shared-entry';
import type { DeviceMatch, NetworkMatch } from '@/lib/model/match';
import { setDevice, setNetwork, setSharing } from '@/lib/decisions/set-decision';
import { maySwitchAutoCreate } from '@/lib/access/auto-create';
import type { Viewer } from '@/lib/access/access';
import { readViewerOf } from '@/lib/access/viewer';
import { changeSettings, readSettings } from '@/lib/store/meta';
import type { WriteTransaction } from '@/lib/store/schema';
import { changeWirelessState } from '@/lib/sync/wireless/ledger-store';
import * as stored from '@/lib/store/stored';
import { compareEntries } from '@/lib/team/stamp';
import { putBase } from './memory';
import { takeArchived, takeSsid } from './shared-ledger';
import { typeSetting } from './local-decisions';
import { halves, knownEntry, saysSame, type SharedValueOf } from './shared-values';

/** Who decided it and when, as the activity list has it. */
interface By {
  readonly who: string;
  readonly at: string;
  /** The time now by the clock of `at`, milliseconds since 1970. */
  readonly heardAt: number;
}

/** What of the shared entries is to be brought about. */
export type Scope = 'all' | 'networks' | 'devices';

/**
 * Brings about what the company decided and what is not so here yet. What cannot be yet, since a network,
 * organization, device or configuration is not known here, waits for the next sync.
 * @param ahead how far IT Glue's clock is ahead of the one by which it is stored, milliseconds
 * @param heardAt the time now by the latter, milliseconds since 1970
 * @param managed keys that the company's policy decides here
 */
export async function carryOut(
  transaction: WriteTransaction,
  scope: Scope,
  ahead: number,
  heardAt: number,
  managed: ReadonlySet<string>,
): Promise<void> {
  const rows = (await stored.sharedEntries.all(transaction)).filter(
    ({ key, base, entry }) =>
      inScope[scope].test(key) && !managed.has(key) && !saysSame(key, base, entry.value),
  );
  const names = new Map((await stored.users.all(transaction)).map(({ id, name }) => [id, name]));
  // Rejections first: a network that is taken from its organization is not to be matched there again.
  rows.sort((a, b) => orderOf(a.key) - orderOf(b.key) || compareEntries(a.entry, b.entry));
  for (const { key, entry } of rows) {
    const { user, at, value } = entry;
    const who = (user !== null && names.get(userId(user))) || '';
    const by = { who, at: new Date(at.ms - ahead).toISOString(), heardAt };
    if (await carryOutOne(transaction, entry, by)) await putBase(transaction, key, value);
  }
}

const inScope: Readonly<Record<Scope, RegExp>> = {
  all: /./,
  networks: /^(?:n|rn|s):/,
  devices: /^(?:d|rd|ic|ls):/,
};
const order = ['s', 'rn', 'n', 'ls', 'ic', 'rd', 'd', 'w', 'pr', 'pp'];
const orderOf = (key: string): number => order.indexOf(key.slice(0, key.indexOf(':')));

async function carryOutOne(
  transaction: WriteTransaction,
  entry: SharedEntry,
  by: By,
): Promise<boolean> {
  const known = knownEntry(entry.key, entry.value);
  switch (known?.kind) {
    case undefined:
      return false;
    case 'n':
      return network(transaction, known.of, known.value, by);
    case 'd':
      return device(transaction, entry, known.of as DeviceKey, known.value, by);
    case 'rn':
      return rejectOrganization(transaction, known.of, known.value, by);
    case 'rd':
      return rejectConfiguration(transaction, known.of, known.value, by);
    case 'ic':
      return ignoreConfiguration(transaction, known.of, known.value, by);
    case 'ls':
      return sharing(transaction, known.of, known.value, by);
    case 's':
      return setting(transaction, entry, known.of, known.value, by);
    case 'w':
      return takeSsid(transaction, known.of, known.value, by.at);
    case 'pr':
      return takeArchived(transaction, 'records', known.of, known.value);
    case 'pp':
      return takeArchived(transaction, 'passwords', known.of, known.value);
  }
}

async function network(
  transaction: WriteTransaction,
  of: string,
  value: SharedValueOf<'n'>,
  by: By,
): Promise<boolean> {
  const id = networkId(of);
  if (!(await stored.networks.has(transaction, id))) return false;
  const now = await stored.networkMatches.get(transaction, id);
  if (value === 'none') {
    if (now && isPersons(now)) await putNetwork(transaction, id, null, by);
    return true;
  }
  if (value === 'ignored') {
    if (now?.state !== 'ignored')
      await putNetwork(transaction, id, { networkId: id, at: by.at, state: 'ignored' }, by);
    return true;
  }
  const organization = organizationId(value.o);
  if (!(await stored.organizations.has(transaction, organization))) return false;
  if (now?.state === 'matched' && now.organizationId === organization && now.rule === value.r)
    return true;
  const match = { networkId: id, at: by.at, organizationId: organization, rule: value.r } as const;
  await putNetwork(transaction, id, { ...match, state: 'matched' }, by);
  return true;
}

async function device(
  transaction: WriteTransaction,
  entry: SharedEntry,
  key: DeviceKey,
  value: SharedValueOf<'d'>,
  by: By,
): Promise<boolean> {
  const known = await stored.devices.get(transaction, key);
  if (!known) return false;
  const common = { deviceKey: key, networkId: known.networkId, at: by.at };
  const now = await stored.deviceMatches.get(transaction, key);
  if (value === 'none') {
    if (now && isPersons(now)) await putDevice(transaction, key, null, by);
    return true;
  }
  if (value === 'ignored') {
    if (now?.state !== 'ignored')
      await putDevice(transaction, key, { ...common, state: 'ignored' }, by);
    return true;
  }
  const configuration = configurationId(value.c);
  const row = await stored.configurations.get(transaction, configuration);
  if (row?.organizationId !== value.o) return false;
  if (now?.state === 'matched' && now.configurationId === configuration && now.rule === value.r)
    return true;
  const holder = await stored.deviceMatches.ofConfiguration.first(transaction, configuration);
  if (holder && holder.deviceKey !== key) {
    // One configuration, one device: of two decisions the later one counts, and any before a rule's.
    if (await standsAbove(transaction, holder, entry)) return false;
    await putDevice(transaction, holder.deviceKey, null, by);
  }
  await putDevice(
    transaction,
    key,
    {
      ...common,
      state: 'matched',
      configurationId: configuration,
      organizationId: row.organizationId,
      rule: value.r,
    },
    by,
  );
  return true;
}

/** Puts a decision of the company; what is rejected comes from its own entries, not from this one. */
async function putDevice(
  transaction: WriteTransaction,
  key: DeviceKey,
  after: DeviceMatch | null,
  by: By,
): Promise<void> {
  const rejected = await stored.rejectedConfigurations.of(transaction, key);
  await setDevice(transaction, key, after, by);
  await stored.rejectedConfigurations.set(transaction, key, rejected);
}

async function putNetwork(
  transaction: WriteTransaction,
  id: NetworkId,
  after: NetworkMatch | null,
  by: By,
): Promise<void> {
  const rejected = await stored.rejectedOrganizations.of(transaction, id);
  await setNetwork(transaction, id, after, by);
  await stored.rejectedOrganizations.set(transaction, id, rejected);
}

/** Whether a later decision gave the configuration to its holder. */
async function standsAbove(
  transaction: WriteTransaction,
  holder: DeviceMatch,
  entry: SharedEntry,
): Promise<boolean> {
  const row = await stored.sharedEntries.get(transaction, `d:${holder.deviceKey}`);
  const value = row && knownEntry(row.key, row.entry.value)?.value;
  const gives =
    typeof value === 'object' &&
    'c' in value &&
    holder.state === 'matched' &&
    value.c === holder.configurationId;
  return gives && compareEntries(row!.entry, entry) > 0;
}

async function rejectOrganization(
  transaction: WriteTransaction,
  of: string,
  rejected: boolean,
  by: By,
): Promise<boolean> {
  const [network, organization] = halves(of);
  const id = networkId(network);
  const other = organizationId(organization);
  if (!rejected) {
    await stored.rejectedOrganizations.takeBack(transaction, id, other);
    return true;
  }
  if (!(await stored.networks.has(transaction, id))) return false;
  await stored.rejectedOrganizations.add(transaction, id, other);
  const now = await stored.networkMatches.get(transaction, id);
  if (now?.state === 'matched' && now.organizationId === other && !isPersons(now))
    await putNetwork(transaction, id, null, by);
  return true;
}

async function rejectConfiguration(
  transaction: WriteTransaction,
  of: string,
  rejected: boolean,
  by: By,
): Promise<boolean> {
  const [device, configuration] = halves(of);
  const key = device as DeviceKey;
  const id = configurationId(configuration);
  if (!rejected) {
    await stored.rejectedConfigurations.takeBack(transaction, key, id);
    return true;
  }
  if (!(await stored.devices.has(transaction, key))) return false;
  await stored.rejectedConfigurations.add(transaction, key, id);
  const now = await stored.deviceMatches.get(transaction, key);
  if (now?.state === 'matched' && now.configurationId === id && !isPersons(now))
    await putDevice(transaction, key, null, by);
  return true;
}

async function ignoreConfiguration(
  transaction: WriteTransaction,
  of: string,
  ignored: boolean,
  { who, at }: By,
): Promise<boolean> {
  const id = configurationId(of);
  const row = await stored.configurations.get(transaction, id);
  if (!row) return false;
  if ((await stored.ignoredConfigurations.has(transaction, id)) === ignored) return true;
  await (ignored
    ? stored.ignoredConfigurations.put(transaction, { configurationId: id, at })
    : stored.ignoredConfigurations.remove(transaction, id));
  const kind = ignored ? 'configuration-ignored' : 'configuration-unignored';
  const { organizationId: organization, name } = row;
  await stored.log(
    transaction,
    at,
    { kind, organizationId: organization, configurationId: id, name },
    who,
  );
  return true;
}

async function sharing(
  transaction: WriteTransaction,
  of: string,
  isLegitimate: boolean,
  by: By,
): Promise<boolean> {
  const ids = of.split('+').map(configurationId);
  const known = await stored.configurations.getMany(transaction, ids);
  if (known.length < ids.length) return false;
  if ((await stored.legitimateSharings.has(transaction, of)) === isLegitimate) return true;
  const after = isLegitimate ? [{ key: of, configurationIds: ids, at: by.at }] : [];
  await setSharing(transaction, ids, after, by);
  return true;
}

/** A setting of the company counts only from a user who may switch it, as users and groups are known here. */
async function setting(
  transaction: WriteTransaction,
  { user }: SharedEntry,
  name: string,
  value: SharedValueOf<'s'>,
  by: By,
): Promise<boolean> {
  const viewer = await readViewerOf(transaction, user === null ? null : userId(user));
  if (name === 'auto-create')
    return typeof value === 'boolean' && switchAutoCreate(transaction, viewer, value, by);
  const kind = deviceKinds.find((each) => name === typeSetting(each));
  if (!kind || typeof value !== 'string') return false;
  if (viewer.access !== 'all' && viewer.access !== 'own') return false;
  await changeSettings(transaction, ({ configurationTypes }) => ({
    configurationTypes: { ...configurationTypes, [kind]: value },
  }));
  return true;
}

async function switchAutoCreate(
  transaction: WriteTransaction,
  viewer: Viewer,
  on: boolean,
  { who, at, heardAt }: By,
): Promise<boolean> {
  if (!(await maySwitchAutoCreate(transaction, viewer))) return false;
  if ((await readSettings(transaction)).autoCreate === on) return true;
  await changeSettings(transaction, () => ({ autoCreate: on }));
  await changeWirelessState(transaction, () => ({ switchedOff: on ? null : { who, at, heardAt } }));
  await stored.log(transaction, at, { kind: 'auto-create-switched', on }, who);
  return true;
}
