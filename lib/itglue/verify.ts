import * as z from 'zod/mini';
import { portalOfHost, type Portal } from '@/lib/model/portal';
import { regions, type Region } from '@/lib/model/settings';
import { ItGlueError } from './errors';

import { createKeyCheck } from './key-check';
import { createTransport, type Transport, type TransportOptions } from './transport';

/** What a look at IT Glue says of a key, a region and a subdomain. */
export type Verification =
  /** `portal` is `unconfirmed` where the tenant has no configuration yet to tell its address. */
  | { readonly ok: true; readonly portal: 'confirmed' | 'unconfirmed' }
  /** No region takes the key. */
  | { readonly ok: false; readonly problem: 'key' }
  /** The key belongs to a tenant of another region. */
  | { readonly ok: false; readonly problem: 'region'; readonly region: Region }
  /** The key belongs to the tenant with this portal. */
  | { readonly ok: false; readonly problem: 'subdomain'; readonly portal: Portal }
  /**
   * Nothing can be said of the key (no connection, a failing server, too many requests), or it is
   * good and something else keeps it out: its rights, the address, the plan.
   */
  | { readonly ok: false; readonly problem: 'unreachable'; readonly error: ItGlueError };

/** A person waits for the answer. */
const repetitions = 1;

/**
 * Asks for one configuration: the cheapest call that shows whether the key works and, by its
 * `resource-url`, whose tenant it is. Only a refused key is tried in the other regions.
 */
export async function verify(options: TransportOptions, subdomain: string): Promise<Verification> {
  try {
    return await compare(options, subdomain);
  } catch (error) {
    if (!(error instanceof ItGlueError)) throw error;
    if (error.kind !== 'credentials') return { ok: false, problem: 'unreachable', error };
  }
  for (const region of regions.filter((other) => other !== options.region))
    if (await takesKey({ ...options, region })) return { ok: false, problem: 'region', region };
  return { ok: false, problem: 'key' };
}

async function compare(options: TransportOptions, subdomain: string): Promise<Verification> {
  const once = { ...options, repetitions };
  const transport = createTransport(once, undefined, createKeyCheck(once));
  const portal = portalIn(await oneConfiguration(transport));
  if (portal === null) return { ok: true, portal: 'unconfirmed' };
  return portal.subdomain === subdomain.toLowerCase() && portal.region === options.region
    ? { ok: true, portal: 'confirmed' }
    : { ok: false, problem: 'subdomain', portal };
}

const takesKey = (options: TransportOptions): Promise<boolean> =>
  oneConfiguration(createTransport({ ...options, repetitions })).then(
    () => true,
    () => false,
  );

const oneConfiguration = (transport: Transport): Promise<unknown> =>
  transport.get('/configurations', {
    'page[size]': '1',
    'page[number]': '1',
  });

const listDocument = z.object({
  data: z
    .array(z.object({ attributes: z.object({ 'resource-url': z.url() }) }))
    .check(z.minLength(1)),
});

function portalIn(answer: unknown): Portal | null {
  const row = listDocument.safeParse(answer).data?.data[0];
  return row ? portalOfHost(new URL(row.attributes['resource-url']).hostname) : null;
}
