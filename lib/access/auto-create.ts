import type { Reader } from '@/lib/store/table';
import * as stored from '@/lib/store/stored';
import type { Viewer } from './access';

/** Whether the user may switch Auto-Create: an Administrator, or a Manager of every organization that it documents or would document. */
export async function maySwitchAutoCreate(from: Reader, viewer: Viewer): Promise<boolean> {
  if (viewer.access !== 'own') return viewer.access === 'all';
  const [matches, documented] = await Promise.all([
    stored.networkMatches.all(from),
    stored.documentedSsids.all(from),
  ]);
  const touched = [
    ...matches.flatMap((match) => (match.state === 'matched' ? [match.organizationId] : [])),
    ...documented.map(({ slot }) => slot.organizationId),
  ];
  return touched.length > 0 && touched.every(viewer.mayOrganization);
}
