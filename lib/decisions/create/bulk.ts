import type { Viewer } from '@/lib/access/access';
import type { Journal } from '@/lib/journal/journal';
import type { Configuration } from '@/lib/model/configuration';
import type { Device, DeviceKey } from '@/lib/model/device';
import type { OrganizationId } from '@/lib/model/ids';
import type { JournalWrite } from '@/lib/model/journal';
import { formatMac } from '@/lib/model/mac';
import { normalizeName } from '@/lib/model/name';
import { write } from '@/lib/store/open';
import { deviceLabel } from '@/lib/model/device';
import type { CreationPreview, DecisionResult } from '@/lib/views/matching';
import { byViewer, type MatchingContext } from '../context';
import { readOrganization } from '../organization-state';
import { answered, refuse } from '../decision-refused';
import { ProblemError } from '@/lib/model/problem-error';
import { openBatch } from './batch';
import { configurationKey } from './configuration-executor';
import { configurationName, isSuggested, mustDecide } from './drafts';
import { openSuggestions } from '@/lib/matching/open-suggestions';
import type { TypesService } from './types';
import * as stored from '@/lib/store/stored';

type Draft = Extract<JournalWrite, { kind: 'create-configuration' }>;
type Left = CreationPreview['left'][number];

export interface BulkCreation {
  preview(
    viewer: Viewer,
    organizationId: OrganizationId,
    keys: readonly DeviceKey[],
  ): Promise<CreationPreview>;
  /** Writes down what is to be created and leaves the work to the background. */
  start(
    viewer: Viewer,
    organizationId: OrganizationId,
    keys: readonly DeviceKey[],
  ): Promise<DecisionResult>;
  /** Takes back what was not sent yet; what is under way is taken to its end. */
  stop(viewer: Viewer, batchId: string): Promise<void>;
  /** Forgets the result of a creation that is done. */
  dismiss(viewer: Viewer, batchId: string): Promise<void>;
}

export function createBulkCreation(options: {
  readonly context: MatchingContext;
  readonly journal: Journal;
  readonly types: TypesService;
  /** Told when there is something to work on. */
  readonly planned: () => void;
}): BulkCreation {
  const { context, journal, types } = options;
  const { store } = context;

  /** The devices that a configuration can be made for, and why the others are left out. */
  async function plan(organizationId: OrganizationId, keys: readonly DeviceKey[]) {
    const state = await readOrganization(store, organizationId);
    const devices = new Map(state.devices.map((device) => [device.key, device]));
    const decided = new Set(state.deviceMatches.map(({ deviceKey }) => deviceKey));
    const suggestions = openSuggestions(state);
    const possible: Device[] = [];
    const left: Left[] = [];
    for (const key of new Set(keys)) {
      const device = devices.get(key);
      if (!device) continue;
      if (decided.has(key)) left.push(leave(device, 'decided'));
      else if (mustDecide(suggestions.get(key))) left.push(leave(device, 'suggestion-undecided'));
      else possible.push(device);
    }
    const typeIds = await types.resolve(possible.map(({ kind }) => kind));
    const drafts = possible.flatMap((device) => {
      const typeId = typeIds.get(device.kind);
      if (typeId !== undefined) return [{ device, typeId }];
      left.push(leave(device, 'no-type'));
      return [];
    });
    return { drafts, left, suggestions, configurations: state.configurations };
  }

  async function start(
    viewer: Viewer,
    organizationId: OrganizationId,
    keys: readonly DeviceKey[],
  ): Promise<DecisionResult> {
    if (!viewer.mayOrganization(organizationId)) return refuse({ kind: 'not-permitted' });
    if (await stored.failedCredentials.read(store))
      return refuse({ kind: 'problem', problem: { kind: 'credentials', side: 'itglue' } });
    if (!(await context.clients()))
      return refuse({ kind: 'problem', problem: await stored.whyNoKeys(store) });
    const by = byViewer(context, viewer);
    let planned: Awaited<ReturnType<typeof plan>>;
    try {
      planned = await plan(organizationId, keys);
    } catch (error) {
      if (error instanceof ProblemError) return refuse({ kind: 'problem', problem: error.problem });
      throw error;
    }
    const { drafts, left } = planned;
    const count = await write(store, async (transaction) => {
      const matches = await stored.deviceMatches.getMany(
        transaction,
        drafts.map(({ device }) => device.key),
      );
      // Decided since it was planned, or being created already.
      const decided = new Set(matches.map(({ deviceKey }) => deviceKey));
      const planned = new Set((await stored.journalRows.open(transaction)).map(({ key }) => key));
      const fresh: Draft[] = [];
      for (const { device, typeId } of drafts) {
        const draft = draftOf(device, organizationId, typeId);
        const key = configurationKey(draft);
        if (decided.has(device.key) || planned.has(key)) continue;
        planned.add(key);
        fresh.push(draft);
      }
      if (fresh.length === 0) return 0;
      const batch = await openBatch(
        transaction,
        context.newId,
        organizationId,
        { archives: false },
        by,
        viewer.userId,
      );
      const already = await stored.journalRows.ofBatch.count(transaction, batch);
      await Promise.all(
        fresh.map((draft, place) =>
          journal.plan(transaction, `${batch} ${String(already + place).padStart(6, '0')}`, {
            batch,
            key: configurationKey(draft),
            write: draft,
            who: by.who,
          }),
        ),
      );
      return fresh.length;
    });
    context.committed();
    if (count > 0) {
      options.planned();
      return { ok: true, count };
    }
    if (left.some(({ why }) => why === 'suggestion-undecided'))
      return refuse({ kind: 'suggestion-undecided' });
    if (left.some(({ why }) => why === 'no-type'))
      return refuse({
        kind: 'problem',
        problem: {
          kind: 'not-found',
          side: 'itglue',
          cause: { kind: 'no-configuration-type' },
        },
      });
    return refuse({ kind: 'decided-meanwhile' });
  }

  return {
    async preview(viewer, organizationId, keys) {
      if (!viewer.mayOrganization(organizationId))
        throw new ProblemError({ kind: 'not-permitted' });
      const { drafts, left, suggestions, configurations } = await plan(organizationId, keys);
      const hasName = sameNames(
        drafts.map(({ device }) => configurationName(device).name),
        configurations,
      );
      const names = await types.list().catch(() => []);
      const typeNames = new Map(names.map(({ id, name }) => [id, name]));
      return {
        rows: drafts.map(({ device, typeId }) => {
          const { name, cut } = configurationName(device);
          return {
            deviceKey: device.key,
            name,
            nameCut: cut,
            sameName: isSuggested(suggestions.get(device.key)) ? 'suggestion' : hasName(name),
            mac: device.mac && formatMac(device.mac),
            ip: device.ip,
            serialNumber: device.serialNumber,
            type: typeNames.get(typeId) ?? null,
            model: device.model,
          };
        }),
        left,
      };
    },

    start: (viewer, organizationId, keys) => answered(() => start(viewer, organizationId, keys)),

    async stop(viewer, batchId) {
      await write(store, async (transaction) => {
        const batch = await stored.batches.get(transaction, batchId);
        if (batch?.state !== 'open' || batch.archives) return;
        if (!viewer.mayOrganization(batch.organizationId))
          throw new ProblemError({ kind: 'not-permitted' });
        const rows = await stored.journalRows.ofBatch.all(transaction, batchId);
        const unsent = rows.filter(({ state }) => state === 'planned').map(({ id }) => id);
        await stored.journalRows.removeAll(transaction, unsent);
        const stopped = (batch.stopped ?? 0) + unsent.length;
        await stored.batches.put(transaction, { ...batch, stopped });
      });
      context.committed();
      // Closes the batch where nothing of it is under way any more.
      options.planned();
    },

    async dismiss(viewer, batchId) {
      await write(store, async (transaction) => {
        const batch = await stored.batches.get(transaction, batchId);
        if (batch?.state !== 'done') return;
        if (!viewer.mayOrganization(batch.organizationId))
          throw new ProblemError({ kind: 'not-permitted' });
        await stored.batches.forget(transaction, batchId);
      });
      context.committed();
    },
  };
}

const draftOf = (device: Device, organizationId: OrganizationId, typeId: string): Draft => ({
  kind: 'create-configuration',
  organizationId,
  deviceKey: device.key,
  name: configurationName(device).name,
  mac: device.mac,
  ip: device.ip,
  typeId,
  model: device.model,
});

const leave = (device: Device, why: Left['why']): Left => ({
  deviceKey: device.key,
  name: deviceLabel(device),
  why,
});

/** Tells of each name that is to be written who else has it. */
function sameNames(
  names: readonly string[],
  configurations: readonly Pick<Configuration, 'name' | 'archived'>[],
): (name: string) => CreationPreview['rows'][number]['sameName'] {
  const times = new Map<string, number>();
  for (const name of names.map(normalizeName)) times.set(name, (times.get(name) ?? 0) + 1);
  const taken = new Set(
    configurations.filter(({ archived }) => !archived).map(({ name }) => normalizeName(name)),
  );
  return (name) => {
    const normal = normalizeName(name);
    if (taken.has(normal)) return 'configuration';
    return (times.get(normal) ?? 0) > 1 ? 'row' : null;
  };
}
