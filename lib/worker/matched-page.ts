import { configurationUrl } from '@/lib/decisions/configuration-url';
import type { ConfigurationId } from '@/lib/model/ids';
import { readMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';

/** The portal's page of a configuration that a device is matched to: any one; `null` where there is none. */
export async function matchedPage(
  store: Database,
): Promise<{ readonly configurationId: ConfigurationId; readonly url: string } | null> {
  const connection = await readMeta(store, 'connection');
  const match = await stored.deviceMatches.ofConfiguration.anyRow(store);
  if (!connection || match?.state !== 'matched') return null;
  const { organizationId, configurationId } = match;
  return { configurationId, url: configurationUrl(connection, organizationId, configurationId) };
}
