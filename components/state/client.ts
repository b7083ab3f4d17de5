import type { onChange, send } from '@/lib/messages/client';

/** What a page of the extension is mounted with: how it asks the background, and how it hears of changes. */
export interface Client {
  /** Never rejects. */
  readonly send: typeof send;
  /** Calls the listener whenever the background committed something; returns how to stop. */
  readonly onChange: typeof onChange;
}
