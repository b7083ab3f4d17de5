import type { ItGlueClient } from '@/lib/itglue/client';
import { sureOfNone } from '@/lib/itglue/look-up';
import type { Executor } from '@/lib/journal/executor';
import { fieldChanges } from '@/lib/journal/field-changes';
import type { Configuration } from '@/lib/model/configuration';
import { firstCopy } from '@/lib/model/copies';
import type { JournalRefusal, JournalWrite } from '@/lib/model/journal';
import { formatMac } from '@/lib/model/mac';
import { devicesLists } from '@/lib/model/undo';
import { readSettings } from '@/lib/store/meta';
import type { WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { MatchingContext } from '../context';
import { configurationFields } from '../create/configuration-executor';
import { readConfigurations } from '../live';
import { remember } from '../undo/remember';

type Create = Extract<JournalWrite, { kind: 'create-found' }>;
type Document = Extract<JournalWrite, { kind: 'document-mac' }>;
export type FoundWrite = Create | Document;

type Context = Pick<MatchingContext, 'clients'>;
type ItGlue = Pick<
  ItGlueClient,
  'configuration' | 'configurationsPage' | 'createConfiguration' | 'updateConfiguration'
>;

/** By the MAC alone: whatever is decided about it, it is one thing. */
export const foundKey = ({ organizationId, mac }: Pick<FoundWrite, 'organizationId' | 'mac'>) =>
  `found ${organizationId} ${mac}`;

/** Documents a device that was found on a port, for which nothing else stands than its MAC. */
export function foundExecutor(
  context: Context,
  itGlue: ItGlue,
  wanted: FoundWrite & { readonly organizationName: string },
  statusId: () => Promise<string | null>,
): Executor<Configuration> {
  return wanted.kind === 'create-found'
    ? createFound(context, itGlue, wanted, statusId)
    : documentMac(context, itGlue, wanted);
}

/** What the organization has under the MAC by now, in whatever form it was typed. */
async function withMac(
  context: Context,
  itGlue: ItGlue,
  { organizationId, mac }: FoundWrite,
): Promise<readonly Configuration[]> {
  const all = await readConfigurations(context, organizationId);
  // What another browser wrote a moment ago need not be in the list's pages yet.
  const latest = await itGlue.configurationsPage(1, {
    organizationIds: [organizationId],
    macAddress: formatMac(mac),
  });
  const rows = [...all.rows.filter(({ macs }) => macs.includes(mac)), ...latest.rows];
  if (rows.length === 0)
    for (const list of [all, latest])
      sureOfNone(list, 'GET /configurations', ['attributes.mac-address']);
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function createFound(
  context: Context,
  itGlue: ItGlue,
  wanted: Create & { readonly organizationName: string },
  statusId: () => Promise<string | null>,
): Executor<Configuration> {
  const { organizationId, organizationName, mac, name, typeId, manufacturerId } = wanted;
  const there = () => withMac(context, itGlue, wanted);
  return {
    subject: { resource: 'configuration', name, organizationId, organizationName },
    changes: configurationFields,
    async before() {
      const [row] = await there();
      return row ? refused({ kind: 'exists', name: row.name }) : { next: 'send', known: [] };
    },
    async send() {
      const status = await statusId();
      return itGlue.createConfiguration(organizationId, {
        name,
        typeId,
        macAddress: formatMac(mac),
        ...(status !== null && { statusId: status }),
        ...(manufacturerId !== null && { manufacturerId }),
      });
    },
    find: async (known) =>
      firstCopy((await there()).filter(({ id }) => !known.includes(id))) ?? null,
    async removeDuplicates(answered, known) {
      // Only what says what was sent: one of this MAC that says something else a user made.
      const copies = (await there()).filter(
        (row) => !known.includes(row.id) && row.name === name && row.hostname === null,
      );
      const kept = firstCopy(copies);
      if (!kept || kept.archived) return { result: answered, duplicates: [] };
      const duplicates = [];
      for (const { id, archived } of copies.filter((row) => row.id !== kept.id))
        duplicates.push({ id, archived: archived || (await archive(itGlue, id)) });
      return { result: kept, duplicates };
    },
    idOf: ({ id }) => id,
    async commit(transaction, configuration, { found, at }) {
      await keep(transaction, configuration);
      if (found) return;
      const { id: configurationId } = configuration;
      await stored.createdConfigurations.put(transaction, { configurationId, at });
      await remember(transaction, await readSettings(transaction), {
        lists: devicesLists(organizationId),
        at,
        action: 'create',
        configurations: [
          { configurationId, organizationId, name, before: null, after: null, created: true },
        ],
      });
    },
  };
}

/** Fills an empty field only: what people documented is never written over. */
function documentMac(
  context: Context,
  itGlue: ItGlue,
  wanted: Document & { readonly organizationName: string },
): Executor<Configuration> {
  const { organizationId, organizationName, configurationId, mac, name } = wanted;
  const read = () => itGlue.configuration(configurationId);
  return {
    subject: {
      resource: 'configuration',
      name,
      organizationId,
      organizationName,
      fields: ['MAC Address'],
    },
    // Only an empty field is filled.
    changes: () => fieldChanges([['MAC Address', null, formatMac(mac)]]),
    did: 'updated',
    repeatable: true,
    async before() {
      const row = await read();
      if (row.organizationId !== organizationId) return refused({ kind: 'row-gone' });
      if (row.macs.includes(mac)) return { next: 'adopt', result: row };
      if (row.macAddress !== null) return refused({ kind: 'has-mac', mac: row.macAddress });
      const [other] = await withMac(context, itGlue, wanted);
      return other ? refused({ kind: 'exists', name: other.name }) : { next: 'send', known: [] };
    },
    send: () => itGlue.updateConfiguration(configurationId, { macAddress: formatMac(mac) }),
    async find() {
      const row = await read();
      return row.macs.includes(mac) ? row : null;
    },
    idOf: ({ id }) => id,
    async commit(transaction) {
      // An answer to a change leaves the interfaces out: only what is sure is taken over.
      await stored.configurations.changeMany(transaction, [configurationId], (row) => ({
        ...row,
        macAddress: row.macAddress ?? formatMac(mac),
        macs: row.macs.includes(mac) ? row.macs : [...row.macs, mac],
      }));
    },
  };
}

async function keep(transaction: WriteTransaction, configuration: Configuration): Promise<void> {
  await stored.configurations.put(transaction, configuration);
  await stored.seen.now(transaction, 'configurations', [configuration.id]);
}

/** @returns `false` where IT Glue would not, as for one that is synced with a PSA */
async function archive(itGlue: ItGlue, id: Configuration['id']): Promise<boolean> {
  try {
    await itGlue.updateConfiguration(id, { archived: true });
    return true;
  } catch {
    return false;
  }
}

const refused = (refusal: JournalRefusal) => ({ next: 'refuse' as const, refusal });
