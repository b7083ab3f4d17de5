import type { Clients } from '@/lib/sync/api-clients';
import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import type { LockedBy } from '@/lib/model/integration-status';
import type { ConfigurationPage } from '@/lib/model/portal-page';
import type { Problem } from '@/lib/model/problem';
import { readMeta } from '@/lib/store/meta';
import { read, write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import { askedToWaitMs, isNotImplemented, toProblem } from '@/lib/sync/problems';
import { matchOrganizations } from '@/lib/sync/stages/match-organizations';
import { askConnections } from './connections';
import { hasNetworks, readPanel } from './read-panel';
import type { Device } from '@/lib/model/device';
import { portSightings } from '@/lib/model/sighting';
import type { PanelView } from '@/lib/views/panel';
import * as stored from '@/lib/store/stored';

type Hurried = Clients['hurried'];

export interface PanelOptions {
  readonly store: Database;
  clients(): Promise<Clients | null>;
  readonly lockedBy: () => Promise<LockedBy>;
  readonly now: () => number;
  /** Told after a commit. */
  readonly committed: () => void;
  /** Told when a side refused its keys. */
  refused(problem: Problem): Promise<void>;
}

export interface PanelService {
  /** What the store holds, at once. */
  view(page: ConfigurationPage): Promise<PanelView>;
  /** The same after asking Datto for that one device, and IT Glue for that one configuration. */
  refresh(page: ConfigurationPage): Promise<PanelView>;
  /**
   * The same for a page that asks by itself each minute: Datto alone is asked, for the device, or where the
   * configuration is connected, and not where that was read a moment ago, as for another tab.
   */
  again(page: ConfigurationPage): Promise<PanelView>;
}

/** What was read so lately is not asked for again by a page that asks by itself, milliseconds. */
const justNow = 50_000;

/** An answer that others wait for comes within that, milliseconds; where it hangs, whoever asks again asks anew. */
const soonAnswered = 5_000;

type Asking = Promise<Problem | null>;

/** What the panel on a configuration page shows. */
export function createPanelService(options: PanelOptions): PanelService {
  const { store, now } = options;

  /** By one transaction: each by itself waits for the commit of a sync that is under way. */
  async function view(page: ConfigurationPage, problem: Problem | null): Promise<PanelView> {
    const locked = await options.lockedBy();
    return read(store, (from) => readPanel(from, page, { locked, problem, now: now() }));
  }

  /** Reads the configuration again, and the device that is matched to it, or that now turns out to be. */
  async function readAgain(page: ConfigurationPage): Promise<Problem | null> {
    const clients = (await options.clients())?.hurried;
    const organization = page.organizationId;
    if (!clients || (await stored.failedCredentials.read(store))) return null;
    const id = page.configurationId;
    const match = await stored.deviceMatches.ofConfiguration.first(store, id);
    if (!match && !(await hasNetworks(store, organization))) return null;
    const [ofConfiguration, ofDevice] = await Promise.all([
      attempt(() => readConfiguration(clients, id, organization)),
      match ? attempt(() => readDevice(clients, id)) : null,
    ]);
    // A configuration documented since the last sync may be the very one of a device.
    if (ofDevice || ofConfiguration?.kind === 'out-of-reach') return ofDevice ?? ofConfiguration;
    if (match || ofConfiguration) return match ? null : ofConfiguration;
    const at = new Date(now()).toISOString();
    await write(store, await matchOrganizations(store, [organization], at));
    return attempt(() => readDevice(clients, id));
  }

  async function readConfiguration(
    { itGlue }: Hurried,
    id: ConfigurationId,
    organization: OrganizationId,
  ): Promise<void> {
    const configuration = await itGlue.configuration(id);
    if (!configuration || configuration.organizationId !== organization) return;
    await write(store, async (transaction) => {
      // Disconnected meanwhile: nothing comes back to life.
      if (!(await readMeta(transaction, 'connection'))) return;
      await stored.configurations.putChanged(transaction, [configuration]);
      await stored.seen.now(transaction, 'configurations', [id]);
    });
  }

  async function readDevice({ datto }: Hurried, id: ConfigurationId): Promise<void> {
    const match = await stored.deviceMatches.ofConfiguration.first(store, id);
    const known = match && (await stored.devices.get(store, match.deviceKey));
    if (!known) return;
    const { device, sightings } = await readWhole(datto, known);
    await write(store, async (transaction) => {
      // Removed meanwhile, or disconnected: nothing comes back to life.
      if (!(await stored.devices.has(transaction, known.key))) return;
      const readAt = new Date(options.now()).toISOString();
      await stored.devices.put(transaction, { ...device, readAt });
      if (sightings) await stored.sightings.put(transaction, sightings);
    });
    options.committed();
  }

  /** The device and, by the same request, what is on a switch's ports. */
  async function readWhole(datto: Hurried['datto'], { key, id, kind, networkId }: Device) {
    if (kind !== 'switch') return { device: await datto.readDevice(key, networkId) };
    const { device, ports } = await datto.readSwitch(key, networkId);
    const readAt = new Date(now()).toISOString();
    return { device, sightings: portSightings(id, networkId, ports.rows, readAt) };
  }

  /** Asks where the configuration is connected, where networks are matched to its organization. */
  async function connectAgain({ organizationId, configurationId }: ConfigurationPage) {
    const clients = (await options.clients())?.hurried;
    const configuration = await stored.configurations.get(store, configurationId);
    if (!clients || configuration?.organizationId !== organizationId) return null;
    if ((await stored.failedCredentials.read(store)) || !(await hasNetworks(store, organizationId)))
      return null;
    return attempt(() => askConnections(store, clients, configuration, now));
  }

  /** What is asked at this moment, by whom it is about: several tabs of it wait for the same answers. */
  const underWay = new Map<string, { readonly at: number; readonly asking: Asking }>();

  async function once(page: ConfigurationPage, how: 'all' | 'datto'): Promise<PanelView> {
    // With the device: what was asked before it was matched tells nothing of it.
    const match = await stored.deviceMatches.ofConfiguration.first(store, page.configurationId);
    const about = `${page.organizationId} ${page.configurationId} ${match?.deviceKey ?? ''}`;
    const key = `${about} ${how}`;
    const asked = [underWay.get(`${about} all`), underWay.get(key)].find(
      (each) => each && now() - each.at < soonAnswered,
    );
    if (asked) return view(page, await asked.asking);
    const own = { at: now(), asking: how === 'all' ? askAll(page) : askDatto(page) };
    underWay.set(key, own);
    try {
      return await view(page, await own.asking);
    } finally {
      if (underWay.get(key) === own) underWay.delete(key);
    }
  }

  async function askAll(page: ConfigurationPage): Promise<Problem | null> {
    const problem = await readAgain(page);
    return problem ?? withoutMissing(await connectAgain(page));
  }

  /** Only what may change from minute to minute. */
  async function askDatto(page: ConfigurationPage): Promise<Problem | null> {
    const id = page.configurationId;
    const clients = (await options.clients())?.hurried;
    if (!clients || (await stored.failedCredentials.read(store))) return null;
    if (await isJustRead(page)) return null;
    const match = await stored.deviceMatches.ofConfiguration.first(store, id);
    return match
      ? attempt(() => readDevice(clients, id))
      : withoutMissing(await connectAgain(page));
  }

  async function isJustRead({ configurationId }: ConfigurationPage): Promise<boolean> {
    const match = await stored.deviceMatches.ofConfiguration.first(store, configurationId);
    const device = match && (await stored.devices.get(store, match.deviceKey));
    const macs = (await stored.configurations.get(store, configurationId))?.macs ?? [];
    const times = device
      ? [await stored.deviceReadAt(store, device)]
      : (await stored.sightings.ofMac.allOf(store, macs)).map(({ readAt }) => readAt);
    return times.some((at) => now() - Date.parse(at) < justNow);
  }

  async function attempt(work: () => Promise<void>): Promise<Problem | null> {
    try {
      await work();
      return null;
    } catch (error) {
      const problem = toProblem(error);
      if (problem.kind === 'credentials') await options.refused(problem);
      const wait = askedToWaitMs(error);
      return wait === null
        ? problem
        : { ...problem, retryAt: new Date(now() + wait).toISOString() };
    }
  }

  return {
    view: (page) => view(page, null),
    refresh: (page) => once(page, 'all'),
    again: (page) => once(page, 'datto'),
  };
}

/** A key or an account that lacks the calls for it shows no connections; all else is as it should be. */
const withoutMissing = (problem: Problem | null): Problem | null =>
  problem?.kind === 'out-of-reach' || isNotImplemented(problem) ? null : problem;
