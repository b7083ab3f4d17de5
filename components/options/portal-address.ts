import type { Connection, Region } from '@/lib/model/settings';

/**
 * Reads what people paste into the subdomain field: `https://acme.eu.itglue.com/123/configurations`,
 * `acme.itglue.com`, or just `acme`.
 * @returns the subdomain in lower case, and the region where the address tells it (an address
 *   without a region's label is in the US); `null` where it is no address of an IT Glue portal
 */
export function readPortalAddress(
  text: string,
): { readonly subdomain: string; readonly region: Region | null } | null {
  const host = /^(?:https?:\/\/)?([^/?#]+)/i.exec(text.trim())?.[1]?.toLowerCase();
  const [, subdomain, domain, region] =
    /^([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)(\.(?:(eu|au)\.)?itglue\.com)?$/.exec(host ?? '') ?? [];
  if (!subdomain || (domain && ['www', 'api', 'app', 'eu', 'au'].includes(subdomain))) return null;
  return { subdomain, region: domain ? ((region as Region | undefined) ?? 'us') : null };
}

/** The host of a tenant's portal, e.g. `acme.eu.itglue.com`. */
export function portalHost({
  region,
  subdomain,
}: Pick<Connection, 'region' | 'subdomain'>): string {
  return `${subdomain}.${region === 'us' ? '' : `${region}.`}itglue.com`;
}
