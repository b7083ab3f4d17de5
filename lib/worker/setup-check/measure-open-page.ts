import * as z from 'zod/mini';
import { portalPage, portalTenant } from '@/lib/model/portal-page';
import type { PageMeasure } from '@/lib/model/setup-check';
import { parseMeasure } from '@/lib/portal/measured';
import { readMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import type { WorkerBrowser } from '../platform';

/** What WXT builds of entrypoints/portal-measure.ts. */
const measureFile = '/portal-measure.js';

const injected = z.catch(z.array(z.object({ result: z.unknown() })), []);

/** Measures a configuration's page of the connected portal that is open in a tab; one that shows a panel first. */
export async function measureOpenPage(
  { tabs, scripting }: Pick<WorkerBrowser, 'tabs' | 'scripting'>,
  store: Database,
): Promise<PageMeasure | null> {
  const connection = await readMeta(store, 'connection');
  let measured: PageMeasure | null = null;
  for (const { id, url = '' } of await tabs.query({ url: 'https://*.itglue.com/*' })) {
    const tenant = portalTenant(url);
    const here =
      tenant?.subdomain === connection?.subdomain && tenant?.region === connection?.region;
    if (id === undefined || !here || portalPage(url).kind !== 'configuration') continue;
    const results = await scripting
      .executeScript({ target: { tabId: id }, files: [measureFile], injectImmediately: true })
      // A tab that shows an error page of the browser's.
      .catch(() => []);
    const measure = parseMeasure(injected.parse(results)[0]?.result);
    if (measure?.placedBy) return measure;
    measured ??= measure;
  }
  return measured;
}
