import type * as z from 'zod/mini';
import {
  portalPage,
  type OrganizationPage,
  type PageIds,
  type PageKind,
  type PortalPage,
} from '@/lib/model/portal-page';

/**
 * The pages of the portal that a message may be about, with the ids it then carries: `any` page,
 * naming none, any page of an `organization`, or a page of one kind.
 */
export type PortalPages = { any: unknown } & { [Kind in PageKind]: PageIds<Kind> };

/**
 * Who may send a message: an extension page, or a content script on such a page of the connected
 * tenant's portal, asking about the very page that its tab is on.
 */
export type From = 'page' | { readonly portal: keyof PortalPages };

/** A content script on a page of that kind. */
export const portal = <Kind extends keyof PortalPages>(kind: Kind) => ({ portal: kind }) as const;

/** The tab a portal message came from. */
export interface PortalTab {
  readonly tabId: number;
  /** The address the browser shows for the tab, not what the message says. */
  readonly url: string;
}

/** The ids that a message from there carries. */
type IdsOf<Sender extends From> = Sender extends {
  readonly portal: infer Kind extends keyof PortalPages;
}
  ? PortalPages[Kind]
  : unknown;

/** One row of the protocol: who may send it, the shape it carries, and the type that comes back. */
export interface Row<Request, Tab extends PortalTab | null, Response> {
  readonly from: From;
  /**
   * What a handler is given; `null` where the message does not have the shape, or is not about the
   * page of its tab.
   * @param tab where it came from; `null` for an extension page
   */
  accept(
    message: unknown,
    tab: PortalTab | null,
  ): { readonly request: Request; readonly tab: Tab } | null;
  /** For the type alone. */
  readonly response?: Response;
}

type TabOf<Sender extends From> = Sender extends 'page' ? null : PortalTab;

/** A message without content. */
export function message<Sender extends From>(
  from: IdsOf<Sender> extends OrganizationPage ? never : Sender,
): { returns: <Response>() => Row<undefined, TabOf<Sender>, Response> };
/** A message of the shape, which from a page of the portal names that page by its ids. */
export function message<Sender extends From, Schema extends z.ZodMiniType<IdsOf<Sender>>>(
  from: Sender,
  schema: Schema,
): { returns: <Response>() => Row<z.output<Schema>, TabOf<Sender>, Response> };
export function message(from: From, schema?: z.ZodMiniType) {
  return {
    returns: () => ({
      from,
      accept(message: unknown, tab: PortalTab | null) {
        if ((from === 'page') !== (tab === null)) return null;
        const parsed = schema ? schema.safeParse(message) : nothing(message);
        if (!parsed.success) return null;
        const request = parsed.data;
        if (from !== 'page' && tab !== null && !names(portalPage(tab.url), from.portal, request))
          return null;
        return { request, tab };
      },
    }),
  };
}

const nothing = (message: unknown) => ({
  success: message === undefined || message === null,
  data: undefined,
});

/** Whether a request about a page of that kind names this one by all its ids. */
function names(page: PortalPage, kind: keyof PortalPages, request: unknown): boolean {
  if (kind === 'any') return true;
  // Any page of the organization will do.
  const ofOrganization = kind === 'organization';
  if (!ofOrganization && page.kind !== kind) return false;
  const own = new Map(Object.entries(page));
  const asked = new Map<string, unknown>(Object.entries(request ?? {}));
  const ids = ofOrganization ? ['organizationId'] : [...own.keys()].filter((id) => id !== 'kind');
  return ids.every((id) => own.has(id) && own.get(id) === asked.get(id));
}
