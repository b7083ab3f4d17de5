import type { ConfigurationListView } from '@/lib/views/configuration-list';
import * as z from 'zod/mini';
import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import { deviceKinds, deviceStatuses } from '@/lib/model/device';
import type { FindingsView } from '@/lib/views/findings';
import { largestWindow } from '@/lib/views/lists/question';
import { deviceReasons } from '@/lib/model/device-reasons';
import { sortKeys } from '@/lib/views/matching-address';
import { decisionStates } from '@/lib/views/matching';
import type {
  CreationPreview,
  DecisionResult,
  DevicesView,
  NetworksView,
  OrganizationsView,
  PanelCandidate,
  SearchHit,
  SimilarOrganizations,
} from '@/lib/views/matching';
import type { FoundPreview } from '@/lib/views/ports';
import {
  configurationIdSchema as configurationId,
  configurationPageSchema,
  deviceKeySchema as deviceKey,
  macSchema as mac,
  networkIdSchema as networkId,
  organizationIdSchema as organizationId,
  organizationPageSchema,
} from './ids';
import { message, portal } from './message';

const version = z.string().check(z.maxLength(100));
const search = z.string().check(z.maxLength(200));

const listQuestion = {
  tab: z.enum(decisionStates),
  text: search,
  kinds: z.readonly(z.array(z.enum(deviceKinds)).check(z.maxLength(deviceKinds.length))),
  hasUnmatched: z.boolean(),
  onlyNew: z.boolean(),
  sort: z.enum(sortKeys),
  descending: z.boolean(),
  from: z.int().check(z.minimum(0)),
  count: z.int().check(z.minimum(1), z.maximum(largestWindow)),
  row: z.nullable(z.string().check(z.maxLength(100))),
};
const networksQuestionSchema = z.object({ ...listQuestion, withoutDevices: z.boolean() });
const devicesQuestionSchema = z.object({
  ...listQuestion,
  organizationId: z.nullable(organizationId),
  network: z.nullable(networkId),
  status: z.nullable(z.enum(deviceStatuses)),
  reason: z.nullable(z.enum(deviceReasons)),
});

/** A decision about a network. */
const networkDecisionSchema = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('match'),
    networkId,
    organizationId,
    version,
  }),
  z.object({ action: z.enum(['unmatch', 'ignore', 'unignore']), networkId, version }),
]);
export type NetworkDecision = z.infer<typeof networkDecisionSchema>;

/** A decision about a device. */
const deviceDecisionSchema = z.discriminatedUnion('action', [
  /** `reject`: this suggestion is wrong, whatever else is decided about the device. */
  z.object({ action: z.enum(['match', 'reject']), deviceKey, configurationId, version }),
  z.object({ action: z.enum(['unmatch', 'ignore', 'unignore']), deviceKey, version }),
]);
export type DeviceDecision = z.infer<typeof deviceDecisionSchema>;

/** A decision about configurations that have a MAC in common. */
const sharingDecisionSchema = z.object({
  action: z.enum(['legitimate', 'not-legitimate']),
  configurationIds: z.array(configurationId).check(z.minLength(2), z.maxLength(10_000)),
  version: z.string().check(z.maxLength(1_000_000)),
});
export type SharingDecision = z.infer<typeof sharingDecisionSchema>;

const lookSchema = z.discriminatedUnion('of', [
  z.object({ of: z.enum(['networks', 'findings']) }),
  /** Of an organization, or of all. */
  z.object({ of: z.literal('devices'), organizationId: z.nullable(organizationId) }),
]);

/** Everything a person decides. Who may see what is checked for each. */
export const matchingProtocol = {
  /** A window of the networks, and the order of all that are asked for. */
  'matching.networks': message('page', networksQuestionSchema).returns<NetworksView>(),
  'matching.organizations': message('page').returns<OrganizationsView>(),
  /** The same of the devices of an organization, or of all. */
  'matching.devices': message('page', devicesQuestionSchema).returns<DevicesView>(),
  'matching.findings': message('page').returns<FindingsView>(),
  'matching.decide-sharing': message('page', sharingDecisionSchema).returns<DecisionResult>(),
  /** At most 50, best first. */
  'matching.search-organizations': message('page', z.object({ text: search })).returns<
    readonly SearchHit<OrganizationId>[]
  >(),
  /** At most 50 of the organization's configurations, best first. */
  'matching.search-configurations': message(
    'page',
    z.object({ organizationId, text: search }),
  ).returns<readonly SearchHit<ConfigurationId>[]>(),
  'matching.decide-network': message('page', networkDecisionSchema).returns<DecisionResult>(),
  'matching.decide-device': message('page', deviceDecisionSchema).returns<DecisionResult>(),
  /** Asks no more about a configuration; `ignored: false` takes that back. */
  'matching.ignore-configuration': message(
    'page',
    z.extend(configurationPageSchema, { ignored: z.boolean() }),
  ).returns<DecisionResult>(),
  /** A person looks at a list: what was there before is not new the next time. */
  'matching.look': message('page', lookSchema).returns<null>(),
  /** Takes back an action, as far as nobody decided otherwise since. `on`: it was offered beside those of other lists. */
  'matching.undo': message(
    'page',
    z.object({ step: z.int(), on: z.optional(z.literal('all-devices')) }),
  ).returns<DecisionResult>(),
  'creation.similar-organizations': message(
    'page',
    z.object({ name: z.string().check(z.minLength(1), z.maxLength(1000)) }),
  ).returns<SimilarOrganizations>(),
  /** Creates the organization and matches the network to it. `acknowledged`: the ids that were warned of. */
  'creation.organization': message(
    'page',
    z.object({
      networkId,
      version,
      name: z.string().check(z.trim(), z.minLength(1), z.maxLength(1000)),
      acknowledged: z.array(organizationId).check(z.maxLength(1000)),
    }),
  ).returns<DecisionResult>(),
  'creation.preview': message(
    'page',
    z.object({ organizationId, deviceKeys: z.array(deviceKey).check(z.maxLength(10_000)) }),
  ).returns<CreationPreview>(),
  /** Starts creating; progress is in `matching.devices`. */
  'creation.start': message(
    'page',
    z.object({
      organizationId,
      deviceKeys: z.array(deviceKey).check(z.minLength(1), z.maxLength(10_000)),
    }),
  ).returns<DecisionResult>(),
  /** Creates no more of a creation at work; what was not sent yet can be created again. */
  'creation.stop': message(
    'page',
    z.object({ id: z.string().check(z.maxLength(60)) }),
  ).returns<null>(),
  /** Forgets a finished creation's result. */
  'creation.dismiss': message(
    'page',
    z.object({ id: z.string().check(z.maxLength(60)) }),
  ).returns<null>(),
  /** Which devices may be the configuration's; with a text, those found by it. */
  'panel.candidates': message(
    portal('configuration'),
    z.extend(configurationPageSchema, { text: search }),
  ).returns<readonly PanelCandidate[]>(),
  'panel.match': message(
    portal('configuration'),
    z.extend(configurationPageSchema, { deviceKey, version }),
  ).returns<DecisionResult>(),
  /** Ends the match of the page's configuration to that device. */
  'panel.unmatch': message(
    portal('configuration'),
    z.extend(configurationPageSchema, { deviceKey, version }),
  ).returns<DecisionResult>(),
  /** Gives the page's configuration another device than that of `from`. */
  'panel.change-match': message(
    portal('configuration'),
    z.extend(configurationPageSchema, {
      deviceKey,
      version,
      from: z.object({ deviceKey, version }),
    }),
  ).returns<DecisionResult>(),
  /** Takes back what was decided last, where that was about the device of this configuration. */
  'panel.undo': message(portal('configuration'), configurationPageSchema).returns<DecisionResult>(),
  /** Asks no more about this configuration; `ignored: false` takes that back. */
  'panel.ignore': message(
    portal('configuration'),
    z.extend(configurationPageSchema, { ignored: z.boolean() }),
  ).returns<DecisionResult>(),
  /** What is shown on an organization's list of configurations. */
  'panel.list': message(
    portal('organization'),
    organizationPageSchema,
  ).returns<ConfigurationListView>(),
  /** The organization's configurations that a text finds, for what was found on a port of the page's switch. */
  'found.search': message(
    portal('configuration'),
    z.extend(configurationPageSchema, { text: search }),
  ).returns<readonly SearchHit<ConfigurationId>[]>(),
  /** What would be written of a new configuration. `maker`: by the public list of makers. */
  'found.preview': message(
    portal('configuration'),
    z.extend(configurationPageSchema, { maker: z.nullable(z.string().check(z.maxLength(300))) }),
  ).returns<FoundPreview>(),
  /** Writes the MAC to a configuration that has none. */
  'found.match': message(
    portal('configuration'),
    z.extend(configurationPageSchema, { mac, to: configurationId }),
  ).returns<DecisionResult>(),
  'found.create': message(
    portal('configuration'),
    z.extend(configurationPageSchema, {
      mac,
      name: z.string().check(z.trim(), z.minLength(1), z.maxLength(1000)),
      typeId: z.string().check(z.regex(/^\d{1,30}$/)),
      manufacturerId: z.nullable(z.string().check(z.regex(/^\d{1,30}$/))),
    }),
  ).returns<DecisionResult>(),
  /** Opens the matching page at the organization of the tab's page. */
  'panel.open-matching': message(portal('organization'), organizationPageSchema).returns<null>(),
  /** The tenant's configuration types, for the Types section. */
  'types.list': message('page').returns<readonly { id: string; name: string }[]>(),
  'types.save': message(
    'page',
    z.record(z.enum(deviceKinds), z.nullable(z.string().check(z.maxLength(30)))),
  ).returns<null>(),
} as const;
