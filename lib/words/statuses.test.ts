import { expect, it } from 'vitest';
import type { IntegrationStatus } from '@/lib/model/integration-status';
import { statusText } from './statuses';

const now = Date.parse('2026-03-05T12:00:00Z');

it.each<[IntegrationStatus, string]>([
  [{ state: 'not-connected' }, 'Not connected'],
  [{ state: 'connecting' }, 'Connecting…'],
  [{ state: 'syncing', stage: 'devices', done: 3, total: 16 }, 'Syncing… (devices, 3/16)'],
  [
    { state: 'syncing', stage: 'organization-matching', done: 0, total: 0 },
    'Syncing… (organization matching)',
  ],
  [{ state: 'ok', at: '2026-03-05T11:57:00Z' }, 'OK (3 minutes ago)'],
  [{ state: 'ok', at: null }, 'OK'],
  [
    { state: 'credentials-failed', side: 'itglue', detail: 'x' },
    'Credentials failed (IT Glue; syncing has stopped until the keys are entered again)',
  ],
  [
    {
      state: 'error',
      problem: { kind: 'timeout', side: 'datto' },
      nextTry: '2026-03-05T12:10:00Z',
    },
    'Error (Datto did not answer in time. Next try in 10 minutes.)',
  ],
  [
    { state: 'error', problem: { kind: 'internal' }, nextTry: null },
    'Error (Something went wrong inside the extension. Try again; if it stays so, Check setup makes a report to send in.)',
  ],
  [{ state: 'locked', passphrase: 'set' }, 'Locked (passphrase needed)'],
  [{ state: 'locked', passphrase: 'missing' }, 'Locked (set a passphrase first)'],
])('says %j in words', (status, text) => {
  expect(statusText(status, now)).toBe(text);
});
