import { t } from '@/lib/i18n';
import { relativeTime } from '@/lib/i18n/time';
import type { SyncStage } from '@/lib/model/run';
import type { IntegrationStatus } from '@/lib/model/integration-status';
import { problemText, sideName } from './problems';
import type { Tone } from './tone';

const stageNames = {
  networks: 'status_stage_networks',
  devices: 'status_stage_devices',
  organizations: 'status_stage_organizations',
  'organization-matching': 'status_stage_organization_matching',
  configurations: 'status_stage_configurations',
  'configuration-matching': 'status_stage_configuration_matching',
  connections: 'status_stage_connections',
  creations: 'status_stage_creations',
  wireless: 'status_stage_wireless',
} as const satisfies Record<SyncStage, string>;

/** The status as one of the words people see: `Not connected`, `Syncing…`, `OK`, … */
export function statusWord(status: IntegrationStatus): string {
  switch (status.state) {
    case 'not-connected':
      return t('status_not_connected');
    case 'connecting':
      return t('status_connecting');
    case 'syncing':
      return t('status_syncing');
    case 'ok':
      return t('status_ok');
    case 'credentials-failed':
      return t('status_credentials_failed');
    case 'error':
      return t('status_error');
    case 'locked':
      return t('status_locked');
  }
}

/** What stands in brackets behind the word: when, which stage, which side, what next; or `null`. */
export function statusDetail(status: IntegrationStatus, now: number): string | null {
  switch (status.state) {
    case 'syncing': {
      const stage = t(stageNames[status.stage]);
      return status.total > 0
        ? t('status_stage_progress', [stage, status.done, status.total])
        : stage;
    }
    case 'ok':
      return status.at === null ? null : relativeTime(status.at, now);
    case 'credentials-failed':
      return t('status_credentials_detail', [sideName(status.side)]);
    case 'error': {
      const sentence = problemText(status.problem);
      return status.nextTry === null
        ? sentence
        : t('status_error_next_try', [sentence, relativeTime(status.nextTry, now)]);
    }
    case 'locked':
      return t(status.passphrase === 'set' ? 'status_locked_detail' : 'status_locked_none_set');
    case 'not-connected':
    case 'connecting':
      return null;
  }
}

/**
 * The status in words, e.g. `Syncing… (devices, 3/16)`.
 * @param now milliseconds
 */
export function statusText(status: IntegrationStatus, now: number): string {
  const detail = statusDetail(status, now);
  return detail === null ? statusWord(status) : `${statusWord(status)} (${detail})`;
}

export function statusTone(status: IntegrationStatus): Tone {
  switch (status.state) {
    case 'ok':
      return 'good';
    case 'connecting':
    case 'syncing':
      return 'info';
    case 'credentials-failed':
      return 'bad';
    case 'error':
    case 'locked':
      return 'warning';
    case 'not-connected':
      return 'neutral';
  }
}
