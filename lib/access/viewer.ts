import type { Viewer } from '@/lib/access/access';
import { viewerOf } from '@/lib/access/access';
import type { UserId } from '@/lib/model/ids';
import { readSettings } from '@/lib/store/meta';
import type { Reader } from '@/lib/store/table';
import * as stored from '@/lib/store/stored';

/** What the person chosen in the options may see, as users and groups were at the last sync. */
export async function readViewer(from: Reader): Promise<Viewer> {
  const { userId } = await readSettings(from);
  return readViewerOf(from, userId);
}

/** What a user may see, as users and groups were at the last sync. */
export async function readViewerOf(from: Reader, user: UserId | null): Promise<Viewer> {
  const row = user === null ? undefined : await stored.users.get(from, user);
  const viewer = viewerOf(user, row ? [row] : [], []);
  if (!row || viewer.access !== 'own') return viewer;
  // Whether a Manager's groups cover all organizations.
  const ids = await stored.organizations.keys(from);
  return viewerOf(
    user,
    [row],
    ids.map((id) => ({ id })),
  );
}
