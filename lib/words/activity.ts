import { t } from '@/lib/i18n';
import { listText } from '@/lib/i18n/list';
import type { MessageKey } from '@/lib/i18n';
import type { Problem } from '@/lib/model/problem';
import { inSentence, wordsInSentence } from './in-sentence';
import { kindWords } from './kinds';
import { policyFieldText } from './policy';
import { causeText } from './problems';
import { reasonText as organizationReasonText } from './recognition';
import { configurationRules } from './rules';
import { syncIntervalNames } from './settings';
import type { Activity, ActivityEvent } from '@/lib/model/activity';

/** A line of the activity list in words. */
export interface EventText {
  /** What happened, and to what. */
  readonly what: string;
  /** Why, where there is more to say than that a person wanted it. */
  readonly why: string | null;
}

/** How text from outside stands in a line. */
interface Quotes {
  readonly name: (name: string) => string;
  /** Of what is a sentence, or several names. */
  readonly words: (words: string) => string;
}

const cutAndIsolated: Quotes = { name: inSentence, words: wordsInSentence };
/** For what is read by a program or looked through. */
export const asItIs: Quotes = { name: (name) => name, words: (words) => words };

/** What happened and why, in words; the names and servers' own words in it are quoted. */
export function eventText(event: ActivityEvent, quotes: Quotes = cutAndIsolated): EventText {
  switch (event.kind) {
    case 'sync-finished': {
      const counts = [t('activity_networks', event.networks), t('activity_devices', event.devices)];
      return { what: t('activity_sync_finished', counts), why: null };
    }
    case 'sync-failed':
      return {
        what: t('activity_sync_failed'),
        why: event.problem ? failureText(event.problem, quotes) : reasonText(event.reason, quotes),
      };
    case 'connected':
      return { what: t('activity_connected'), why: null };
    case 'passphrase-set':
      return { what: t('activity_passphrase_set'), why: null };
    case 'passphrase-changed':
      return { what: t('activity_passphrase_changed'), why: null };
    case 'passphrase-removed':
      return { what: t('activity_passphrase_removed'), why: null };
    case 'keys-locked':
      return { what: t('activity_keys_locked'), why: reasonText(event.reason, quotes) };
    case 'keys-unlocked':
      return { what: t('activity_keys_unlocked'), why: null };
    case 'keys-forgotten':
      return { what: t('activity_keys_forgotten'), why: reasonText(event.reason, quotes) };
    case 'policy-changed':
      return { what: policyText(event), why: null };
    case 'schedule-changed': {
      const interval = t(syncIntervalNames[event.everyHours]);
      return { what: t('activity_schedule_changed', [interval]), why: null };
    }
    case 'type-chosen': {
      const device = t(kindWords[event.device].name);
      const type = event.typeName ?? event.typeId;
      return {
        what:
          type === null
            ? t('activity_type_by_name', [device])
            : t('activity_type_chosen', [device, quotes.name(type)]),
        why: null,
      };
    }
    case 'user-chosen':
      return {
        what:
          event.name === null
            ? t('activity_user_nobody')
            : t('activity_user_chosen', [quotes.name(event.name)]),
        why: null,
      };
    case 'auto-create-switched':
      return {
        what: t(event.on ? 'activity_auto_create_on' : 'activity_auto_create_off'),
        why: null,
      };
    case 'network-matched':
    case 'network-unmatched':
    case 'network-ignored':
    case 'network-unignored':
    case 'network-match-ended':
      return {
        what: t(networkKeys[event.kind], [
          quotes.name(event.name),
          quotes.name(event.organizationName ?? event.organizationId ?? unknown),
        ]),
        why: whyOf(
          event,
          event.kind === 'network-matched',
          quotes,
          event.suggested && organizationReasonText(event.suggested),
        ),
      };
    case 'device-matched':
    case 'device-unmatched':
    case 'device-ignored':
    case 'device-unignored':
    case 'device-suggestion-rejected':
    case 'device-match-ended':
    case 'device-match-kept':
      return {
        what: t(deviceKeys[event.kind], [
          quotes.name(event.name),
          quotes.name(event.configurationName ?? event.configurationId ?? unknown),
        ]),
        why: whyOf(
          event,
          event.kind === 'device-matched',
          quotes,
          event.suggested && wordsOf(activityRules, event.suggested, quotes),
        ),
      };
    case 'configuration-ignored':
      return { what: t('activity_configuration_ignored', [quotes.name(event.name)]), why: null };
    case 'configuration-unignored':
      return { what: t('activity_configuration_unignored', [quotes.name(event.name)]), why: null };
    case 'sharing-legitimate':
      return { what: t('activity_sharing_legitimate', [list(event.names, quotes)]), why: null };
    case 'sharing-not-legitimate':
      return { what: t('activity_sharing_not_legitimate', [list(event.names, quotes)]), why: null };
    case 'created':
    case 'updated':
    case 'archived':
    case 'unarchived':
    case 'deleted':
    case 'related':
    case 'unrelated':
    case 'deletion-noticed':
    case 'refused':
      return {
        what: writeText(event, quotes),
        why: event.problem ? failureText(event.problem, quotes) : reasonText(event.reason, quotes),
      };
  }
}

/** Who did it: a user's name, the company by its policy, or that the extension did it by itself; empty where no user was chosen. */
export const whoText = ({ who }: Pick<Activity, 'who'>, quotes: Quotes = cutAndIsolated): string =>
  who === 'sync'
    ? t('activity_who_sync')
    : who === 'policy'
      ? t('activity_who_policy')
      : quotes.name(who);

function policyText({
  set,
  withdrawn,
}: Extract<ActivityEvent, { readonly kind: 'policy-changed' }>): string {
  const [changed, gone] = [set, withdrawn].map((fields) => listText(fields.map(policyFieldText)));
  if (!changed) return t('activity_policy_withdrawn', [gone ?? '']);
  return gone ? t('activity_policy_both', [changed, gone]) : t('activity_policy_set', [changed]);
}

/** Everything a line says but its time: what a filter looks in. */
export function activityText(line: Activity): string {
  const { what, why } = eventText(line.event, asItIs);
  return [whoText(line, asItIs), what, why ?? ''].join(' ');
}

/** Stands for a name that was not kept. */
const unknown = '—';

const list = (names: readonly string[], quotes: Quotes): string => listText(names.map(quotes.name));

const networkKeys = {
  'network-matched': 'activity_network_matched',
  'network-unmatched': 'activity_network_unmatched',
  'network-ignored': 'activity_network_ignored',
  'network-unignored': 'activity_network_unignored',
  'network-match-ended': 'activity_network_match_ended',
} as const satisfies Record<Extract<ActivityEvent, { networkId: unknown }>['kind'], MessageKey>;

const deviceKeys = {
  'device-matched': 'activity_device_matched',
  'device-unmatched': 'activity_device_unmatched',
  'device-ignored': 'activity_device_ignored',
  'device-unignored': 'activity_device_unignored',
  'device-suggestion-rejected': 'activity_device_suggestion_rejected',
  'device-match-ended': 'activity_device_match_ended',
  'device-match-kept': 'activity_device_match_kept',
} as const satisfies Record<Extract<ActivityEvent, { deviceKey: unknown }>['kind'], MessageKey>;

type Write = Extract<ActivityEvent, { resource: unknown }>;

const writeKeys = {
  created: 'activity_created',
  updated: 'activity_updated',
  archived: 'activity_archived',
  unarchived: 'activity_unarchived',
  deleted: 'activity_deleted',
  related: 'activity_related',
  unrelated: 'activity_unrelated',
  'deletion-noticed': 'activity_deletion_noticed',
  refused: 'activity_refused',
} as const satisfies Record<Write['kind'], MessageKey>;

const resourceKeys = {
  organization: 'activity_resource_organization',
  configuration: 'activity_resource_configuration',
  record: 'activity_resource_record',
  password: 'activity_resource_password',
  relation: 'activity_resource_relation',
  type: 'activity_resource_type',
  manufacturer: 'activity_resource_manufacturer',
  model: 'activity_resource_model',
} as const satisfies Record<Write['resource'], MessageKey>;

function writeText(
  { kind, resource, name, organizationName, fields }: Write,
  quotes: Quotes,
): string {
  // A relation has the names of both its ends.
  const named = resource === 'relation' ? quotes.words(name) : quotes.name(name);
  const written = t(writeKeys[kind], [t(resourceKeys[resource]), named]);
  const changed =
    fields && fields.length > 0
      ? t('activity_with_fields', [written, list(fields, quotes)])
      : written;
  return organizationName === undefined
    ? changed
    : t('activity_in_organization', [changed, quotes.name(organizationName)]);
}

const reasonKeys: Readonly<Record<string, MessageKey>> = {
  // Why a match ended by itself.
  'network-gone': 'activity_reason_network_gone',
  'device-gone': 'activity_reason_device_gone',
  'device-replaced': 'activity_reason_device_replaced',
  'organization-gone': 'activity_reason_organization_gone',
  'configuration-gone': 'activity_reason_configuration_gone',
  'moved-to-another-organization': 'activity_reason_moved',
  'network-unmatched': 'activity_reason_network_unmatched',
  // Why a decision goes on.
  'same-mac-new-id': 'activity_reason_same_mac_new_id',
  'device-back': 'activity_reason_device_back',
  // Where a person decided it, but for the extension's own pages.
  panel: 'activity_reason_panel',
  // Why another's decision does not count here.
  'passed-over': 'activity_reason_passed_over',
  // Why keys are locked or wiped, where no person did it.
  'without-use': 'activity_reason_without_use',
  'browser-start': 'activity_reason_browser_start',
  'no-passphrase': 'activity_reason_no_passphrase',
  // Why something was not written.
  'decided-meanwhile': 'activity_reason_decided_meanwhile',
  'row-gone': 'activity_reason_row_gone',
  'configuration-taken': 'activity_reason_configuration_taken',
  exists: 'activity_reason_exists',
  'has-mac': 'activity_reason_has_mac',
  'suggestion-undecided': 'activity_reason_suggestion_undecided',
  // Why there was one more of what was written.
  'sent-twice': 'activity_reason_sent_twice',
  'sent-twice-left': 'activity_reason_sent_twice_left',
  // Why something failed, where the server said nothing about it.
  offline: 'activity_reason_offline',
  timeout: 'activity_reason_timeout',
  'rate-limited': 'activity_reason_rate_limited',
  server: 'activity_reason_server',
  credentials: 'activity_reason_credentials',
  'out-of-reach': 'activity_reason_out_of_reach',
  'address-refused': 'activity_reason_address_refused',
  'no-api-access': 'activity_reason_no_api_access',
  'not-permitted': 'activity_reason_not_permitted',
  'not-found': 'activity_reason_not_found',
  refused: 'activity_reason_refused',
  storage: 'activity_reason_storage',
  'storage-full': 'activity_reason_storage_full',
  managed: 'activity_reason_managed',
  'too-fast': 'activity_reason_too_fast',
  internal: 'activity_reason_internal',
  locked: 'activity_reason_locked',
};

const activityRules: Readonly<Record<string, MessageKey>> = {
  ...Object.fromEntries(
    Object.entries(configurationRules).map(([rule, words]) => [rule, words.activity]),
  ),
  replaces: 'activity_rule_replaces',
};

/**
 * For a match its rule; for the end of one the reason, and the rule that had made it.
 * @param suggested why it had been suggested, where a person accepted that
 */
function whyOf(
  { rule, reason }: { readonly rule?: string; readonly reason?: string },
  made: boolean,
  quotes: Quotes,
  suggested: string | undefined,
): string | null {
  const because = reasonText(reason, quotes);
  const matched =
    suggested !== undefined
      ? t('activity_accepted', [suggested])
      : rule === undefined
        ? null
        : wordsOf(activityRules, rule, quotes);
  if (matched === null) return because;
  if (made) return because === null ? matched : t('activity_made', [matched, because]);
  return because === null
    ? t('activity_had_been_only', [matched])
    : t('activity_had_been', [because, matched]);
}

/** Why something failed: what was found or said, else the kind. */
const failureText = (problem: Problem, quotes: Quotes): string | null =>
  problem.detail === undefined
    ? (causeText(problem) ?? reasonText(problem.kind, quotes))
    : quotes.words(problem.detail);

/** A reason that was kept as a key, or as the words of a server. */
const reasonText = (reason: string | undefined, quotes: Quotes): string | null =>
  reason === undefined || reason === '' ? null : wordsOf(reasonKeys, reason, quotes);

/** A key in its words; a server's own words, or a key of another version, as readable as they are. */
function wordsOf(keys: Readonly<Record<string, MessageKey>>, text: string, quotes: Quotes): string {
  const key = Object.hasOwn(keys, text) ? keys[text] : undefined;
  if (key !== undefined) return t(key);
  const readable = /^[a-z]+(?:-[a-z]+)+$/.test(text) ? text.replaceAll('-', ' ') : text;
  return quotes.words(readable);
}
