import { browser } from 'wxt/browser';
import type { Problem } from '@/lib/model/problem';
import type { Asking, MessageName, Reply } from './protocol';

/** The channel on which the background says that it committed something. */
export const changesChannel = 'datto-networking-changes';

/** Messages that change nothing, so that asking them twice is asking once. */
const reading: ReadonlySet<MessageName> = new Set<MessageName>([
  'portal.arrived',
  'panel.view',
  'panel.load-part',
  'panel.makers',
  'panel.placement',
  'panel.candidates',
  'found.search',
  'found.preview',
  'panel.list',
  'history.access-point',
  'history.clients',
  'history.power',
  'popup.panel',
  'popup.given-up',
  'record.view',
  'status.view',
  'options.view',
  'auto-create.view',
  'team.view',
  'setup-check.view',
  'network.sheet',
  'network.card',
  'matching.networks',
  'matching.organizations',
  'matching.devices',
  'matching.findings',
  'matching.search-organizations',
  'bulk.counts',
  'bulk.preview',
  'matching.search-configurations',
  'creation.similar-organizations',
  'activity.list',
  'activity.groups',
  'activity.choices',
  'types.list',
  'welcome.view',
  'user.recognize',
]);

/** How long one that reads waits before it is asked again, milliseconds: a browser takes that long to start a background. */
const pauses = [50, 250, 1000];

/**
 * Asks the background. Never rejects: a background that cannot be reached (the extension was
 * updated under an open page) comes back as a problem of kind `internal`. A browser may stop a
 * background while it answers; what only reads is then asked of the next one.
 */
export async function send<Name extends MessageName>(
  name: Name,
  ...[request]: Asking<Name>
): Promise<Reply<Name>> {
  let problem: Problem = { kind: 'internal' };
  for (const pause of reading.has(name) ? [...pauses, null] : [null]) {
    try {
      const reply: unknown = await browser.runtime.sendMessage({ name, request });
      if (isReply<Name>(reply)) return reply;
    } catch (error) {
      problem = { kind: 'internal', detail: error instanceof Error ? error.message : '' };
    }
    // An extension that was updated or removed has no background for this page.
    if (pause === null || !browser.runtime?.id) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return { ok: false, problem };
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
