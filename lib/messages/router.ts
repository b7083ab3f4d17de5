import type { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Problem } from '@/lib/model/problem';
import { bounded } from './bounded';
import type { From, PortalTab } from './message';
import { messageNames, rows } from './protocol';
import type { MessageName, Reply, RequestOf, ResponseOf, TabOf } from './protocol';

/**
 * Answers to every message. Those from the portal are told the tab, as the browser has it; that they
 * are about its own page is checked before.
 */
export type Handlers = {
  readonly [Name in MessageName]: (
    request: RequestOf<Name>,
    tab: TabOf<Name>,
  ) => Promise<ResponseOf<Name>>;
};

export interface RouterOptions {
  /** This extension's id. */
  readonly id: string;
  /** The origin of this extension's pages. */
  readonly origin: string;
  /** Whether an address is on the connected tenant's portal; before any is connected, on one that may send such a message. */
  isPortal(url: string, name: MessageName): Promise<boolean>;
  /** Whether a page of the portal may send such a message now. */
  atPace(name: MessageName, tab: PortalTab): boolean;
  /** A failure as a value to answer with. */
  toProblem(error: unknown): Problem;
}

/**
 * Who sent a message, as the browser says:
 * https://developer.chrome.com/docs/extensions/reference/api/runtime#type-MessageSender
 */
const senderSchema = z.object({
  id: z.optional(z.string()),
  url: z.optional(z.string()),
  frameId: z.optional(z.number()),
  tab: z.nullish(z.object({ id: z.optional(z.number()), url: z.optional(z.string()) })),
});
export type Sender = z.infer<typeof senderSchema>;

/** What {@link send} sends. */
const sentSchema = z.object({ name: z.enum(messageNames), request: z.optional(z.unknown()) });

const refused = { ok: false, problem: { kind: 'not-permitted' } } as const;
const tooFast = { ok: false, problem: { kind: 'too-fast' } } as const;

/**
 * Answers one message: checks who sent it, its shape, and that it is about the sender's own page,
 * before a handler sees it. What is answered holds no endless text. Never rejects; a refusal says `not-permitted`, or
 * `too-fast` of a page of the portal that asks for more than a person, and no more.
 */
export async function answer<Name extends MessageName>(
  name: Name,
  message: unknown,
  sender: unknown,
  handlers: Handlers,
  options: RouterOptions,
): Promise<Reply<Name>> {
  try {
    const row = rows[name];
    const from = await senderOf(name, z.catch(senderSchema, {}).parse(sender), options);
    const accepted = from && row.accept(message, from.tab);
    if (!accepted) return refused;
    if (from.tab && !options.atPace(name, from.tab)) return tooFast;
    return { ok: true, value: bounded(await handlers[name](accepted.request, accepted.tab)) };
  } catch (error) {
    return { ok: false, problem: options.toProblem(error) };
  }
}

/** The sender, if it may send such a message; its tab where it is a page of the portal. */
async function senderOf(
  name: MessageName,
  sender: Sender,
  options: RouterOptions,
): Promise<{ readonly tab: PortalTab | null } | null> {
  if (sender.id !== options.id) return null;
  const from: From = rows[name].from;
  if (from === 'page') return originOf(sender.url) === options.origin ? { tab: null } : null;
  const { id, url } = sender.tab ?? {};
  if (id === undefined || url === undefined || sender.frameId !== 0) return null;
  if (originOf(sender.url) !== originOf(url) || !(await options.isPortal(url, name))) return null;
  return { tab: { tabId: id, url } };
}

/**
 * Registers an answer to every message of the protocol; to be called in the worker's first turn.
 * @param arriving `runtime.onMessage`
 */
export function serve(
  arriving: Pick<typeof browser.runtime.onMessage, 'addListener'>,
  handlers: Handlers,
  options: RouterOptions,
): void {
  arriving.addListener((message: unknown, sender, respond) => {
    const { data } = sentSchema.safeParse(message);
    if (!data) {
      // No message of this name, or none at all: said at once, so that nobody waits.
      respond(refused);
      return false;
    }
    void answer(data.name, data.request, sender, handlers, options).then(respond);
    // The answer follows: https://developer.chrome.com/docs/extensions/develop/concepts/messaging
    return true;
  });
}

function originOf(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : null;
}
