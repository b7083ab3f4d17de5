import type { z } from 'zod';
import type { ConfigurationPage, OrganizationPage, RecordPage } from '@/lib/model/page-ids';

/** The pages of the portal that a message may be about, with the ids it then carries. */
export interface PortalPages {
  /** Any page of the portal; the message names none. */
  any: unknown;
  /** Any page of the organization. */
  organization: OrganizationPage;
  configuration: ConfigurationPage;
  record: RecordPage;
}

/**
 * Who may send a message: an extension page, or a content script on such a page of the connected
 * tenant's portal, asking about the very page that its tab is on.
 */
export type From = 'page' | { readonly portal: keyof PortalPages };

/** A content script on a page of that kind. */
export const portal = <Kind extends keyof PortalPages>(kind: Kind) => ({ portal: kind }) as const;

/** The ids that a message from there carries. */
type IdsOf<Sender extends From> = Sender extends {
  readonly portal: infer Kind extends keyof PortalPages;
}
  ? PortalPages[Kind]
  : unknown;

/** One row of the protocol: who may send it, the shape it carries, and the type that comes back. */
export interface Row<Sender extends From, Request, Response> {
  readonly from: Sender;
  /** The request, typed; `null` where it does not have the shape. */
  parse(request: unknown): { readonly request: Request } | null;
  /** For the type alone. */
  readonly response?: Response;
}

/** A message without content. */
export function message<Sender extends From>(
  from: IdsOf<Sender> extends OrganizationPage ? never : Sender,
): { returns: <Response>() => Row<Sender, undefined, Response> };
/** A message of the shape, which from a page of the portal names that page by its ids. */
export function message<Sender extends From, Schema extends z.ZodType<IdsOf<Sender>>>(
  from: Sender,
  schema: Schema,
): { returns: <Response>() => Row<Sender, z.output<Schema>, Response> };
export function message(from: From, schema?: z.ZodType) {
  return {
    returns: () => ({
      from,
      parse(request: unknown) {
        if (schema === undefined)
          return request === undefined || request === null ? { request: undefined } : null;
        const parsed = schema.safeParse(request);
        return parsed.success ? { request: parsed.data } : null;
      },
    }),
  };
}
