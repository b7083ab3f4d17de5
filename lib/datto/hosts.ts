/** The vendor's API servers, by name. Source: `api/` of `cloudtrax/docs`. */
export type DattoHost = 'api.cloudtrax.com' | 'api-v2.cloudtrax.com' | 'api-v3.cloudtrax.com';

/** A key belongs to one of these; in the order in which they are tried. */
export const keyHosts = [
  'api.cloudtrax.com',
  'api-v2.cloudtrax.com',
] as const satisfies DattoHost[];
/** One of the hosts a key can belong to. */
export type KeyHost = (typeof keyHosts)[number];

export const powerStripHost: DattoHost = 'api-v3.cloudtrax.com';

/** ASSUMED (the public reference has no router section): newer system first, then the older one. */
export const routerHosts: readonly DattoHost[] = ['api-v2.cloudtrax.com', 'api.cloudtrax.com'];
