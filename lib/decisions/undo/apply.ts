import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import { deviceLabel } from '@/lib/model/device';
import { isPersons } from '@/lib/model/persons-decision';
import type { DeviceMatch } from '@/lib/model/match';
import type { DeviceChange, NetworkChange } from '@/lib/model/undo';
import type { WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { By } from '../context';
import { problemWith } from '../decide-device';
import { setConfiguration, setDevice, setNetwork, setSharing } from '../set-decision';
import { withoutChanges } from './changes';
import type { Judged, Left } from './judge';

/** A configuration that was created and is to be archived. */
export interface Archiving {
  readonly configurationId: ConfigurationId;
  readonly organizationId: OrganizationId;
  readonly name: string;
}

/**
 * Gives every row back what it had before.
 * @param created it was created in IT Glue: what a rule would match to it again stays turned down
 * @returns what is to be archived in IT Glue, and what else could not be given back
 */
export async function apply(
  transaction: WriteTransaction,
  { networks, devices, sharings, configurations }: Judged,
  created: boolean,
  by: By,
): Promise<{ readonly archiving: readonly Archiving[]; readonly left: readonly Left[] }> {
  const archiving: Archiving[] = [];
  const left: Left[] = [];
  for (const row of networks) left.push(...(await giveBackNetwork(transaction, row, created, by)));
  for (const row of devices)
    archiving.push(...(await giveBackDevice(transaction, row, created, by)));
  for (const { configurationIds, before } of sharings)
    await setSharing(transaction, configurationIds, before, by);
  for (const row of configurations)
    if (row.created) archiving.push(row);
    else await setConfiguration(transaction, row, row.before, by);
  return { archiving, left };
}

async function giveBackNetwork(
  transaction: WriteTransaction,
  { networkId, before, rejections, ended }: NetworkChange,
  created: boolean,
  by: By,
): Promise<Left[]> {
  const standing = await stored.rejectedOrganizations.of(transaction, networkId);
  await setNetwork(transaction, networkId, before, by);
  if (!created) {
    const ids = withoutChanges(standing, rejections);
    await stored.rejectedOrganizations.set(transaction, networkId, ids);
  }
  const left: Left[] = [];
  for (const match of ended) {
    const device = await stored.devices.get(transaction, match.deviceKey);
    if (match.state !== 'matched' || !device) continue;
    const name = deviceLabel(device);
    const now = await stored.deviceMatches.get(transaction, match.deviceKey);
    if (now && isPersons(now)) left.push({ name, why: 'decided', by: null });
    else if ((await stored.organizationOf(transaction, device.networkId)) !== match.organizationId)
      left.push({ name, why: 'elsewhere', by: null });
    else {
      await makeWay(transaction, match, by);
      const { configurationId, organizationId } = match;
      const problem = await problemWith(transaction, device, configurationId, organizationId);
      if (!problem) await setDevice(transaction, match.deviceKey, match, by);
      else if (problem.kind === 'configuration-taken')
        left.push({ name, why: 'taken', by: problem.by });
      else left.push({ name, why: 'gone', by: null });
    }
  }
  return left;
}

async function giveBackDevice(
  transaction: WriteTransaction,
  { deviceKey, before, after, rejections, ended }: DeviceChange,
  created: boolean,
  by: By,
): Promise<Archiving[]> {
  const now = await stored.deviceMatches.get(transaction, deviceKey);
  const standing = await stored.rejectedConfigurations.of(transaction, deviceKey);
  if (before) await makeWay(transaction, before, by);
  // A suggestion that was turned down changed no match: what a rule made since stays.
  if (before || after) await setDevice(transaction, deviceKey, before, by);
  if (!created) {
    const ids = withoutChanges(standing, rejections);
    await stored.rejectedConfigurations.set(transaction, deviceKey, ids);
  }
  if (
    ended &&
    !(await stored.deviceMatches.ofConfiguration.any(transaction, ended.configurationId))
  )
    await stored.ignoredConfigurations.put(transaction, ended);
  if (!created || now?.state !== 'matched' || now.rule !== 'created') return [];
  const { configurationId, organizationId } = now;
  const configuration = await stored.configurations.get(transaction, configurationId);
  const name = configuration?.name ?? configurationId;
  return [{ configurationId, organizationId, name }];
}

/** What a rule matched to the configuration since gives way to a person's decision, and is not turned down by it. */
async function makeWay(transaction: WriteTransaction, match: DeviceMatch, by: By): Promise<void> {
  if (match.state !== 'matched') return;
  const { configurationId, deviceKey } = match;
  const holder = await stored.deviceMatches.ofConfiguration.first(transaction, configurationId);
  if (!holder || holder.deviceKey === deviceKey || isPersons(holder)) return;
  const rejected = await stored.rejectedConfigurations.of(transaction, holder.deviceKey);
  await setDevice(transaction, holder.deviceKey, null, by);
  await stored.rejectedConfigurations.set(transaction, holder.deviceKey, rejected);
}
