import { userId, type ConfigurationId } from '@/lib/model/ids';
import type { SharedEntry, SharedValue } from '@/lib/model/shared-entry';
import type { Overruled, TeamMark } from '@/lib/model/team-mark';
import { readMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';

/** What of the shared state people are told about, for one key after the other. */
export interface TeamMarks {
  /**
   * @param stands what is decided: `ignored`, `none`, or the id of the organization or configuration
   * @returns `null` where another did not decide that
   */
  of(key: string, stands: string): TeamMark | null;
  /** What was decided here before another's decision took its place. */
  readonly overruled: Overruled;
}

/** Reads who of the company decided what. @param keys `all`, or those that are asked for */
export async function readTeamMarks(
  store: Database,
  keys: readonly string[] | 'all',
): Promise<TeamMarks> {
  const [team, overruled = {}, ahead = 0] = await Promise.all([
    readMeta(store, 'team'),
    readMeta(store, 'teamOverruled'),
    readMeta(store, 'itGlueClock'),
  ]);
  if (!team || team.cursor === null) return { of: () => null, overruled: {} };
  const [rows, users] = await Promise.all([
    keys === 'all' ? stored.sharedEntries.all(store) : stored.sharedEntries.getMany(store, keys),
    stored.users.all(store),
  ]);
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const entries = new Map<string, SharedEntry>(rows.map(({ key, entry }) => [key, entry]));
  return {
    overruled,
    of(key, stands) {
      const entry = entries.get(key);
      if (!entry || entry.at.browser === team.browser || counterpart(entry.value) !== stands)
        return null;
      return {
        key,
        by: (entry.user !== null && names.get(userId(entry.user))) || '',
        at: new Date(entry.at.ms - ahead).toISOString(),
        overruled: Object.hasOwn(overruled, key),
      };
    },
  };
}

/** The organization or configuration that is decided for a network or device, or what stands in its place. */
function counterpart(value: SharedValue): SharedValue | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const { c, o } = value as { readonly c?: SharedValue; readonly o?: SharedValue };
  return c ?? o;
}

/** That another's decision took the device that was matched to the configuration here. */
export async function readLost(
  store: Database,
  configuration: ConfigurationId,
): Promise<TeamMark | null> {
  const overruled = Object.entries((await readMeta(store, 'teamOverruled')) ?? {});
  const [key] = overruled.find(([, value]) => counterpart(value) === configuration) ?? [];
  if (key === undefined) return null;
  const [row] = await stored.sharedEntries.getMany(store, [key]);
  const stands = row && counterpart(row.entry.value);
  return typeof stands === 'string' ? (await readTeamMarks(store, [key])).of(key, stands) : null;
}
