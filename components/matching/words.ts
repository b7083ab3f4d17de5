import { t } from '@/lib/i18n';
import type { DeviceKind } from '@/lib/model/device';
import type { OrganizationReason, OrganizationRule } from '@/lib/model/match';
import type { DeviceRow, UndoView } from '@/lib/views/matching';

export const kindNames = {
  'access-point': 'matching_kind_access_point',
  switch: 'matching_kind_switch',
  'managed-power': 'matching_kind_managed_power',
  router: 'matching_kind_router',
} as const satisfies Record<DeviceKind, string>;

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * A name for use within a sentence: a very long one cut, one written from right to left isolated,
 * so that it does not reorder the words around it.
 */
export function inSentence(name: string): string {
  const characters = Array.from(name);
  const short = characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : name;
  return rightToLeft.test(short) ? `\u2068${short}\u2069` : short;
}

/**
 * What one of a row's suggestions is called in the name of its button: nothing where it is the only
 * one, its facts too where another has its name.
 */
export function choiceName<Suggestion>(
  one: Suggestion,
  all: readonly Suggestion[],
  nameOf: (suggestion: Suggestion) => string,
  factsOf: (suggestion: Suggestion) => readonly (string | null)[],
): string | undefined {
  if (all.length < 2) return undefined;
  const name = nameOf(one);
  if (all.filter((each) => nameOf(each) === name).length === 1) return name;
  return [name, ...factsOf(one)].filter(Boolean).join(', ');
}

/** Why an organization is suggested, in words: "same name without 'Inc.'". */
export function reasonText(reason: OrganizationReason): string {
  switch (reason.kind) {
    case 'same-name':
      return t('matching_reason_same_name');
    case 'legal-form':
      return t('matching_reason_legal_form', [inSentence(reason.form)]);
    case 'spelling':
      return t('matching_reason_spelling');
    case 'site':
      return t('matching_reason_site', [inSentence(reason.site)]);
    case 'short-name':
      return t('matching_reason_short_name');
    case 'acronym':
      return t('matching_reason_acronym', [inSentence(reason.letters)]);
    case 'similar':
      return t('matching_reason_similar');
    case 'abbreviation':
      return t('matching_reason_abbreviation');
    case 'part':
      return t('matching_reason_part', [inSentence(reason.missing)]);
  }
}

/** The rule that matched a network to its organization. */
export function organizationRuleText(rule: OrganizationRule): string {
  switch (rule) {
    case 'name':
      return t('matching_rule_name');
    case 'by-hand':
      return t('matching_rule_by_hand');
    case 'created':
      return t('matching_rule_created');
  }
}

/** The rule that matched a device to its configuration, or that suggests one. */
export function configurationRuleText(
  rule: NonNullable<DeviceRow['rule']> | DeviceRow['suggestions'][number]['rule'],
): string {
  switch (rule) {
    case 'mac-and-ip':
      return t('matching_rule_mac_and_ip');
    case 'mac':
      return t('matching_rule_mac');
    case 'name':
      return t('matching_rule_device_name');
    case 'ip':
      return t('matching_rule_ip');
    case 'by-hand':
      return t('matching_rule_by_hand');
    case 'created':
      return t('matching_rule_created');
  }
}

/** What Undo would take back: "match of Acme". */
export function undoText({ action, name, count }: UndoView): string {
  const what = [name === null ? t('matching_undo_rows', count) : inSentence(name)];
  switch (action) {
    case 'match':
      return t('matching_undo_match', what);
    case 'unmatch':
      return t('matching_undo_unmatch', what);
    case 'ignore':
      return t('matching_undo_ignore', what);
    case 'unignore':
      return t('matching_undo_unignore', what);
    case 'accept-all':
      return t('matching_undo_accept_all', count);
  }
}
