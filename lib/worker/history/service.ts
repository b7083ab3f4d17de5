import type { Configuration } from '@/lib/model/configuration';
import type { Device, DeviceKind } from '@/lib/model/device';
import { sampling, type NodeHistory, type Period, type SsidName } from '@/lib/model/history';
import type { Mac } from '@/lib/model/mac';
import { outagesOf, reachOf, untilRead, withGaps } from '@/lib/model/outages';
import type { ConfigurationPage } from '@/lib/model/portal-page';
import type { Problem } from '@/lib/model/problem';
import { ProblemError } from '@/lib/model/problem-error';
import { whyNoKeys } from '@/lib/store/credentials';
import { readMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { Clients } from '@/lib/sync/api-clients';
import { askedToWaitMs, toProblem } from '@/lib/sync/problems';
import type {
  AccessPointHistory,
  ClientsHistory,
  ClientView,
  PowerHistory,
} from '@/lib/views/history';
import type { DeviceLink } from '@/lib/views/connections';
import { ssidNameOf } from '../connections';
import type { Kept, KeptAnswers } from './kept';

export interface HistoryOptions {
  readonly store: Database;
  clients(): Promise<Clients | null>;
  readonly kept: KeptAnswers;
  readonly now: () => number;
  /** Told when Datto refused its keys. */
  refused(problem: Problem): Promise<void>;
}

/** How a matched device has been: asked for when a person looks, by one request, and kept until the next sample. */
export interface HistoryService {
  accessPoint(page: ConfigurationPage, period: Period): Promise<AccessPointHistory>;
  clients(page: ConfigurationPage, period: Period): Promise<ClientsHistory>;
  power(page: ConfigurationPage, period: Period): Promise<PowerHistory>;
  /** Drops what is kept. */
  forget(): Promise<void>;
}

const isOfKind = <Kind extends DeviceKind>(
  device: Device,
  kind: Kind,
): device is Extract<Device, { kind: Kind }> => device.kind === kind;

/** So many configurations are named for one MAC. */
const maxNamed = 3;

export function createHistoryService(options: HistoryOptions): HistoryService {
  const { store, kept, now } = options;

  /** The device that is matched to the page's configuration. @throws ProblemError where there is none */
  async function deviceOf<Kind extends DeviceKind>(
    { organizationId, configurationId }: ConfigurationPage,
    kind: Kind,
  ): Promise<Extract<Device, { kind: Kind }>> {
    const match = await stored.deviceMatches.ofConfiguration.first(store, configurationId);
    const isHere = match?.state === 'matched' && match.organizationId === organizationId;
    const device: Device | undefined = isHere
      ? await stored.devices.get(store, match.deviceKey)
      : undefined;
    if (!device || !isOfKind(device, kind)) throw new ProblemError({ kind: 'not-found' });
    return device;
  }

  /** What is kept, or else Datto's answer. @throws ProblemError */
  const answered = <Value>(
    key: string,
    period: Period,
    ask: (datto: Clients['datto']) => Promise<Value>,
  ): Promise<Kept<Value>> =>
    kept.get(
      `${key}/${period}`,
      sampling[period].every,
      async () => {
        const failed = await stored.failedCredentials.read(store);
        if (failed) throw new ProblemError(failed);
        const clients = await options.clients();
        if (!clients) throw new ProblemError(await whyNoKeys(store));
        try {
          return await ask(clients.hurried.datto);
        } catch (error) {
          const problem = toProblem(error);
          if (problem.kind === 'credentials') await options.refused(problem);
          const wait = askedToWaitMs(error);
          throw new ProblemError(
            wait === null ? problem : { ...problem, retryAt: new Date(now() + wait).toISOString() },
          );
        }
      },
      // Disconnected meanwhile: nothing is kept.
      async () => (await readMeta(store, 'connection')) !== undefined,
    );

  const about = (period: Period, readAt: number) => ({
    period,
    readAt: new Date(readAt).toISOString(),
    from: readAt - sampling[period].span,
    to: readAt,
  });

  return {
    async accessPoint(page, period) {
      const device = await deviceOf(page, 'access-point');
      const { value, readAt } = await answered(`nodes/${device.networkId}`, period, async (datto) =>
        (await datto.nodeHistories(device.networkId, period)).map((node) =>
          inShort(node, period, now()),
        ),
      );
      const own = value.find(({ id }) => id === device.id);
      const reach = own?.reach ?? [];
      const ssids = (own?.traffic ?? []).map(async ({ number, ...use }) => ({
        ...(await ssidNameOf(store, page.organizationId, device.networkId, number)),
        ...use,
      }));
      return {
        ...about(period, readAt),
        ssids: await Promise.all(ssids),
        reach,
        outages: outagesOf(reach),
        speeds: own?.speeds ?? [],
      };
    },

    async clients(page, period) {
      const { mac, networkId } = await deviceOf(page, 'access-point');
      const { value, readAt } = await answered(`clients/${networkId}`, period, (datto) =>
        datto.clientHistories(networkId, period),
      );
      const own = value.filter(({ accessPoint }) => accessPoint !== null && accessPoint === mac);
      const configurations = await stored.configurations.ofOrganization.all(
        store,
        page.organizationId,
      );
      const named = byMac(configurations);
      const ssids = new Map<number, SsidName>();
      for (const number of new Set(own.flatMap((client) => client.ssids)))
        ssids.set(number, await ssidNameOf(store, page.organizationId, networkId, number));
      const views = own.map((client): ClientView => ({
        ...client,
        ssids: client.ssids.flatMap((number) => ssids.get(number) ?? []),
        configurations: (client.mac && named.get(client.mac)) ?? [],
      }));
      return { ...about(period, readAt), clients: views.sort(documentedFirst) };
    },

    async power(page, period) {
      const device = await deviceOf(page, 'managed-power');
      const { value, readAt } = await answered(`power/${device.id}`, period, (datto) =>
        datto.powerUsage(device.key, period),
      );
      const { every } = sampling[period];
      const line = (samples: PowerHistory['voltage']) =>
        withGaps(untilRead(samples, readAt, every), every);
      return {
        ...about(period, readAt),
        outlets: value.outlets.map(({ id, watts }) => ({
          id,
          label: device.outlets.find((outlet) => outlet.id === id)?.label ?? null,
          watts: line(watts),
        })),
        voltage: line(value.voltage),
      };
    },

    forget: () => kept.forget(),
  };
}

/** A node's history as it is shown, and much shorter than its check-ins. */
function inShort({ id, traffic, checkins, speeds }: NodeHistory, period: Period, readAt: number) {
  const { every } = sampling[period];
  return {
    id,
    traffic,
    reach: reachOf(untilRead(checkins, readAt, every), every, readAt),
    speeds: withGaps(untilRead(speeds, readAt, every), every),
  };
}

/** Configurations by each MAC that they are documented with; those in use first. */
function byMac(configurations: readonly Configuration[]): ReadonlyMap<Mac, readonly DeviceLink[]> {
  const found = new Map<Mac, DeviceLink[]>();
  const inUseFirst = [...configurations].sort((a, b) => Number(a.archived) - Number(b.archived));
  for (const { id, organizationId, name, macs } of inUseFirst)
    for (const mac of new Set(macs)) {
      const links = found.get(mac) ?? [];
      if (links.length < maxNamed)
        links.push({ name, path: `/${organizationId}/configurations/${id}` });
      found.set(mac, links);
    }
  return found;
}

const bytes = ({ up, down }: ClientView) => (up ?? 0) + (down ?? 0);
const isDocumented = ({ configurations }: ClientView) => Number(configurations.length > 0);
const documentedFirst = (a: ClientView, b: ClientView) =>
  isDocumented(b) - isDocumented(a) || bytes(b) - bytes(a);
