import type { IntegrationStatus } from '@/lib/model/integration-status';

/** The integration in each of its states. */
export const statuses = {
  'not-connected': { state: 'not-connected' },
  connecting: { state: 'connecting' },
  syncing: { state: 'syncing', stage: 'devices', done: 3, total: 16 },
  ok: { state: 'ok', at: '2026-03-05T10:00:00Z' },
  'credentials-failed': { state: 'credentials-failed', side: 'itglue', detail: null },
  error: {
    state: 'error',
    problem: { kind: 'server', side: 'datto' },
    nextTry: '2026-03-05T12:05:00Z',
  },
  locked: { state: 'locked', passphrase: 'set' },
} as const satisfies Record<IntegrationStatus['state'], IntegrationStatus>;

/** The company requires a passphrase and none is set. */
export const passphraseMissing = { state: 'locked', passphrase: 'missing' } as const;
