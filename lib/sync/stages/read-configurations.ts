import { ItGlueError } from '@/lib/itglue/errors';
import type { Configuration } from '@/lib/model/configuration';
import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import type { Problem } from '@/lib/model/problem';
import type { Rows } from '@/lib/model/rows';
import { readMeta, writeMeta } from '@/lib/store/meta';
import type { Database, ReadPart, WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { SyncClients } from '../clients';
import { withinReach } from '../problems';
import { skippedRows } from '../skipped';
import type { StageContext, StepOutcome } from '../stage';
import {
  inParts,
  stepText,
  wholeSteps,
  type NewestStep,
  type PagesRead,
  type WholeStep,
} from './configuration-steps';

/** So many of those that changed last are asked for at first, and then where they do not reach back far enough. */
export const newestCounts = [100, 1000] as const;
/** From so many organizations on a refusal may be one of the address. */
const manyIds = 10;

type Context = StageContext<SyncClients>;

/** Reads a page, and says what of the organizations is read whole after the last one. */
export async function readWhole(context: Context, step: WholeStep): Promise<StepOutcome> {
  const { run, store, clients, now, signal } = context;
  const { ids, page } = step;
  const keys = await storedKeys(context);
  const askedAt = now();
  const asked = await withinReach(
    orTooLong(ids, clients.itGlue.configurationsPage(ids, page, signal)),
  );
  if ('outOfReach' in asked) {
    // One of them is refused for all; by itself it is named, and its configurations stay.
    if (ids.length > 1) return { next: halves(ids) };
    return refused(store, ids[0]!, asked.outOfReach);
  }
  const list = asked.answer;
  if (list === 'too-long') return { next: halves(ids) };
  const parts = inParts(step, list);
  // The list began again with smaller pages.
  const before = list.at.number > 1 ? step.before : null;
  const read: PagesRead = {
    from: before?.from ?? askedAt,
    total: before && before.total !== list.totalCount ? null : list.totalCount,
    rows: (before?.rows ?? 0) + list.rows.length,
    newest: latest(before?.newest ?? null, list.newest),
    inOrder: (before?.inOrder ?? true) && isById(list.rows),
  };
  const next =
    list.nextPage === null ? [] : [stepText({ ...step, page: list.nextPage, before: read })];
  const pages = list.at.number;
  const isWhole = next.length === 0 && parts === null && read.inOrder && read.rows === read.total;
  const { from, newest } = read;
  const part: ReadPart = { organizations: ids, whole: true, pages, from, to: now(), newest };
  return {
    next: parts ?? next,
    skipped: skippedRows('configurations', { kind: 'configuration' }, list.skipped),
    oddFields: list.oddFields,
    write: (transaction) => keep(transaction, list, run.id, keys, isWhole ? part : undefined),
  };
}

/** Reads what changed since it was last read; everything where that does not tell all. */
export async function readNews(context: Context, step: NewestStep): Promise<StepOutcome> {
  const { run, store, now } = context;
  const { ids, count } = step;
  const known = await readMeta(store, 'configurationsKnown');
  const from = now();
  const list = known && (await newsOf(context, step));
  if (!list || !known) return { next: wholeSteps(ids) };
  const { rows, totalCount } = list;
  const times = rows.map(({ updatedAt }) => Date.parse(updatedAt ?? ''));
  const reaches = rows.length === totalCount || times.some((time) => time < known.until);
  const isRead = list.skipped.length === 0 && times.every((time) => !Number.isNaN(time));
  if (isRead && !reaches && count < newestCounts[1])
    return { next: [stepText({ ...step, count: newestCounts[1] })] };
  const there = await stored.configurations.ofOrganization.keysOf(store, ids);
  const all = new Set<string>([...there, ...rows.map(({ id }) => id)]);
  // More or fewer than are known: some went, or came without a change.
  if (!isRead || !reaches || all.size !== totalCount) return { next: wholeSteps(ids) };
  const part: ReadPart = {
    organizations: ids,
    whole: false,
    pages: 1,
    from,
    to: now(),
    newest: times[0] ?? null,
  };
  return {
    oddFields: list.oddFields,
    async write(transaction) {
      const changed = rows.map(({ row }) => row);
      await stored.configurations.putChanged(transaction, changed);
      await noticeVendor(transaction, changed);
      const seen = await stored.configurations.ofOrganization.keysOf(transaction, ids);
      await stored.seen.add(transaction, run.id, 'configurations', seen, part);
    },
  };
}

/** `null` where the account does not tell what changed last. */
async function newsOf({ clients, signal }: Context, { ids, count }: NewestStep) {
  try {
    const asked = await withinReach(clients.itGlue.newestConfigurations(ids, count, signal));
    return 'outOfReach' in asked ? null : asked.answer;
  } catch (error) {
    if (isTooSlow(error) || isRefusal(error)) return null;
    throw error;
  }
}

const isTooSlow = (error: unknown): boolean =>
  error instanceof ItGlueError && (error.kind === 'timeout' || error.status === 504);
const isRefusal = (error: unknown): boolean =>
  error instanceof ItGlueError && error.kind === 'malformed-request';

/** The answer, or that the address may have been too long for it. */
async function orTooLong<Answer>(
  ids: readonly OrganizationId[],
  asked: Promise<Answer>,
): Promise<Answer | 'too-long'> {
  try {
    return await asked;
  } catch (error) {
    if (ids.length <= manyIds || !isRefusal(error)) throw error;
    return 'too-long';
  }
}

function halves(ids: readonly OrganizationId[]): string[] {
  const half = Math.ceil(ids.length / 2);
  return [ids.slice(0, half), ids.slice(half)].flatMap(wholeSteps);
}

/** Whether rows came as they were asked for: an account that heeds no order may seem to sort by what changed last. */
const isById = (rows: readonly { readonly id: string }[]): boolean =>
  rows.every(({ id }, place) => {
    const before = rows[place - 1]?.id ?? '';
    return before.length < id.length || (before.length === id.length && before < id);
  });

const latest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

/** Names the organization whose configurations are out of the key's reach: what is known of them stays. */
async function refused(
  store: Database,
  organizationId: OrganizationId,
  problem: Problem,
): Promise<StepOutcome> {
  const organizationName =
    (await stored.organizations.get(store, organizationId))?.name ?? organizationId;
  const subject = { kind: 'configurations-of', organizationName } as const;
  return { problems: [{ stage: 'configurations', organizationId, subject, problem }] };
}

/** Notes that the vendor's own integration links configurations; writes where that changed. */
async function noticeVendor(transaction: WriteTransaction, rows: readonly Configuration[]) {
  if (!rows.some(({ vendorLinked }) => vendorLinked)) return;
  if (!(await readMeta(transaction, 'vendorIntegration')))
    await writeMeta(transaction, 'vendorIntegration', true);
}

const keysByContext = new WeakMap<Context, Promise<Set<ConfigurationId>>>();

/**
 * The keys of all configurations that may be stored, read once: a read would wait for each commit that is
 * under way, and what cannot be there need not be asked for.
 */
function storedKeys(context: Context): Promise<Set<ConfigurationId>> {
  const known =
    keysByContext.get(context) ??
    stored.configurations.keys(context.store).then((keys) => new Set(keys));
  keysByContext.set(context, known);
  return known;
}

/** Keeps what a page holds. @param part of which organizations that is the last */
async function keep(
  transaction: WriteTransaction,
  { rows, skipped }: Pick<Rows<Configuration>, 'rows' | 'skipped'>,
  runId: string,
  keys: Set<ConfigurationId>,
  part: ReadPart | undefined,
): Promise<void> {
  const known = rows.map(({ id }) => id).filter((id) => keys.has(id));
  await stored.configurations.putChanged(
    transaction,
    rows,
    await stored.configurations.getMany(transaction, known),
  );
  for (const { id } of rows) keys.add(id);
  await noticeVendor(transaction, rows);
  // A row that does not parse today is still a configuration: its last known values stay.
  const ids = [...rows, ...skipped].map(({ id }) => id);
  await stored.seen.add(transaction, runId, 'configurations', ids, part);
}

/** Keeps what was asked for by id. */
export async function keepFound(
  transaction: WriteTransaction,
  found: Pick<Rows<Configuration>, 'rows' | 'skipped'>,
  runId: string,
): Promise<void> {
  await keep(transaction, found, runId, new Set(found.rows.map(({ id }) => id)), undefined);
}
