import type { Viewer } from '@/lib/access/access';
import type { OrganizationId } from '@/lib/model/ids';
import * as stored from '@/lib/store/stored';
import type { Reader } from '@/lib/store/table';
import type { Counts } from '@/lib/views/status';

const none: Counts = { matched: 0, unmatched: 0, ignored: 0 };

/**
 * How many networks and devices are matched, unmatched and ignored of those that the user may decide about; of
 * all where nobody is chosen yet. Most is counted by indexes, without reading a row.
 */
export async function countFor(
  from: Reader,
  viewer: Viewer,
): Promise<{ readonly networks: Counts; readonly devices: Counts }> {
  if (viewer.access === 'panels') return { networks: none, devices: none };
  if (viewer.access === 'own' && !viewer.mayNetwork(null))
    return countOwn(from, viewer.organizationIds);
  const [networks, devices] = await Promise.all([countNetworks(from), countDevices(from)]);
  return { networks, devices };
}

/** A Manager's organizations: networks that are matched to them, and these networks' devices. */
async function countOwn(from: Reader, organizations: readonly OrganizationId[]) {
  const networks = await stored.networkMatches.ofOrganization.keysOf(from, organizations);
  const [all, decided, matched] = await Promise.all([
    stored.devices.ofNetwork.countOf(from, networks),
    stored.deviceMatches.ofNetwork.countOf(from, networks),
    stored.deviceMatches.ofOrganization.countOf(from, organizations),
  ]);
  return {
    networks: { ...none, matched: networks.length },
    devices: { matched, ignored: decided - matched, unmatched: all - decided },
  };
}

/** Undecided networks without devices ask for nothing, so they count nowhere. Of the others only keys are read. */
async function countNetworks(from: Reader): Promise<Counts> {
  const [networks, decided, matched] = await Promise.all([
    stored.networks.keys(from),
    stored.networkMatches.keys(from),
    stored.networkMatches.ofOrganization.total(from),
  ]);
  const isDecided = new Set(decided);
  const undecided = networks.filter((id) => !isDecided.has(id));
  const asking = (await stored.networks.getMany(from, undecided)).filter(
    ({ withoutDevices }) => !withoutDevices,
  );
  return { matched, ignored: decided.length - matched, unmatched: asking.length };
}

async function countDevices(from: Reader): Promise<Counts> {
  const [total, decided, matched, ofNetworks, matchedNetworks] = await Promise.all([
    stored.devices.count(from),
    stored.deviceMatches.count(from),
    stored.deviceMatches.ofConfiguration.total(from),
    stored.networkMatches.keys(from),
    stored.networkMatches.ofOrganization.allKeys(from),
  ]);
  const isMatched = new Set(matchedNetworks);
  const ignored = ofNetworks.filter((id) => !isMatched.has(id));
  const [there, decidedThere] = await Promise.all([
    stored.devices.ofNetwork.keysOf(from, ignored),
    stored.deviceMatches.ofNetwork.keysOf(from, ignored),
  ]);
  const isDecided = new Set(decidedThere);
  const withTheirs = decided - matched + there.filter((key) => !isDecided.has(key)).length;
  return { matched, ignored: withTheirs, unmatched: total - matched - withTheirs };
}
