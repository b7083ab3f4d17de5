import type { Viewer } from '@/lib/access/access';
import { suggestForConfiguration } from '@/lib/matching/suggest-for-configuration';
import type { DeviceKey } from '@/lib/model/device';
import type { ConfigurationPage } from '@/lib/model/portal-page';
import { macClaims } from '@/lib/matching/mac-claims';
import { byMac } from '@/lib/model/match';
import { formatMac } from '@/lib/model/mac';
import { devicesLists } from '@/lib/model/undo';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import { deviceLabel } from '@/lib/model/device';
import type { DecisionResult, PanelCandidate } from '@/lib/views/matching';
import { ProblemError } from '@/lib/model/problem-error';
import { byViewer, type MatchingContext } from './context';
import { readOrganization } from './organization-state';
import { refuse } from './decision-refused';
import { setConfiguration } from './set-decision';
import { remember } from './undo/remember';
import { best } from './search';
import * as stored from '@/lib/store/stored';

/** The undecided devices that may be the configuration's; with a text, those that it finds. */
export async function candidates(
  store: Database,
  viewer: Viewer,
  page: ConfigurationPage,
  text: string,
): Promise<PanelCandidate[]> {
  if (!viewer.mayOrganization(page.organizationId))
    throw new ProblemError({ kind: 'not-permitted' });
  const configuration = await stored.configurations.get(store, page.configurationId);
  if (configuration?.organizationId !== page.organizationId) return [];
  const state = await readOrganization(store, page.organizationId);
  const devices = new Map(state.devices.map((device) => [device.key, device]));
  const suggested = suggestForConfiguration({
    configuration,
    devices: state.devices,
    networkMatches: state.networks,
    deviceMatches: state.deviceMatches,
    departed: await stored.departedDevices.all(store),
  });
  const reasons = new Map(suggested.map((each) => [each.deviceKey, each]));
  const decided = new Set(state.deviceMatches.map(({ deviceKey }) => deviceKey));
  const keys: DeviceKey[] =
    text.trim() === ''
      ? suggested.map(({ deviceKey }) => deviceKey)
      : best(
          text,
          state.devices.filter(({ key }) => !decided.has(key)),
          ({ name, mac, ip, ips, model, serialNumber }) => [
            name,
            mac,
            mac && formatMac(mac),
            ip,
            ...ips,
            model,
            serialNumber,
          ],
        ).map(({ key }) => key);
  const networks = await stored.networks.getMany(
    store,
    state.networks.map(({ networkId }) => networkId),
  );
  const otherClaim = macClaims(state.configurations, state.devices);
  const names = new Map(networks.map(({ id, name }) => [id, name]));
  return keys.flatMap((key) => {
    const device = devices.get(key);
    if (!device) return [];
    const { kind, mac, ip, model, networkId } = device;
    return [
      {
        deviceKey: key,
        kind,
        name: deviceLabel(device),
        mac,
        ip,
        model,
        networkName: names.get(networkId) ?? networkId,
        reason: reasons.get(key)?.reason ?? null,
        replaces: reasons.get(key)?.replaces ?? null,
        claimedBy: byMac(reasons.get(key)?.reason ?? '')
          ? otherClaim(mac, { configurationId: page.configurationId, deviceKey: key })
          : null,
        // Only undecided devices are offered.
        version: '',
      },
    ];
  });
}

/** Asks no more about a configuration, or takes that back. */
export async function ignoreConfiguration(
  context: MatchingContext,
  viewer: Viewer,
  { organizationId, configurationId }: ConfigurationPage,
  ignored: boolean,
): Promise<DecisionResult> {
  if (!viewer.mayOrganization(organizationId)) return refuse({ kind: 'not-permitted' });
  const { who, at } = byViewer(context, viewer);
  const result = await write(context.store, async (transaction): Promise<DecisionResult> => {
    const configuration = await stored.configurations.get(transaction, configurationId);
    if (configuration && configuration.organizationId !== organizationId)
      return refuse({ kind: 'not-permitted' });
    const matched = await stored.deviceMatches.ofConfiguration.first(transaction, configurationId);
    if (matched) return refuse({ kind: 'decided-meanwhile' });
    if ((await stored.ignoredConfigurations.has(transaction, configurationId)) === ignored)
      return refuse({ kind: 'decided-meanwhile' });
    const before = (await stored.ignoredConfigurations.get(transaction, configurationId)) ?? null;
    const after = ignored ? { configurationId, at } : null;
    const name = configuration?.name ?? configurationId;
    const about = { configurationId, organizationId, name };
    await setConfiguration(transaction, about, after, { who, at });
    await remember(transaction, viewer, {
      lists: devicesLists(organizationId),
      at,
      action: ignored ? 'ignore-configuration' : 'unignore-configuration',
      configurations: [{ ...about, before, after }],
    });
    return { ok: true, count: 1 };
  });
  context.committed();
  return result;
}
