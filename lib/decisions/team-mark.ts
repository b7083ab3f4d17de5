import { userId, type ConfigurationId } from '@/lib/model/ids';
import type { SharedEntry, SharedValue } from '@/lib/model/shared-entry';
import type { TeamMark } from '@/lib/model/team-mark';
import { readMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { Reader } from '@/lib/store/table';

/**
 * Who of the company decided about these networks and devices.
 * @param keys as the company's entries have them: `n:135587`
 * @returns what people are told of a row by its key; `null` where another did not decide what stands there:
 * `ignored`, `none`, or the id of the organization or configuration
 */
export async function readTeamMarks(
  store: Database,
  keys: readonly string[],
): Promise<(key: string, stands: string) => TeamMark | null> {
  const told = await readTold(store);
  if (!told) return () => null;
  const [rows, users] = await Promise.all([
    stored.sharedEntries.getMany(store, keys),
    stored.users.all(store),
  ]);
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const entries = new Map(rows.map(({ key, entry }) => [key, entry]));
  return (key, stands) => {
    const entry = entries.get(key);
    return entry && counterpart(entry.value) === stands
      ? told(entry, (user) => names.get(userId(user)))
      : null;
  };
}

/** Who of the company matched the device to the configuration; `null` where another did not. */
export async function readTeamMark(
  from: Reader,
  key: string,
  configuration: ConfigurationId,
): Promise<TeamMark | null> {
  const entry = (await stored.sharedEntries.get(from, key))?.entry;
  return entry && counterpart(entry.value) === configuration ? markOf(from, entry) : null;
}

/** That another's decision took the device that was matched to the configuration here. */
export async function readLost(
  from: Reader,
  configuration: ConfigurationId,
): Promise<TeamMark | null> {
  const overruled = Object.entries((await readMeta(from, 'teamOverruled')) ?? {});
  const [key] = overruled.find(([, value]) => counterpart(value) === configuration) ?? [];
  const row = key === undefined ? undefined : await stored.sharedEntries.get(from, key);
  return row ? markOf(from, row.entry) : null;
}

async function markOf(from: Reader, entry: SharedEntry): Promise<TeamMark | null> {
  const told = await readTold(from);
  const user = entry.user === null ? undefined : await stored.users.get(from, userId(entry.user));
  return told && told(entry, () => user?.name);
}

/** Words an entry of another browser; `null` where nothing is shared. */
async function readTold(from: Reader) {
  const [team, overruled = {}, ahead = 0] = await Promise.all([
    readMeta(from, 'team'),
    readMeta(from, 'teamOverruled'),
    readMeta(from, 'itGlueClock'),
  ]);
  if (!team || team.cursor === null) return null;
  return (
    { key, user, at }: SharedEntry,
    nameOf: (user: string) => string | undefined,
  ): TeamMark | null =>
    at.browser === team.browser
      ? null
      : {
          key,
          by: (user !== null && nameOf(user)) || '',
          at: new Date(at.ms - ahead).toISOString(),
          overruled: Object.hasOwn(overruled, key),
        };
}

/** The organization or configuration that is decided for a network or device, or what stands in its place. */
function counterpart(value: SharedValue): SharedValue | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const { c, o } = value as { readonly c?: SharedValue; readonly o?: SharedValue };
  return c ?? o;
}
