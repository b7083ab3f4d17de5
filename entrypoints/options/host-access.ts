import { browser } from 'wxt/browser';
import type { Client } from '@/components/state/client';

/**
 * Asks the browser for the vendors' hosts before Connect is sent, and answers `no-host-access` when a person says no:
 * Firefox lets people take hosts away in about:addons, and before 127 granted none at installation. Where all are
 * granted the browser shows nothing. `permissions.request` has to come in the turn of the click, so nothing is awaited
 * before it.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/host_permissions
 */
export function withHostAccess(send: Client['send']): Client['send'] {
  return async (name, ...request) => {
    if (name === 'connection.connect' && !(await requestHosts())) {
      const failures = [{ field: 'form', reason: 'no-host-access' }];
      return { ok: true, value: { ok: false, failures } } as never;
    }
    return send(name, ...request);
  };
}

interface Manifest {
  readonly host_permissions?: string[];
}

async function requestHosts(): Promise<boolean> {
  const { host_permissions: origins = [] } = browser.runtime.getManifest() as Manifest;
  try {
    return await browser.permissions.request({ origins });
  } catch {
    // Not in the turn of a person's action: then what is granted already is all there is.
    return browser.permissions.contains({ origins });
  }
}
