import { t } from '@/lib/i18n';
import type { MessageKey } from '@/lib/i18n';
import { connectFields } from '@/lib/model/connect';
import { deviceKinds } from '@/lib/model/device';
import type { OptionsSection } from '@/lib/model/options-section';
import { fieldHints, fieldId, fieldLabels } from './connection-fields';
import { kindWords } from './kinds';
import { sectionNames } from './options-sections';

/** Something on the options page that can be searched for. */
interface Findable {
  readonly section: OptionsSection;
  /** The id of its element; `null` for the section as a whole. */
  readonly at: string | null;
  readonly label: MessageKey;
  /** What is said of it; the first is shown where it is found. */
  readonly texts: readonly [MessageKey, ...MessageKey[]];
}

const row = (
  section: OptionsSection,
  at: string | null,
  label: MessageKey,
  ...texts: Findable['texts']
): Findable => ({ section, at, label, texts });

/** Every setting and every text of the options, by the section that it is in. */
export const findables: readonly Findable[] = [
  ...connectFields.map((field) =>
    row('connection', fieldId(field), fieldLabels[field], fieldHints[field]),
  ),
  row(
    'connection',
    'passphrase',
    'vault_passphrase',
    'vault_protected',
    'vault_unprotected',
    'vault_set',
    'vault_change',
    'vault_remove',
    'vault_lock_now',
  ),
  row('connection', 'lock-after', 'vault_lock_after', 'vault_lock_after_hint'),
  row('connection', 'disconnect', 'options_disconnect', 'options_disconnect_text'),
  row('sync', 'automatic-sync', 'options_automatic_sync', 'options_automatic_sync_hint'),
  row('sync', null, 'options_status', 'options_sync_about', 'popup_last_sync', 'popup_next_sync'),
  row(
    'auto-create',
    'auto-create-on',
    'options_auto_checkbox',
    'options_auto_intro',
    'options_auto_sidebar',
  ),
  ...deviceKinds.map((kind) =>
    row('types', `type-${kind}`, kindWords[kind].name, 'options_types_intro'),
  ),
  row(
    'team',
    null,
    'team_browsers',
    'team_intro',
    'team_start',
    'team_home',
    'team_join',
    'team_leave',
  ),
  row(
    'access',
    'user',
    'options_i_am',
    'options_i_am_hint',
    'user_intro',
    'user_by_hand',
    'options_role_administrator',
    'options_role_manager',
  ),
  row('security', 'security-keys', 'options_security_keys', 'options_security_keys_text'),
  row('security', 'security-data', 'options_security_data', 'options_security_data_text'),
  row('security', 'security-wifi', 'options_security_wifi', 'options_security_wifi_text'),
  row(
    'security',
    'security-hosts',
    'options_security_hosts',
    'options_security_hosts_text',
    'options_security_host_datto',
    'options_security_host_itglue',
  ),
  row('security', 'security-pages', 'options_security_pages', 'options_security_pages_text'),
  row('activity', null, 'options_activity', 'options_activity_about'),
];

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** A setting that a search finds, as it is called. */
export interface FoundSetting {
  readonly section: OptionsSection;
  readonly at: string | null;
  readonly name: string;
  readonly sectionName: string;
  readonly text: string;
}

/** What holds all of the words; first what is called so, then what says so. Nothing for no words. */
export function findSettings(text: string): FoundSetting[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const holds = (place: string) => words.every((word) => place.includes(word));
  const ranked = findables.flatMap(({ section, at, label, texts }) => {
    const found = {
      section,
      at,
      name: t(label),
      sectionName: t(sectionNames[section]),
      text: t(texts[0]),
    };
    const name = plain(`${found.name} ${found.sectionName}`);
    if (holds(name)) return [{ found, rank: 0 }];
    return holds([name, ...texts.map((key) => plain(t(key)))].join(' '))
      ? [{ found, rank: 1 }]
      : [];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ found }) => found);
}
