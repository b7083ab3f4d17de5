import { t, type MessageKey } from '@/lib/i18n';
import type { Device } from '@/lib/model/device';
import type { PanelDecision, PanelUndo } from '@/lib/model/panel-decision';
import { inSentence } from './in-sentence';

/** Why a configuration's page shows no device. */
export const noDeviceReasons = {
  'organization-unmatched': 'panel_organization_unmatched',
  'device-unmatched': 'panel_device_unmatched',
  'configuration-unknown': 'panel_configuration_unknown',
  'never-synced': 'panel_never_synced',
} as const satisfies Record<string, MessageKey>;

type ConnectionType = NonNullable<Extract<Device, { kind: 'managed-power' }>['connectionType']>;

/** How Managed Power reaches the network. */
export const connectionTypes = {
  wired: 'panel_wired',
  mesh: 'panel_mesh',
} as const satisfies Record<ConnectionType, MessageKey>;

/** In how long the panel asks again, milliseconds: by the second, long waits by the minute. */
export function askedAgainText(left: number): string {
  const seconds = Math.ceil(left / 1000);
  if (seconds <= 0) return t('panel_asked_again_now');
  return seconds <= 120
    ? t('panel_asked_again_seconds', seconds)
    : t('panel_asked_again_minutes', Math.ceil(seconds / 60));
}

/** What the user decided about a configuration's device and can take back, in a sentence. */
export const undoableText = ({ what, deviceName }: PanelUndo): string =>
  what === 'matched'
    ? t('panel_decided_match', [inSentence(deviceName)])
    : t('panel_decided_unmatch', [inSentence(deviceName)]);

/** What a person has just decided on a panel, in a sentence. */
export function decidedText(decided: PanelDecision): string {
  switch (decided.action) {
    case 'match':
    case 'change-match':
      return t('panel_decided_match', [inSentence(decided.deviceName)]);
    case 'unmatch':
      return t('panel_decided_unmatch', [inSentence(decided.deviceName)]);
    case 'ignore':
      return t('panel_decided_ignore');
    case 'unignore':
      return t('panel_decided_unignore');
    case 'use-mine':
      return t('panel_decided_use_mine');
    case 'undo':
      return t('panel_decided_undo');
  }
}
