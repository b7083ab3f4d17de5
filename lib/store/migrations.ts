import type { Device, DeviceKind } from '@/lib/model/device';
import { topicOf } from '@/lib/model/activity-topic';
import { configurationId } from '@/lib/model/ids';
import type { Problem } from '@/lib/model/problem';
import type { JsonType, WrongField } from '@/lib/model/rows';
import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { indexed } from './activity';
import type { Database, Schema, StoreName } from './schema';

type Upgrade = IDBPTransaction<Schema, StoreName[], 'versionchange'>;

/**
 * The steps from each version to the next: the first makes version 1 of an empty database. A step
 * that has shipped is never edited.
 */
const steps: readonly ((database: Database, transaction: Upgrade) => void | Promise<void>)[] = [
  (database) => {
    database.createObjectStore('networks', { keyPath: 'id' });
    database.createObjectStore('devices', { keyPath: 'key' }).createIndex('network', 'networkId');
    database.createObjectStore('organizations', { keyPath: 'id' });
    database
      .createObjectStore('configurations', { keyPath: 'id' })
      .createIndex('organization', 'organizationId');
    database
      .createObjectStore('networkMatches', { keyPath: 'networkId' })
      .createIndex('organization', 'organizationId');
    database.createObjectStore('networkSuggestions', { keyPath: 'networkId' });
    const deviceMatches = database.createObjectStore('deviceMatches', { keyPath: 'deviceKey' });
    deviceMatches.createIndex('configuration', 'configurationId', { unique: true });
    deviceMatches.createIndex('organization', 'organizationId');
    database
      .createObjectStore('deviceSuggestions', { keyPath: 'deviceKey' })
      .createIndex('organization', 'organizationId');
    database.createObjectStore('runs', { keyPath: 'id' }).createIndex('state', 'state');
    database.createObjectStore('steps', { keyPath: 'step' });
    database.createObjectStore('meta');
  },
  // Who sits at this browser, and what happened when.
  (database) => {
    database.createObjectStore('users', { keyPath: 'id' });
    database.createObjectStore('activity', { autoIncrement: true }).createIndex('at', 'at');
  },
  // What people decide, and what is written to IT Glue.
  (database, transaction) => {
    const journal = database.createObjectStore('journal', { keyPath: 'id' });
    journal.createIndex('batch', 'batch');
    journal.createIndex('state', 'state');
    journal.createIndex('key', 'key');
    database.createObjectStore('batches', { keyPath: 'id' });
    database.createObjectStore('ignoredConfigurations', { keyPath: 'configurationId' });
    database.createObjectStore('rejectedOrganizations', { keyPath: 'networkId' });
    database.createObjectStore('rejectedConfigurations', { keyPath: 'deviceKey' });
    transaction.objectStore('deviceMatches').createIndex('network', 'networkId');
  },
  // What documents Wi-Fi networks.
  (database) => {
    database.createObjectStore('wireless', { keyPath: 'key' }).createIndex('record', 'record.id');
  },
  // Two names of the field's own.
  async (_database, transaction) => {
    const meta = transaction.objectStore('meta');
    const wireless = (await meta.get('wireless')) as Record<string, unknown> | undefined;
    if (wireless)
      await meta.put(renamed(wireless, 'archivedOfPeople', 'archivedUserRecords'), 'wireless');
    const journal = transaction.objectStore('journal');
    for (const row of await journal.getAll())
      if ('despite' in row.write)
        await journal.put({ ...row, write: renamed(row.write, 'despite', 'acknowledged') });
  },
  // What was refused is kept as a problem, which every language words.
  async (_database, transaction) => {
    const meta = transaction.objectStore('meta');
    const wireless = (await meta.get('wireless')) as
      { lastResult: { refused: { subject: string; reason: string }[] } | null } | undefined;
    if (!wireless?.lastResult) return;
    const refused = wireless.lastResult.refused.map(({ subject, reason }) => ({
      subject,
      problem: { kind: 'refused', side: 'itglue', detail: reason },
    }));
    await meta.put({ ...wireless, lastResult: { ...wireless.lastResult, refused } }, 'wireless');
  },
  // A run names the fields that came with other types than documented.
  async (_database, transaction) => {
    const runs = transaction.objectStore('runs');
    for (const run of await runs.getAll()) await runs.put({ ...run, oddFields: [] });
  },
  // Why a row could not be read, and why IT Glue refused a write, are kept as values.
  async (_database, transaction) => {
    const runs = transaction.objectStore('runs');
    for (const run of await runs.getAll())
      await runs.put({
        ...run,
        skipped: run.skipped.map((row) => {
          const { reason, ...rest } = row as typeof row & { readonly reason?: string };
          return { ...rest, fields: fieldsIn(reason ?? '') };
        }),
      });
    const journal = transaction.objectStore('journal');
    for (const row of await journal.getAll()) {
      const problem = row.refusal && problemIn(row.refusal);
      if (problem) await journal.put({ ...row, refusal: { kind: 'problem', problem } });
    }
  },
  // What was decided about devices that are gone.
  (database) => {
    database.createObjectStore('departedDevices', { keyPath: 'key' });
  },
  // What an RMM reports for a configuration.
  async (_database, transaction) => {
    for await (const cursor of transaction.objectStore('configurations'))
      await cursor.update({ ...cursor.value, rmm: null, rmmMacs: [] });
  },
  // What the company's browsers share.
  (database) => {
    database
      .createObjectStore('sharedEntries', { keyPath: 'key' })
      .createIndex('publication', 'publication');
  },
  // Configurations with one MAC, and networks without devices.
  async (database, transaction) => {
    database.createObjectStore('sharedMacs', { keyPath: 'key' });
    database.createObjectStore('legitimateSharings', { keyPath: 'key' });
    const created = database.createObjectStore('createdConfigurations', {
      keyPath: 'configurationId',
    });
    for await (const cursor of transaction.objectStore('activity')) {
      const { at, event } = cursor.value;
      if (event.kind === 'created' && event.resource === 'configuration' && event.id !== undefined)
        await created.put({ configurationId: configurationId(event.id), at });
    }
    for await (const cursor of transaction.objectStore('configurations'))
      await cursor.update({ ...cursor.value, createdAt: null, psaSynced: false });
    for await (const cursor of transaction.objectStore('networks'))
      await cursor.update({ ...cursor.value, withoutDevices: false });
    const meta = transaction.objectStore('meta');
    const undo = (await meta.get('undo')) as object | undefined;
    if (undo) await meta.put({ ...undo, sharings: [] }, 'undo');
  },
  // What is still to be seen to of creations that are settled.
  (database) => {
    database.createObjectStore('followUps', { keyPath: 'id' });
  },
  // Whether the vendor's own integration links a configuration.
  async (_database, transaction) => {
    for await (const cursor of transaction.objectStore('configurations'))
      await cursor.update({ ...cursor.value, vendorLinked: false });
  },
  // Where MACs are.
  (database) => {
    const sightings = database.createObjectStore('sightings', { keyPath: 'source' });
    sightings.createIndex('network', 'networkId');
    sightings.createIndex('mac', 'macs', { multiEntry: true });
  },
  // What a run saw is kept beside the rows, which are written only where they change.
  async (database, transaction) => {
    const seen = database.createObjectStore('seen', { autoIncrement: true });
    const lists = database.createObjectStore('deviceLists', { keyPath: 'networkId' });
    const runId = await transaction.objectStore('runs').index('state').getKey('open');
    const isSeen = (row: object) => runId !== undefined && 'runId' in row && row.runId === runId;
    const devices: Pick<Device, 'key' | 'networkId'>[] = [];
    for await (const cursor of transaction.objectStore('devices')) {
      if (isSeen(cursor.value)) devices.push(cursor.value);
      await cursor.update(unmarked(cursor.value));
    }
    for await (const cursor of transaction.objectStore('networks')) {
      const { id, kindsRead = [] } = cursor.value as typeof cursor.value & {
        readonly kindsRead?: readonly DeviceKind[];
      };
      await cursor.update(unmarked(cursor.value, 'readAt'));
      if (runId === undefined) continue;
      const own = devices.filter(({ networkId }) => networkId === id);
      await lists.put({
        networkId: id,
        runId,
        // Each device tells itself when it was read.
        readAt: new Date(0).toISOString(),
        kinds: kindsRead,
        devices: own.map(({ key }) => key),
        unreadable: [],
      });
    }
    for (const kind of ['organizations', 'configurations'] as const) {
      const ids: string[] = [];
      for await (const cursor of transaction.objectStore(kind)) {
        if (isSeen(cursor.value)) ids.push(cursor.value.id);
        await cursor.update(unmarked(cursor.value, 'readAt'));
      }
      if (runId !== undefined && ids.length > 0) await seen.add({ runId, kind, ids });
    }
  },
  // What only a device's own call tells, of access points, power strips and routers.
  async (_database, transaction) => {
    const more = {
      'access-point': { channels: [], neighbors: [] },
      switch: {},
      'managed-power': { outlets: [], schedule: [], voltage: null },
      router: { lteSignal: null },
    } as const;
    for await (const cursor of transaction.objectStore('devices')) {
      const device = cursor.value;
      await cursor.update({ ...device, ...more[device.kind] });
    }
  },
  // A history of actions for each list, in place of the last one.
  async (database, transaction) => {
    database
      .createObjectStore('undoSteps', { autoIncrement: true })
      .createIndex('list', 'lists', { multiEntry: true });
    await transaction.objectStore('meta').delete('undo');
  },
  // What lines of the activity are found by, and which of them one sync made.
  async (_database, transaction) => {
    const lines = transaction.objectStore('activity');
    const organizations = await transaction.objectStore('organizations').getAll();
    const idsByName = new Map(organizations.map(({ id, name }) => [name, id]));
    let run: string | null = null;
    for await (const cursor of lines) {
      const { value } = cursor;
      const { event } = value;
      if (value.who === 'sync') run ??= `before ${cursor.key}`;
      const made = value.who === 'sync' && topicOf(event) !== 'settings' ? run : null;
      if (topicOf(event) === 'syncs') run = null;
      const named = 'organizationName' in event && idsByName.get(event.organizationName ?? '');
      const own =
        'organizationIds' in event
          ? event.organizationIds
          : 'organizationId' in event && event.organizationId !== undefined
            ? [event.organizationId]
            : named
              ? [named]
              : [];
      await cursor.update(indexed({ ...value, ...(made !== null && { run: made }) }, own));
    }
    lines.createIndex('run', 'run');
    lines.createIndex('topic', 'topic');
    lines.createIndex('who', 'who');
    lines.createIndex('organization', 'organizations', { multiEntry: true });
    lines.createIndex('failed', 'failed');
  },
  // What is new since a list was looked at.
  (database) => {
    database.createObjectStore('firstSeen', { keyPath: 'key' });
  },
];

/** The row without what told of the run that saw it. */
function unmarked<Row extends object>(row: Row, ...also: readonly string[]): Row {
  const marks = ['runId', 'kindsRead', ...also];
  return Object.fromEntries(Object.entries(row).filter(([name]) => !marks.includes(name))) as Row;
}

/** Of a refusal as versions before the ninth kept it; `null` of another. */
function problemIn(refusal: object): Problem | null {
  const { kind, detail, outOfReach, fields } = refusal as {
    readonly kind: string;
    readonly detail?: string;
    readonly outOfReach?: true;
    readonly fields?: readonly string[];
  };
  if (kind === 'record-held' && fields)
    return { kind: 'refused', side: 'itglue', cause: { kind: 'record-held', fields } };
  if (kind !== 'by-it-glue') return null;
  return {
    kind: outOfReach ? 'out-of-reach' : 'refused',
    side: 'itglue',
    ...(detail !== undefined && { detail }),
  };
}

/** `mac: expected string; id: not valid`, as versions before the ninth kept it. */
function fieldsIn(reason: string): WrongField[] {
  const types: Readonly<Record<string, JsonType>> = {
    string: 'string',
    text: 'string',
    number: 'number',
    int: 'number',
    boolean: 'boolean',
    array: 'array',
    object: 'object',
    record: 'object',
  };
  return reason.split('; ').map((part) => {
    const [, field = '', expected = ''] =
      /^(?:(.*): )?(?:expected (.+)|not valid)$/.exec(part) ?? [];
    return { field, expected: types[expected] ?? null };
  });
}

/** The row with a field under its new name. */
function renamed<Row extends object>(row: Row, from: string, to: string): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name === from ? to : name, value as unknown]),
  ) as Row;
}

export const version = steps.length;

/** Brings a database of any older version to the present one, or to an earlier one for a test. */
export async function migrate(
  database: IDBPDatabase<Schema>,
  oldVersion: number,
  transaction: Upgrade,
  newVersion = version,
): Promise<void> {
  for (const step of steps.slice(oldVersion, newVersion)) await step(database, transaction);
}
