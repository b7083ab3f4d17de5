import { RecordNote } from '@/components/panel/record-note';
import { managedRecord } from '@/components/panel/states.fixture';
import type { Entry } from './entry';

const now = Date.parse('2026-03-05T12:00:00Z');
const nothing = () => undefined;

/** The note on records of Wi-Fi networks. */
export const recordEntries: readonly Entry[] = (
  [
    ['managed', {}],
    ['before the first sync', { syncedAt: null }],
    ['archived', { archived: true }],
    ['held', { heldBy: ['Floor plan'] }],
    ['held by several', { heldBy: ['Floor plan', 'Door code', 'Bezeichnung der Räume'] }],
    ['Auto-Create off', { on: false }],
  ] as const
).map(([name, changes]) => ({
  name: `record, ${name}`,
  card: () => (
    <RecordNote view={{ ...managedRecord, ...changes }} now={now} onOpenOptions={nothing} />
  ),
}));
