import { defineExtensionMessaging } from '@webext-core/messaging';
import type { MessageName, Reply, RequestOf } from './protocol';

type Messages = { [Name in MessageName]: (request: unknown) => Promise<Reply<Name>> };

export const messenger = defineExtensionMessaging<Messages>();

/** The channel on which the background says that it committed something. */
export const changesChannel = 'datto-networking-changes';

/**
 * Asks the background. Never rejects: a background that cannot be reached (the extension was
 * updated under an open page) comes back as a problem of kind `internal`.
 */
export async function send<Name extends MessageName>(
  name: Name,
  ...[request]: undefined extends RequestOf<Name>
    ? [request?: RequestOf<Name>]
    : [request: RequestOf<Name>]
): Promise<Reply<Name>> {
  try {
    const reply = (await messenger.sendMessage(name, ...([request] as never))) as
      Reply<Name> | undefined;
    return reply ?? { ok: false, problem: { kind: 'internal' } };
  } catch (error) {
    return {
      ok: false,
      problem: { kind: 'internal', detail: error instanceof Error ? error.message : '' },
    };
  }
}

/** Calls the listener whenever the background committed something. For extension pages only. */
export function onChange(listener: () => void): () => void {
  const channel = new BroadcastChannel(changesChannel);
  channel.onmessage = listener;
  return () => channel.close();
}
