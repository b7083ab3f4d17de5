import type { ComponentChild } from 'preact';
import type { Client } from '@/components/state/client';
import type { Answers } from '@/components/state/client.fixture';

/** One state of one surface, as the gallery shows it. */
export interface Entry {
  /** Unique within the surface, e.g. `device switch`. */
  readonly name: string;
  /** A card of the portal's pages, for its shadow root. */
  readonly card?: () => ComponentChild;
  /** A page of the extension, for the document's body. */
  readonly page?: {
    /** Of the background that it asks. */
    readonly answers: Answers;
    readonly render: (client: Client) => ComponentChild;
    /** The address that the page is opened with. */
    readonly hash?: string;
  };
  /** What a user does there to come to this state. Settles when it is done. */
  readonly act?: (root: HTMLElement) => Promise<void>;
}

export interface Surface {
  readonly name: string;
  /** CSS pixels that it is photographed at. */
  readonly widths: readonly number[];
  readonly entries: readonly Entry[];
}
