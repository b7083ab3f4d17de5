import { browser } from 'wxt/browser';
import type { Asking, MessageName, Reply } from './protocol';

/** The channel on which the background says that it committed something. */
export const changesChannel = 'datto-networking-changes';

/**
 * Asks the background. Never rejects: a background that cannot be reached (the extension was
 * updated under an open page) comes back as a problem of kind `internal`.
 */
export async function send<Name extends MessageName>(
  name: Name,
  ...[request]: Asking<Name>
): Promise<Reply<Name>> {
  try {
    const reply: unknown = await browser.runtime.sendMessage({ name, request });
    return isReply<Name>(reply) ? reply : { ok: false, problem: { kind: 'internal' } };
  } catch (error) {
    return {
      ok: false,
      problem: { kind: 'internal', detail: error instanceof Error ? error.message : '' },
    };
  }
}

/** Nothing comes back from a background that ended meanwhile. */
const isReply = <Name extends MessageName>(reply: unknown): reply is Reply<Name> =>
  typeof reply === 'object' && reply !== null && 'ok' in reply;

/** Calls the listener whenever the background committed something. For extension pages only. */
export function onChange(listener: () => void): () => void {
  const channel = new BroadcastChannel(changesChannel);
  channel.onmessage = listener;
  return () => channel.close();
}
