import { readViewerOf } from '@/lib/access/viewer';
import { networkId, organizationId, type UserId } from '@/lib/model/ids';
import type { DeviceKey } from '@/lib/model/device';
import { ProblemError } from '@/lib/model/problem-error';
import type { Overruled } from '@/lib/model/team-mark';
import { readMeta, writeMeta } from '@/lib/store/meta';
import type { WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { Replacement } from '@/lib/team/merge';
import { decideIn } from '@/lib/team/team';
import type { StoreTransaction } from './memory';
import { knownEntry, saysSame } from './shared-values';

/** People are told of so many at most. */
const most = 200;

/** Whether people are told of it: what a network or a device is matched to. */
const isTold = (key: string): boolean => key.startsWith('n:') || key.startsWith('d:');

/** Remembers decisions of this browser that others' took the place of, made without seeing them. */
export async function noteOverruled(
  team: StoreTransaction,
  replaced: readonly Replacement[],
): Promise<void> {
  const { transaction } = team;
  const { browser } = await team.state();
  const before: Overruled = (await readMeta(transaction, 'teamOverruled')) ?? {};
  const found = replaced.flatMap(({ before: mine, after, unseen }) =>
    mine &&
    unseen &&
    mine.at.browser === browser &&
    after.at.browser !== browser &&
    isTold(after.key)
      ? [[mine.key, mine.value] as const]
      : [],
  );
  if (found.length === 0) return;
  const all = { ...before, ...Object.fromEntries(found) };
  await writeMeta(
    transaction,
    'teamOverruled',
    Object.fromEntries(Object.entries(all).slice(-most)),
  );
}

/** People decided about these once more, or want to hear no more of it. */
export async function forgetOverruled(
  transaction: WriteTransaction,
  keys: readonly string[],
): Promise<void> {
  const before = (await readMeta(transaction, 'teamOverruled')) ?? {};
  const left = Object.entries(before).filter(([key]) => !keys.includes(key));
  if (left.length < Object.keys(before).length)
    await writeMeta(transaction, 'teamOverruled', Object.fromEntries(left));
}

/**
 * Decides once more what another's decision took the place of; it is yet to be brought about.
 * @param now milliseconds since 1970, by IT Glue's clock as far as it is known
 * @throws ProblemError for who may not decide it
 */
export async function decideAgain(
  team: StoreTransaction,
  key: string,
  user: UserId | null,
  now: number,
): Promise<void> {
  const { transaction } = team;
  const mine = (await readMeta(transaction, 'teamOverruled'))?.[key];
  if (mine === undefined) return;
  if (!(await mayDecide(transaction, key, user))) throw new ProblemError({ kind: 'not-permitted' });
  const [row] = await stored.sharedEntries.getMany(transaction, [key]);
  if (!saysSame(key, mine, row?.entry.value)) await decideIn(team, { key, value: mine, user, now });
  await forgetOverruled(transaction, [key]);
}

/** Whether the user may decide about both, what stands and what is to stand. */
async function mayDecide(
  transaction: WriteTransaction,
  key: string,
  user: UserId | null,
): Promise<boolean> {
  const viewer = await readViewerOf(transaction, user);
  const mine = knownEntry(key, (await readMeta(transaction, 'teamOverruled'))?.[key] ?? null);
  if (mine?.kind !== 'n' && mine?.kind !== 'd') return false;
  if (typeof mine.value === 'object' && !viewer.mayOrganization(organizationId(mine.value.o)))
    return false;
  const network =
    mine.kind === 'n'
      ? networkId(mine.of)
      : (await stored.devices.get(transaction, mine.of as DeviceKey))?.networkId;
  if (network === undefined) return false;
  return viewer.mayNetwork(await stored.networkMatches.get(transaction, network));
}
