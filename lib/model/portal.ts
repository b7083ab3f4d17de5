import { regions, type Region } from './settings';

/** What stands between the subdomain and `itglue.com`. */
const regionLabels: Readonly<Record<Region, string>> = { us: '', eu: '.eu', au: '.au' };

/** The tenant's portal. */
export interface Portal {
  /** `acme` of `https://acme.eu.itglue.com`. */
  readonly subdomain: string;
  readonly region: Region;
}

/** The host of a tenant's portal: `acme.eu.itglue.com` for `acme` in `eu`. */
export const portalHost = ({ subdomain, region }: Portal): string =>
  `${subdomain}${regionLabels[region]}.itglue.com`;

/** The address of a tenant's portal, without a slash at its end. */
export const portalAddress = (portal: Portal): string => `https://${portalHost(portal)}`;

/** Whether both are one tenant's; none is nobody's. */
export const isSamePortal = (one: Portal, other: Portal | null | undefined): boolean =>
  one.subdomain === other?.subdomain && one.region === other.region;

/** The portal a host name belongs to, `null` for the vendor's own hosts and all others. */
export function portalOfHost(host: string): Portal | null {
  for (const region of [...regions].reverse()) {
    const tail = `${regionLabels[region]}.itglue.com`;
    if (!host.endsWith(tail)) continue;
    const subdomain = host.slice(0, -tail.length);
    return isSubdomain(subdomain) ? { subdomain, region } : null;
  }
  return null;
}

/** What a user typed or pasted as the subdomain; `region` is `null` where the text does not tell. */
export type PortalReading =
  | { readonly ok: true; readonly subdomain: string; readonly region: Region | null }
  | { readonly ok: false; readonly problem: 'empty' | 'not-itglue' | 'not-a-subdomain' };

/**
 * Reads a subdomain (`acme`), a host name (`acme.eu.itglue.com`) or any address of the portal
 * (`https://acme.eu.itglue.com/12/configurations`).
 */
export function parsePortal(text: string): PortalReading {
  const clean = text.trim().toLowerCase();
  if (clean === '') return { ok: false, problem: 'empty' };
  if (isSubdomain(clean)) return { ok: true, subdomain: clean, region: null };
  const host = hostOf(clean);
  if (host === null || !host.includes('.')) return { ok: false, problem: 'not-a-subdomain' };
  if (!host.endsWith('.itglue.com') && host !== 'itglue.com')
    return { ok: false, problem: 'not-itglue' };
  const portal = portalOfHost(host);
  return portal === null ? { ok: false, problem: 'not-a-subdomain' } : { ok: true, ...portal };
}

function hostOf(text: string): string | null {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//.test(text) ? text : `https://${text}`);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.hostname : null;
  } catch {
    return null;
  }
}

/** Labels that stand where a subdomain stands but are the vendor's own. */
const reserved = ['api', 'app', 'www', ...regions];

function isSubdomain(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text) && !reserved.includes(text);
}
