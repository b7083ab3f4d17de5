import type { Viewer } from '@/lib/access/access';
import { legitimizing } from '@/lib/matching/shared-macs';
import { deviceLabel, type DeviceKey } from '@/lib/model/device';
import type { ConfigurationId } from '@/lib/model/ids';
import type { DeviceMatch, NetworkMatch } from '@/lib/model/match';
import { isPersons } from '@/lib/model/persons-decision';
import type {
  ConfigurationChange,
  DeviceChange,
  NetworkChange,
  SharingChange,
  UndoStep,
} from '@/lib/model/undo';
import * as stored from '@/lib/store/stored';
import type { NotUndone } from '@/lib/model/undo-view';
import { versionOf, versionOfSharing } from '../version';
import type { Facts } from './facts';

/** A row that cannot be taken back, with what is shared of it: its key, and what stands there. */
export interface Left extends Omit<NotUndone, 'by'> {
  readonly by: string | null;
  readonly shared?: { readonly key: string; readonly stands: string };
}

/** What of an action can be taken back now, in the order in which that is done, and what cannot. */
export interface Judged {
  readonly networks: readonly NetworkChange[];
  readonly devices: readonly DeviceChange[];
  readonly sharings: readonly SharingChange[];
  readonly configurations: readonly ConfigurationChange[];
  readonly left: readonly Left[];
}

type Why = Pick<Left, 'why' | 'shared'> & { readonly by?: string };

/** Goes through an action's rows, the last changed first; what one gives back the next may take. */
export function judge(
  step: UndoStep,
  facts: Facts,
  viewer: Viewer,
  about: (change: DeviceChange) => boolean = () => true,
): Judged {
  const left: Left[] = [];
  const keep = <Row extends { readonly name: string }>(
    rows: readonly Row[],
    whyNot: (row: Row) => Why | null,
  ): Row[] =>
    rows.toReversed().filter((row) => {
      const why = whyNot(row);
      if (why) left.push({ name: row.name, by: null, ...why });
      return !why;
    });
  const held = holders(facts);
  return {
    networks: keep(step.networks, (row) => ofNetwork(row, facts, viewer)),
    devices: keep(step.devices.filter(about), (row) => {
      const why = ofDevice(row, facts, viewer, held);
      if (!why) held.change(row);
      return why;
    }),
    sharings: keep(step.sharings, (row) => ofSharing(row, facts, viewer)),
    configurations: keep(step.configurations, (row) => ofConfiguration(row, facts, viewer, held)),
    left,
  };
}

/** How many rows can be taken back. */
export const countOf = ({ networks, devices, sharings, configurations }: Judged): number =>
  networks.length + devices.length + sharings.length + configurations.length;

function ofNetwork(row: NetworkChange, facts: Facts, viewer: Viewer): Why | null {
  const { networkId, before, after } = row;
  const now = facts.networkMatches.get(networkId);
  if (!facts.networks.has(networkId)) return { why: 'gone' };
  if (!stands(now, after)) {
    const what = now?.state === 'ignored' ? 'ignored' : (stored.matchedOrganization(now) ?? 'none');
    return { why: 'decided', shared: { key: `n:${networkId}`, stands: what } };
  }
  // A Manager who took a network out of their own organization may put it back.
  if (!viewer.mayNetwork(before) && !viewer.mayNetwork(after)) return { why: 'not-permitted' };
  if (before?.state === 'matched' && !facts.organizations.has(before.organizationId))
    return { why: 'gone' };
  return null;
}

function ofDevice(row: DeviceChange, facts: Facts, viewer: Viewer, held: Holders): Why | null {
  const { deviceKey, before, after, rejections } = row;
  const device = facts.devices.get(deviceKey);
  if (!device) return { why: 'gone' };
  const network = facts.networkMatches.get(device.networkId);
  if (!viewer.mayNetwork(network)) return { why: 'not-permitted' };
  const now = facts.deviceMatches.get(deviceKey);
  // What a rule matched since is nobody's decision.
  const isSame = stands(peoples(now), peoples(after));
  const isRejection = !before && !after;
  if (!isSame || (isRejection && !isRejected(facts, deviceKey, rejections.made))) {
    const what = now?.state === 'matched' ? now.configurationId : (now?.state ?? 'none');
    return { why: 'decided', shared: { key: `d:${deviceKey}`, stands: what } };
  }
  if (before?.state !== 'matched') return null;
  const { configurationId, organizationId } = before;
  if (stored.matchedOrganization(network) !== organizationId) return { why: 'elsewhere' };
  if (facts.configurations.get(configurationId)?.organizationId !== organizationId)
    return { why: 'gone' };
  const holder = held.of(configurationId);
  if (!holder || holder.deviceKey === deviceKey || !isPersons(holder)) return null;
  const other = facts.devices.get(holder.deviceKey);
  return { why: 'taken', by: other ? deviceLabel(other) : holder.deviceKey };
}

const isRejected = (facts: Facts, key: DeviceKey, ids: readonly ConfigurationId[]): boolean =>
  ids.length > 0 && ids.every((id) => facts.rejected.get(key)?.includes(id));

function ofSharing(row: SharingChange, facts: Facts, viewer: Viewer): Why | null {
  const { configurationIds, after } = row;
  const now = legitimizing(configurationIds, facts.sharings);
  if (versionOfSharing(now) !== versionOfSharing(after)) return { why: 'decided' };
  const known = configurationIds.flatMap((id) => facts.configurations.get(id) ?? []);
  return known.every(({ organizationId }) => viewer.mayOrganization(organizationId))
    ? null
    : { why: 'not-permitted' };
}

function ofConfiguration(
  row: ConfigurationChange,
  facts: Facts,
  viewer: Viewer,
  held: Holders,
): Why | null {
  const { configurationId, organizationId, before, after } = row;
  if (!viewer.mayOrganization(organizationId)) return { why: 'not-permitted' };
  const configuration = facts.configurations.get(configurationId);
  if (row.created && (!configuration || configuration.archived)) return { why: 'gone' };
  const isSame = facts.ignored.get(configurationId)?.at === after?.at;
  // One that has a device is asked about no more, so that nothing is to be ignored.
  if (!isSame || ((before || row.created) && held.of(configurationId))) return { why: 'decided' };
  return null;
}

/** Whether what an action left still stands. */
function stands(
  now: NetworkMatch | DeviceMatch | null | undefined,
  after: NetworkMatch | DeviceMatch | null,
): boolean {
  if (versionOf(now) === versionOf(after)) return true;
  // Of what was created more than once another copy may have been kept.
  const isCreated = (match: typeof now) => match?.state === 'matched' && match.rule === 'created';
  return isCreated(now) && isCreated(after) && now?.at === after?.at;
}

const peoples = (match: DeviceMatch | null | undefined): DeviceMatch | null =>
  match && isPersons(match) ? match : null;

interface Holders {
  readonly of: (id: ConfigurationId) => DeviceMatch | undefined;
  /** Gives the device back what it had. */
  readonly change: (row: DeviceChange) => void;
}

/** Which device has a configuration, as rows are taken back. */
function holders({ deviceMatches }: Facts): Holders {
  const byDevice = new Map(deviceMatches);
  const held = new Map<ConfigurationId, DeviceMatch>();
  for (const match of byDevice.values())
    if (match.state === 'matched') held.set(match.configurationId, match);
  return {
    of: (id) => held.get(id),
    change({ deviceKey, before }) {
      const now = byDevice.get(deviceKey);
      if (now?.state === 'matched' && held.get(now.configurationId) === now)
        held.delete(now.configurationId);
      if (before?.state === 'matched') held.set(before.configurationId, before);
    },
  };
}
