import * as z from 'zod/mini';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import type { Portal } from '@/lib/model/portal';
import { portalTenant } from '@/lib/model/portal-page';
import type { WorkerBrowser } from './platform';

/** A tab that shows a page of a tenant's portal. */
export interface PortalTab {
  readonly id: number;
  readonly url: string;
  readonly portal: Portal;
}

/** The tabs that show any tenant's portal. */
export async function portalTabs({ tabs }: Pick<WorkerBrowser, 'tabs'>): Promise<PortalTab[]> {
  const open = await tabs.query({ url: 'https://*.itglue.com/*' });
  return open.flatMap(({ id, url = '' }) => {
    const portal = portalTenant(url);
    return portal && id !== undefined ? [{ id, url, portal }] : [];
  });
}

const injected = z.catch(z.array(z.object({ result: z.unknown() })), []);

/** Runs a script of the build in a tab. @returns what it says; `undefined` from a tab that shows an error page of the browser's */
export async function runInTab(
  { scripting }: Pick<WorkerBrowser, 'scripting'>,
  { id }: PortalTab,
  file: ScriptPublicPath,
): Promise<unknown> {
  const results = await scripting
    .executeScript({ target: { tabId: id }, files: [file], injectImmediately: true })
    .catch(() => []);
  return injected.parse(results)[0]?.result;
}
