import type { ComponentChild } from 'preact';
import type { Client } from '@/components/state/client';

/** One state of one surface, as the gallery shows it. */
export interface Entry {
  /** Unique within the surface, e.g. `device switch`. */
  readonly name: string;
  /** A card of the portal's pages, for its shadow root. */
  readonly card?: () => ComponentChild;
  /** A page of the extension, for the document's body; asks this background. */
  readonly page?: {
    readonly client: () => Client;
    readonly render: (client: Client) => ComponentChild;
    /** The address that the page is opened with. */
    readonly hash?: string;
  };
}

export interface Surface {
  readonly name: string;
  /** CSS pixels that it is photographed at. */
  readonly widths: readonly number[];
  readonly entries: readonly Entry[];
}
