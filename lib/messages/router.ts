import type { Problem } from '@/lib/model/problem';
import { portalPage } from '@/lib/portal/page';
import { messenger } from './client';
import type { From, PortalPages } from './message';
import { protocol, rows } from './protocol';
import type { MessageName, Protocol, Reply, RequestOf, ResponseOf } from './protocol';

/** The tab a portal message came from. */
export interface PortalTab {
  readonly tabId: number;
  /** The address the browser shows for the tab, not what the message says. */
  readonly url: string;
}

/**
 * Answers to every message. Those from the portal are told the tab, as the browser has it; that they
 * are about its own page is checked before.
 */
export type Handlers = {
  readonly [Name in MessageName]: (
    request: RequestOf<Name>,
    tab: Protocol[Name]['from'] extends 'page' ? null : PortalTab,
  ) => Promise<ResponseOf<Name>>;
};

export interface RouterOptions {
  /** This extension's id. */
  readonly id: string;
  /** The origin of this extension's pages. */
  readonly origin: string;
  /** Whether an address is on the connected tenant's portal. */
  isPortal(url: string): Promise<boolean>;
  /** A failure as a value to answer with. */
  toProblem(error: unknown): Problem;
}

/** Who sent a message, as the browser says. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?:
    { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
}

const refused = { ok: false, problem: { kind: 'not-permitted' } } as const;

/**
 * Answers one message: checks who sent it, its shape, and that it is about the sender's own page,
 * before a handler sees it. Never rejects; a refusal says `not-permitted` and no more.
 */
export async function answer<Name extends MessageName>(
  name: Name,
  message: unknown,
  sender: Sender,
  handlers: Handlers,
  options: RouterOptions,
): Promise<Reply<Name>> {
  try {
    const row = rows[name];
    const from = await senderOf(row.from, sender, options);
    if (from === null) return refused;
    const parsed = row.parse(message);
    if (parsed === null || !isOwnPage(row.from, parsed.request, from.tab)) return refused;
    const handler: (request: RequestOf<Name>, tab: never) => Promise<ResponseOf<Name>> =
      handlers[name];
    return { ok: true, value: await handler(parsed.request, from.tab as never) };
  } catch (error) {
    return { ok: false, problem: options.toProblem(error) };
  }
}

/** The sender, if it may send such a message; its tab where it is a page of the portal. */
async function senderOf(
  from: From,
  sender: Sender,
  options: RouterOptions,
): Promise<{ readonly tab: PortalTab | null } | null> {
  if (sender.id !== options.id) return null;
  if (from === 'page') return originOf(sender.url) === options.origin ? { tab: null } : null;
  const { id, url } = sender.tab ?? {};
  if (id === undefined || url === undefined || sender.frameId !== 0) return null;
  if (originOf(sender.url) !== originOf(url) || !(await options.isPortal(url))) return null;
  return { tab: { tabId: id, url } };
}

/** The ids that a message about a page of that kind must share with the page's address. */
const sharedIds = {
  any: [],
  organization: ['organizationId'],
  configuration: ['organizationId', 'configurationId'],
  record: ['organizationId', 'typeId', 'recordId'],
} as const satisfies Record<keyof PortalPages, readonly string[]>;

/** Whether a message from the portal is about the page that the browser shows in its tab. */
function isOwnPage(from: From, request: unknown, tab: PortalTab | null): boolean {
  if (from === 'page') return true;
  if (tab === null) return false;
  const page = new Map(Object.entries(portalPage(tab.url)));
  const kind = from.portal;
  if ((kind === 'configuration' || kind === 'record') && page.get('kind') !== kind) return false;
  const asked = new Map(Object.entries(request ?? {}));
  return sharedIds[kind].every(
    (name) => page.get(name) !== undefined && page.get(name) === asked.get(name),
  );
}

/** Registers an answer to every message of the protocol; to be called in the worker's first turn. */
export function serve(handlers: Handlers, options: RouterOptions): void {
  for (const name of Object.keys(protocol) as MessageName[])
    messenger.onMessage(name, ({ data, sender }) =>
      answer(name, data, sender as Sender, handlers, options),
    );
}

function originOf(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : null;
}
