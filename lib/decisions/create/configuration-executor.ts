import { type Shared, Impossible, manufacturer } from './shared';
import { runOf } from '@/lib/journal/journal';
import type { Before, Executor } from '@/lib/journal/executor';
import type { ConfigurationDraft } from '@/lib/itglue/configurations';
import type { List } from '@/lib/itglue/json-api-read';
import { sureOfNone } from '@/lib/itglue/look-up';
import { fieldsOfNew } from '@/lib/journal/field-changes';
import type { FieldChange } from '@/lib/model/activity';
import { firstCopy } from '@/lib/model/copies';
import { fitRule, namedRule } from '@/lib/matching/device-fits';
import type { Configuration } from '@/lib/model/configuration';
import type { DeviceMatch } from '@/lib/model/match';
import type { JournalRefusal, JournalWrite } from '@/lib/model/journal';
import { formatMac } from '@/lib/model/mac';
import type { ConfigurationId } from '@/lib/model/ids';
import { write } from '@/lib/store/open';
import { deviceLabel } from '@/lib/model/device';
import type { Clients } from '@/lib/sync/api-clients';
import type { MatchingContext } from '../context';
import { readConfigurations } from '../live';
import { setDevice } from '../set-decision';
import * as stored from '@/lib/store/stored';

type Write = Extract<JournalWrite, { kind: 'create-configuration' }>;

export const configurationKey = ({ organizationId, mac, name }: Omit<Write, 'kind'>) =>
  `configuration ${organizationId} ${mac ?? `named ${name}`}`;

/** What is in IT Glue under a natural key, and the lists that say so. */
interface LookUp {
  readonly rows: readonly Configuration[];
  readonly lists: readonly List<Configuration>[];
}

/** Makes a device's configuration and matches the device to it. */
export function configurationExecutor(
  context: Pick<MatchingContext, 'store' | 'clients'>,
  { datto, itGlue }: Clients,
  shared: Shared,
  wanted: Write & { readonly who: string; readonly organizationName: string },
): Executor<Configuration> {
  const { store } = context;
  const { deviceKey, organizationId, mac, name, who } = wanted;
  let prepared: ConfigurationDraft | undefined;
  /** Whether the device itself told its serial number, or that it has none. */
  let serialRead = false;

  async function draft(): Promise<ConfigurationDraft> {
    if (prepared) return prepared;
    const statusId = await shared.statusId();
    const manufacturerId = await shared.manufacturerId(who);
    const modelId =
      wanted.model === null ? null : await shared.modelId(manufacturerId, wanted.model, who);
    const serialNumber = await readSerialNumber();
    prepared = {
      name,
      typeId: wanted.typeId,
      manufacturerId,
      ...(statusId !== null && { statusId }),
      ...(modelId !== null && { modelId }),
      ...(mac && { macAddress: formatMac(mac) }),
      ...(wanted.ip && { primaryIp: wanted.ip }),
      ...(serialNumber && { serialNumber }),
    };
    return prepared;
  }

  /** Lists lack the serial number of access points: the device's own call tells it. */
  async function readSerialNumber(): Promise<string | null> {
    const device = await stored.devices.get(store, deviceKey);
    if (!device || device.serialNumber !== null) return device?.serialNumber ?? null;
    let serialNumber: string | null;
    try {
      ({ serialNumber } = await datto.readDevice(deviceKey, device.networkId));
    } catch {
      // A configuration without its serial number is worth more than none; the next sync fills it in.
      return null;
    }
    serialRead = true;
    if (serialNumber !== null)
      await write(store, async (transaction) => {
        const now = await stored.devices.get(transaction, deviceKey);
        if (now) await stored.devices.put(transaction, { ...now, serialNumber });
      });
    return serialNumber;
  }

  /** What is in IT Glue by now under the natural key, in whatever form the MAC was typed. */
  async function there(all: List<Configuration> | null): Promise<LookUp> {
    const organizationIds = [organizationId];
    if (!mac) {
      const named = await itGlue.configurationsPage(1, { organizationIds, name });
      return { rows: named.rows, lists: [named] };
    }
    const own = all?.rows.filter(({ macs }) => macs.includes(mac)) ?? [];
    // Another browser of the same company may have written it a moment ago, in our own spelling.
    const latest = await itGlue.configurationsPage(1, {
      organizationIds,
      macAddress: formatMac(mac),
    });
    const rows = [...new Map([...own, ...latest.rows].map((row) => [row.id, row])).values()];
    return { rows, lists: all ? [all, latest] : [latest] };
  }

  /** @throws ItGlueError where a row came that may be the one looked for */
  function sureOfNoOther({ lists }: LookUp): void {
    const deciding = [mac ? 'attributes.mac-address' : 'attributes.name'];
    for (const list of lists) sureOfNone(list, 'GET /configurations', deciding);
  }

  /** @returns `false` where IT Glue would not, as for one that is synced with a PSA */
  async function archive(id: ConfigurationId): Promise<boolean> {
    try {
      await itGlue.updateConfiguration(id, { archived: true });
      return true;
    } catch {
      return false;
    }
  }

  /** Whether it says what this write says, and nothing that anybody added. */
  const isSent = (row: Configuration): boolean =>
    row.name === name &&
    (mac === null || row.macs.includes(mac)) &&
    row.primaryIp === wanted.ip &&
    row.modelName === wanted.model &&
    row.manufacturerName?.toLowerCase() === manufacturer.toLowerCase() &&
    row.hostname === null;

  async function before(): Promise<Before<Configuration>> {
    const device = await stored.devices.get(store, deviceKey);
    if (!device) return refused({ kind: 'row-gone' });
    const network = await stored.networkMatches.get(store, device.networkId);
    if (
      (await stored.deviceMatches.get(store, deviceKey)) ||
      network?.state !== 'matched' ||
      network.organizationId !== organizationId
    )
      return refused({ kind: 'decided-meanwhile' });
    const lookUp = await there(await shared.configurations(organizationId));
    const present = lookUp.rows;
    const known = present.map(({ id }) => id);
    if (mac) {
      const rejected = await stored.rejectedConfigurations.of(store, deviceKey);
      const possible = present.filter(({ id }) => !rejected?.includes(id));
      // An archived one, as the copy of another browser is, counts only where no other is there.
      const live = possible.filter(({ archived }) => !archived);
      const [only, ...others] = live.length > 0 ? live : possible;
      if (only && others.length > 0) return refused({ kind: 'exists', name: only.name });
      if (only) {
        const holder = await stored.deviceMatches.ofConfiguration.first(store, only.id);
        if (!holder) return { next: 'adopt', result: only };
        const other = await stored.devices.get(store, holder.deviceKey);
        const by = other ? deviceLabel(other) : holder.deviceKey;
        return refused({ kind: 'configuration-taken', by });
      }
    }
    sureOfNoOther(lookUp);
    try {
      await draft();
    } catch (error) {
      if (error instanceof Impossible) return refused(error.refusal);
      throw error;
    }
    return { next: 'send', known };
  }

  return {
    subject: {
      resource: 'configuration',
      name,
      organizationId,
      organizationName: wanted.organizationName,
    },
    changes: configurationFields,
    before,
    async send() {
      return itGlue.createConfiguration(organizationId, await draft());
    },
    async find(known) {
      const lookUp = await there(mac ? await readConfigurations(context, organizationId) : null);
      // The one that `removeDuplicates` keeps.
      const found = firstCopy(lookUp.rows.filter(({ id }) => !known.includes(id))) ?? null;
      if (!found) sureOfNoOther(lookUp);
      return found;
    },
    async removeDuplicates(answered, known) {
      const { rows } = await there(null);
      const match = await stored.deviceMatches.get(store, deviceKey);
      const ownId = answered?.id ?? (match?.state === 'matched' ? match.configurationId : null);
      const own = rows.find(({ id }) => id === ownId && !known.includes(id));
      const copies = rows.filter(
        (row) =>
          row.id === own?.id ||
          (!known.includes(row.id) && (isSent(row) || (answered && own && isCopy(row, own)))),
      );
      // The oldest, not the answered one: two browsers that wrote it at the same time agree on that, where
      // otherwise each would archive the other's. One that a user has changed since is not given up.
      const changed = !answered && own && !own.archived && !isSent(own) ? own : undefined;
      const kept = changed ?? firstCopy(copies);
      if (!kept || kept.archived) return { result: answered, duplicates: [] };
      const duplicates = [];
      for (const { id, archived } of copies.filter((row) => row.id !== kept.id))
        duplicates.push({ id, archived: archived || (await archive(id)) });
      return { result: kept, duplicates };
    },
    async keep(transaction, { result, duplicates }) {
      const match = await stored.deviceMatches.get(transaction, deviceKey);
      if (!result || match?.state !== 'matched') return;
      if (!duplicates.some(({ id, archived }) => archived && id === match.configurationId)) return;
      if (await stored.deviceMatches.ofConfiguration.any(transaction, result.id)) return;
      await stored.deviceMatches.put(transaction, { ...match, configurationId: result.id });
    },
    idOf: ({ id }) => id,
    async commit(transaction, configuration, { row, found, at }) {
      await stored.configurations.put(transaction, configuration);
      await stored.seen.now(transaction, 'configurations', [configuration.id]);
      if (!found)
        await stored.createdConfigurations.put(transaction, {
          configurationId: configuration.id,
          at,
        });
      const device = await stored.devices.get(transaction, deviceKey);
      // One that a dead worker sent may have been sent without.
      const told = device && (device.serialNumber !== null || !serialRead);
      if (!found && told && configuration.serialNumber === null)
        await stored.followUps.put(transaction, {
          kind: 'serial-number',
          id: serialFollowUp(configuration.id),
          configurationId: configuration.id,
          deviceKey,
          organizationName: wanted.organizationName,
          at,
        });
      // Decided while it was written: that stands, and the configuration is there to be chosen.
      if (!device || (await stored.deviceMatches.get(transaction, deviceKey))) return;
      if (await stored.deviceMatches.ofConfiguration.any(transaction, configuration.id)) return;
      const rule = fitRule(device, configuration);
      const match: DeviceMatch = {
        deviceKey,
        networkId: device.networkId,
        at,
        state: 'matched',
        configurationId: configuration.id,
        organizationId,
        rule: found
          ? namedRule(rule === 'mac-and-ip' ? rule : 'mac', device, configuration)
          : 'created',
      };
      const run = runOf(row);
      await setDevice(transaction, deviceKey, match, {
        who: row.who,
        at,
        ...(run !== undefined && { run }),
      });
    },
  };
}

/** What IT Glue has of a configuration that was created. */
export const configurationFields = (row: Configuration): FieldChange[] =>
  fieldsOfNew([
    ['Name', row.name],
    ['Configuration Type', row.typeName],
    ['Status', row.statusName],
    ['Manufacturer', row.manufacturerName],
    ['Model', row.modelName],
    ['MAC Address', row.macAddress],
    ['Primary IP', row.primaryIp],
    ['Serial Number', row.serialNumber],
  ]);

/** Names the open question of a configuration's serial number. */
export const serialFollowUp = (id: ConfigurationId): string => `serial-number ${id}`;

/**
 * Whether two rows say the same, as those of one request do. One of the same MAC that says something
 * else was made by a user, and is not to be archived.
 */
const isCopy = (one: Configuration, other: Configuration): boolean =>
  copied.every((attribute) => one[attribute] === other[attribute]);

const copied = [
  'name',
  'hostname',
  'primaryIp',
  'macAddress',
  'serialNumber',
  'typeName',
  'statusName',
  'manufacturerName',
  'modelName',
] as const satisfies readonly (keyof Configuration)[];

const refused = (refusal: JournalRefusal) => ({ next: 'refuse' as const, refusal });
