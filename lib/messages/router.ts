import type { Problem } from '@/lib/model/problem';
import { messenger } from './client';
import { protocol } from './protocol';
import type { MessageName, Reply, RequestOf, ResponseOf } from './protocol';

/** The tab a portal message came from. */
export interface PortalTab {
  readonly tabId: number;
  /** The address the browser shows for the tab, not what the message says. */
  readonly url: string;
}

/** Answers to every message. Those from the portal are told the tab, as the browser has it. */
export type Handlers = {
  readonly [Name in MessageName]: (
    request: RequestOf<Name>,
    tab: PortalTab | null,
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

const refused: Problem = { kind: 'not-permitted' };

/**
 * Answers one message: checks who sent it and its shape before a handler sees it.
 * Never rejects; a refusal says `not-permitted` and no more.
 */
export async function answer<Name extends MessageName>(
  name: Name,
  request: unknown,
  sender: Sender,
  handlers: Handlers,
  options: RouterOptions,
): Promise<Reply<Name>> {
  try {
    if (sender.id !== options.id) return { ok: false, problem: refused };
    let tab: PortalTab | null = null;
    if (protocol[name].from === 'page') {
      if (originOf(sender.url) !== options.origin) return { ok: false, problem: refused };
    } else {
      const { id, url } = sender.tab ?? {};
      if (id === undefined || url === undefined || sender.frameId !== 0)
        return { ok: false, problem: refused };
      if (originOf(sender.url) !== originOf(url) || !(await options.isPortal(url)))
        return { ok: false, problem: refused };
      tab = { tabId: id, url };
    }
    const parsed = protocol[name].request.safeParse(request);
    if (!parsed.success) return { ok: false, problem: refused };
    return { ok: true, value: await handlers[name](parsed.data as never, tab) };
  } catch (error) {
    return { ok: false, problem: options.toProblem(error) };
  }
}

/** Registers an answer to every message of the protocol; to be called in the worker's first turn. */
export function serve(handlers: Handlers, options: RouterOptions): void {
  for (const name of Object.keys(protocol) as MessageName[])
    messenger.onMessage(
      name,
      ({ data, sender }) => answer(name, data, sender as Sender, handlers, options) as never,
    );
}

function originOf(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : null;
}
