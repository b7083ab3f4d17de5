import { isSamePortal } from '@/lib/model/portal';
import { portalPage } from '@/lib/model/portal-page';
import type { PageMeasure } from '@/lib/model/setup-check';
import { parseMeasure } from '@/lib/portal/measured';
import { readMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import type { WorkerBrowser } from '../platform';
import { portalTabs, runInTab } from '../portal-tabs';

/** What WXT builds of entrypoints/portal-measure.ts. */
const measureFile = '/portal-measure.js';

/** Measures a configuration's page of the connected portal that is open in a tab; one that shows a panel first. */
export async function measureOpenPage(
  browser: Pick<WorkerBrowser, 'tabs' | 'scripting'>,
  store: Database,
): Promise<PageMeasure | null> {
  const connection = await readMeta(store, 'connection');
  let measured: PageMeasure | null = null;
  for (const tab of await portalTabs(browser)) {
    const isHere = isSamePortal(tab.portal, connection);
    if (!isHere || portalPage(tab.url).kind !== 'configuration') continue;
    const measure = parseMeasure(await runInTab(browser, tab, measureFile));
    if (measure?.placedBy) return measure;
    measured ??= measure;
  }
  return measured;
}
