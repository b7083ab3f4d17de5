import type { ActivityEvent, ActivityTopic } from './activity';

/** What a line is about. */
export function topicOf({ kind }: ActivityEvent): ActivityTopic {
  switch (kind) {
    case 'sync-finished':
    case 'sync-failed':
      return 'syncs';
    case 'network-matched':
    case 'network-unmatched':
    case 'network-ignored':
    case 'network-unignored':
    case 'network-match-ended':
    case 'device-matched':
    case 'device-unmatched':
    case 'device-ignored':
    case 'device-unignored':
    case 'device-suggestion-rejected':
    case 'device-match-ended':
    case 'device-match-kept':
    case 'configuration-ignored':
    case 'configuration-unignored':
    case 'sharing-legitimate':
    case 'sharing-not-legitimate':
      return 'matches';
    case 'created':
    case 'updated':
    case 'archived':
    case 'unarchived':
    case 'deleted':
    case 'related':
    case 'unrelated':
    case 'deletion-noticed':
    case 'refused':
      return 'writes';
    case 'connected':
    case 'passphrase-set':
    case 'passphrase-changed':
    case 'passphrase-removed':
    case 'keys-unlocked':
    case 'keys-locked':
    case 'keys-forgotten':
    case 'policy-changed':
    case 'schedule-changed':
    case 'type-chosen':
    case 'user-chosen':
    case 'auto-create-switched':
      return 'settings';
  }
}

/** Whether it tells of something that did not succeed. */
export const isFailure = ({ kind }: ActivityEvent): boolean =>
  kind === 'sync-failed' || kind === 'refused';
