import { ItGlueError } from '@/lib/itglue/errors';
import { fieldChanges } from '@/lib/journal/field-changes';
import { nextLookAt, removeCopies } from '@/lib/journal/copies';
import type { Journal } from '@/lib/journal/journal';
import type { FollowUp } from '@/lib/model/journal';
import { log } from '@/lib/store/activity';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { Clients } from '@/lib/sync/api-clients';
import type { MatchingContext } from '../context';
import { withExecutor } from './executors';
import { createShared } from './shared';

type Context = Pick<MatchingContext, 'store' | 'clients' | 'now'>;
type SerialNumber = Extract<FollowUp, { kind: 'serial-number' }>;

/** When a creation is next to be seen to between syncs, milliseconds since 1970; `null`: by the next sync. */
export async function nextFollowUpAt(store: Database): Promise<number | null> {
  const times = (await stored.followUps.all(store)).flatMap((one) =>
    one.kind === 'copies' && one.write.kind !== 'in-memory' ? (nextLookAt(one) ?? []) : [],
  );
  return times.length === 0 ? null : Math.min(...times);
}

/**
 * Sees to what is still open of a creation: copies that came late, a serial number that was missing.
 * @throws ItGlueError, DattoError where that cannot be done now
 */
export async function followUp(
  context: Context,
  clients: Clients,
  journal: Journal,
  one: FollowUp,
): Promise<void> {
  const { store, now } = context;
  if (one.kind === 'serial-number') return fillSerialNumber(context, clients, one);
  const shared = createShared(context, clients, journal);
  await withExecutor(context, clients, shared, one, (executor) =>
    removeCopies(store, now, one, executor),
  );
}

/** Only where IT Glue's field is empty: what a user wrote there stays. */
async function fillSerialNumber(
  { store, now }: Context,
  { datto, itGlue }: Clients,
  { id, configurationId, deviceKey, organizationName }: SerialNumber,
): Promise<void> {
  const device = await stored.devices.get(store, deviceKey);
  const serialNumber =
    device &&
    (device.serialNumber ?? (await datto.readDevice(deviceKey, device.networkId)).serialNumber);
  const configuration = serialNumber ? await readConfiguration() : null;
  const filled =
    serialNumber && configuration?.serialNumber === null
      ? await itGlue.updateConfiguration(configurationId, { serialNumber })
      : null;
  await write(store, async (transaction) => {
    if (!(await stored.followUps.has(transaction, id))) return;
    await stored.followUps.remove(transaction, id);
    if (!filled) return;
    await stored.configurations.changeMany(transaction, [configurationId], (row) => ({
      ...row,
      serialNumber: filled.serialNumber,
    }));
    const at = new Date(now()).toISOString();
    await log(transaction, at, {
      kind: 'updated',
      resource: 'configuration',
      id: configurationId,
      name: filled.name,
      organizationName,
      fields: ['Serial Number'],
      ...(configuration && { organizationId: configuration.organizationId }),
      // Only an empty field is filled.
      changes: fieldChanges([['Serial Number', null, filled.serialNumber]]),
    });
  });

  async function readConfiguration() {
    try {
      return await itGlue.configuration(configurationId);
    } catch (error) {
      if (error instanceof ItGlueError && error.kind === 'not-found') return null;
      throw error;
    }
  }
}
