import type { Handlers } from '@/lib/messages/router';
import type { bulkProtocol } from '@/lib/messages/bulk';
import type { activityProtocol } from '@/lib/messages/activity';
import type { matchingProtocol } from '@/lib/messages/matching';
import type { OrganizationId } from '@/lib/model/ids';
import { deviceMatches } from '@/lib/store/stored';
import { refuse } from './decision-refused';
import { bulkCounts, bulkPreview } from './bulk/service';
import { listActivityGroups } from './activity-groups';
import { activityChoices, listActivity } from './activity-list';
import { configurationList } from './configuration-list';
import { findingsView } from './findings';
import { look, lookedLists } from './new-rows';
import { candidates, ignoreConfiguration } from './panel';
import { searchConfigurations, searchOrganizations } from './search';
import type { MatchingService } from './service';
import { networksView, organizationsView } from './networks-view';
import { devicesView } from './devices-view';

/**
 * Answers to everything about matching. Who may see what is looked up again for each message.
 * @param looked told when a person looked at a list: what was new in it is not any more
 */
export function matchingHandlers(
  service: () => Promise<MatchingService>,
  openMatching: (organizationId: OrganizationId) => Promise<void>,
  looked: () => Promise<void>,
): Pick<
  Handlers,
  keyof typeof matchingProtocol | keyof typeof bulkProtocol | keyof typeof activityProtocol
> {
  async function asViewer() {
    const matching = await service();
    return { ...matching, viewer: await matching.viewer() };
  }
  return {
    async 'matching.networks'(question) {
      const { store, context, viewer } = await asViewer();
      return networksView(store, viewer, question, context.now());
    },
    async 'matching.organizations'() {
      const { store, viewer } = await asViewer();
      return organizationsView(store, viewer);
    },
    async 'matching.devices'(question) {
      const { store, context, viewer } = await asViewer();
      return devicesView(store, viewer, question, context.now());
    },
    async 'matching.findings'() {
      const { store, context, viewer } = await asViewer();
      return findingsView(store, viewer, context.now());
    },
    async 'matching.decide-sharing'(decision) {
      const { sharings, viewer } = await asViewer();
      return sharings.decide(viewer, decision);
    },
    async 'matching.search-organizations'({ text }) {
      const { store, viewer } = await asViewer();
      return searchOrganizations(store, viewer, text);
    },
    async 'matching.search-configurations'(request) {
      const { store, viewer } = await asViewer();
      return searchConfigurations(store, viewer, request.organizationId, request.text);
    },
    async 'matching.decide-network'(decision) {
      const { networks, viewer } = await asViewer();
      return networks.decide(viewer, decision);
    },
    async 'matching.decide-device'(decision) {
      const { devices, viewer } = await asViewer();
      return devices.decide(viewer, decision);
    },
    async 'matching.ignore-configuration'(request) {
      const { context, viewer } = await asViewer();
      return ignoreConfiguration(context, viewer, request, request.ignored);
    },
    async 'bulk.counts'(request) {
      const { store, viewer } = await asViewer();
      return bulkCounts(store, viewer, request);
    },
    async 'bulk.preview'(request) {
      const { store, viewer } = await asViewer();
      return bulkPreview(store, viewer, request);
    },
    async 'bulk.decide'(decision) {
      const { decideMany, viewer } = await asViewer();
      return decideMany(viewer, decision);
    },
    async 'matching.look'(list) {
      const { store, context, viewer } = await asViewer();
      await look(store, await lookedLists(store, viewer, list), context.now());
      // What is said of it elsewhere is said anew with the next commit, at the latest.
      looked().catch(() => undefined);
      return null;
    },
    async 'matching.undo'({ step, on }) {
      return (await service()).undo(step, on);
    },
    async 'creation.similar-organizations'({ name }) {
      const { organizations, viewer } = await asViewer();
      return organizations.similar(viewer, name);
    },
    async 'creation.organization'(request) {
      const { organizations, viewer } = await asViewer();
      return organizations.create(viewer, request);
    },
    async 'creation.preview'(request) {
      const { bulk, viewer } = await asViewer();
      return bulk.preview(viewer, request.organizationId, request.deviceKeys);
    },
    async 'creation.start'(request) {
      const { bulk, viewer } = await asViewer();
      return bulk.start(viewer, request.organizationId, request.deviceKeys);
    },
    async 'creation.stop'({ id }) {
      const { bulk, viewer } = await asViewer();
      await bulk.stop(viewer, id);
      return null;
    },
    async 'creation.dismiss'({ id }) {
      const { bulk, viewer } = await asViewer();
      await bulk.dismiss(viewer, id);
      return null;
    },
    async 'panel.candidates'(request) {
      const { store, viewer } = await asViewer();
      return candidates(store, viewer, request, request.text);
    },
    async 'panel.match'(request) {
      const { devices, viewer } = await asViewer();
      const { organizationId, ...target } = request;
      return devices.decide(viewer, { action: 'match', ...target }, organizationId);
    },
    async 'panel.unmatch'(request) {
      const { devices, store, viewer } = await asViewer();
      const { organizationId, configurationId, ...shown } = request;
      const match = await deviceMatches.ofConfiguration.first(store, configurationId);
      if (match?.deviceKey !== shown.deviceKey) return refuse({ kind: 'decided-meanwhile' });
      return devices.decide(viewer, { action: 'unmatch', ...shown }, organizationId);
    },
    async 'panel.change-match'({ from, deviceKey, version, ...page }) {
      return (await service()).changeMatch(page, from, { deviceKey, version });
    },
    async 'panel.undo'(page) {
      return (await service()).undoOn(page);
    },
    async 'panel.ignore'(request) {
      const { context, viewer } = await asViewer();
      return ignoreConfiguration(context, viewer, request, request.ignored);
    },
    async 'panel.list'(request) {
      const { store, viewer } = await asViewer();
      return configurationList(store, viewer, request.organizationId);
    },
    async 'found.search'(request) {
      const { store, viewer } = await asViewer();
      const hits = await searchConfigurations(store, viewer, request.organizationId, request.text);
      return hits.filter(({ archived }) => !archived);
    },
    async 'found.preview'({ maker, ...page }) {
      const { found, viewer } = await asViewer();
      return found.preview(viewer, page, maker);
    },
    async 'found.match'({ mac, to, ...page }) {
      const { found, viewer } = await asViewer();
      return found.match(viewer, page, { mac, configurationId: to });
    },
    async 'found.create'({ organizationId, configurationId, ...wanted }) {
      const { found, viewer } = await asViewer();
      return found.create(viewer, { organizationId, configurationId }, wanted);
    },
    async 'panel.open-matching'(request) {
      await openMatching(request.organizationId);
      return null;
    },
    async 'activity.list'(request) {
      const { store, viewer } = await asViewer();
      return listActivity(store, viewer, request);
    },
    async 'activity.groups'(request) {
      const { store, viewer } = await asViewer();
      return listActivityGroups(store, viewer, request);
    },
    async 'activity.choices'() {
      const { store, viewer } = await asViewer();
      return activityChoices(store, viewer);
    },
    async 'types.list'() {
      return (await service()).types.list();
    },
    async 'types.save'(changes) {
      await (await service()).types.save(changes);
      return null;
    },
  };
}
