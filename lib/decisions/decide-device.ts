import type { Viewer } from '@/lib/access/access';
import type { DeviceDecision } from '@/lib/messages/matching';
import type { DeviceKey } from '@/lib/model/device';
import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import type { DeviceMatch } from '@/lib/model/match';
import { devicesLists } from '@/lib/model/undo';
import { write } from '@/lib/store/open';
import type { StoredDevice, WriteTransaction } from '@/lib/store/schema';
import { deviceLabel } from '@/lib/model/device';
import { log } from '@/lib/store/activity';
import type { DecisionResult } from '@/lib/views/matching';
import { byViewer, type By, type MatchingContext } from './context';
import { requireState } from './decide-network';
import { askConfigurations, keepConfigurations } from './live';
import type { Refresher } from './refresh';
import { answered, refuse, DecisionRefused } from './decision-refused';
import { changeDevice, rejectConfiguration } from './undo/changes';
import { remember } from './undo/remember';
import { versionOf } from './version';
import * as stored from '@/lib/store/stored';

/** What a person decides about devices. */
export function deviceDecisions(context: MatchingContext, refresher: Refresher) {
  const { store, committed } = context;

  /** @param within the organization of the page that asked, where there is one */
  async function decide(
    viewer: Viewer,
    decision: DeviceDecision,
    within: OrganizationId | null,
  ): Promise<DecisionResult> {
    const by: By = {
      ...byViewer(context, viewer),
      ...(within !== null && { where: 'panel' }),
    };
    const target = decision.action === 'match' ? decision.configurationId : null;
    // Before anything is asked of IT Glue for a user who may not even see it.
    const organizationId = await organizationOf(decision.deviceKey);
    if (within !== null && within !== organizationId) return refuse({ kind: 'not-permitted' });
    if (target !== null && (organizationId === null || !viewer.mayOrganization(organizationId)))
      return refuse({ kind: 'not-permitted' });
    const live = await askConfigurations(context, target === null ? [] : [target]);
    if (target !== null && live.gone.has(target)) {
      const known = await stored.configurations.get(store, target);
      await write(store, (transaction) => keepConfigurations(transaction, live, by.at));
      committed();
      return refuse({ kind: 'gone', name: known?.name ?? '' });
    }
    const touched = await write(store, async (transaction) => {
      const { device, before, own } = await undecided(transaction, viewer, decision);
      const named = { key: device.key, name: deviceLabel(device) };
      await keepConfigurations(transaction, live, by.at);
      if (decision.action === 'reject') {
        if (own === null) throw new DecisionRefused({ kind: 'not-permitted' });
        if (before) throw new DecisionRefused({ kind: 'decided-meanwhile' });
        const { configurationId } = decision;
        const rejection = await rejectConfiguration(transaction, named, configurationId);
        const rejected = await stored.configurations.get(transaction, configurationId);
        await log(
          transaction,
          by.at,
          {
            kind: 'device-suggestion-rejected',
            deviceKey: device.key,
            name: named.name,
            configurationId,
            ...(rejected && { configurationName: rejected.name }),
          },
          by.who,
        );
        if (rejection)
          await remember(transaction, viewer, {
            lists: devicesLists(own),
            at: by.at,
            action: 'reject',
            devices: [rejection],
          });
        return own;
      }
      requireState(decision.action, before);
      let after: DeviceMatch | null = null;
      const common = { deviceKey: device.key, networkId: device.networkId, at: by.at };
      if (decision.action === 'match') {
        if (own === null) throw new DecisionRefused({ kind: 'not-permitted' });
        const { configurationId } = decision;
        await requireFree(transaction, device, configurationId, own);
        after = {
          ...common,
          state: 'matched',
          configurationId,
          organizationId: own,
          rule: 'by-hand',
        };
      } else if (decision.action === 'ignore') after = { ...common, state: 'ignored' };
      const change = await changeDevice(transaction, named, after, by);
      await remember(transaction, viewer, {
        // Of a network without an organization no other list tells.
        lists: own === null ? ['networks'] : devicesLists(own),
        at: by.at,
        action: decision.action,
        devices: [change],
      });
      return own;
    });
    committed();
    if (touched !== null) await refresher.devices(touched);
    return { ok: true, count: 1 };
  }

  async function organizationOf(key: DeviceKey): Promise<OrganizationId | null> {
    const device = await stored.devices.get(store, key);
    return device ? stored.organizationOf(store, device.networkId) : null;
  }

  return {
    decide: (viewer: Viewer, decision: DeviceDecision, within: OrganizationId | null = null) =>
      answered(() => decide(viewer, decision, within)),
  };
}

/** The device and its present decision, after checking that it may be decided and was not decided meanwhile. */
export async function undecided(
  transaction: WriteTransaction,
  viewer: Viewer,
  { deviceKey, version }: { readonly deviceKey: DeviceKey; readonly version: string },
) {
  const device = await stored.devices.get(transaction, deviceKey);
  if (!device) throw new DecisionRefused({ kind: 'row-gone' });
  const network = await stored.networkMatches.get(transaction, device.networkId);
  if (!viewer.mayNetwork(network)) throw new DecisionRefused({ kind: 'not-permitted' });
  const before = (await stored.deviceMatches.get(transaction, deviceKey)) ?? null;
  if (versionOf(before) !== version) throw new DecisionRefused({ kind: 'decided-meanwhile' });
  return { device, before, own: stored.matchedOrganization(network) };
}

/** Why the device cannot have this configuration; `null` when it can. */
export async function problemWith(
  transaction: WriteTransaction,
  device: Pick<StoredDevice, 'key'>,
  configurationId: ConfigurationId,
  organizationId: OrganizationId,
) {
  const configuration = await stored.configurations.get(transaction, configurationId);
  if (!configuration) return { kind: 'gone' as const, name: '' };
  if (configuration.organizationId !== organizationId) return { kind: 'not-permitted' as const };
  const holder = await stored.deviceMatches.ofConfiguration.first(transaction, configurationId);
  if (!holder || holder.deviceKey === device.key) return null;
  const other = await stored.devices.get(transaction, holder.deviceKey);
  return {
    kind: 'configuration-taken' as const,
    by: other ? deviceLabel(other) : holder.deviceKey,
  };
}

async function requireFree(
  transaction: WriteTransaction,
  device: StoredDevice,
  configurationId: ConfigurationId,
  organizationId: OrganizationId,
): Promise<void> {
  const problem = await problemWith(transaction, device, configurationId, organizationId);
  if (problem) throw new DecisionRefused(problem);
}
