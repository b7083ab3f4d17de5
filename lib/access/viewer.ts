import type { Viewer } from '@/lib/access/access';
import { viewerOf } from '@/lib/access/access';
import { readSettings } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';

/** What the person chosen in the options may see, as users and groups were at the last sync. */
export async function readViewer(store: Database): Promise<Viewer> {
  const [{ userId }, users, ids] = await Promise.all([
    readSettings(store),
    stored.users.all(store),
    stored.organizations.keys(store),
  ]);
  return viewerOf(
    userId,
    users,
    ids.map((id) => ({ id })),
  );
}
