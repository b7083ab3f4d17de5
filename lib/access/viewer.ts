import type { Viewer } from '@/lib/access/access';
import { viewerOf } from '@/lib/access/access';
import type { UserId } from '@/lib/model/ids';
import { readSettings } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import type { Reader } from '@/lib/store/table';
import * as stored from '@/lib/store/stored';

/** What the person chosen in the options may see, as users and groups were at the last sync. */
export async function readViewer(store: Database): Promise<Viewer> {
  const { userId } = await readSettings(store);
  return readViewerOf(store, userId);
}

/** What a user may see, as users and groups were at the last sync. */
export async function readViewerOf(from: Reader, user: UserId | null): Promise<Viewer> {
  const [users, ids] = await Promise.all([stored.users.all(from), stored.organizations.keys(from)]);
  return viewerOf(
    user,
    users,
    ids.map((id) => ({ id })),
  );
}
