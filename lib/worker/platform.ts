import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import type { Room } from '@/lib/store/room';
import type { Database } from '@/lib/store/schema';

/** The extension APIs that the worker calls, as https://developer.chrome.com/docs/extensions/reference has them. */
export interface WorkerBrowser {
  readonly runtime: {
    readonly id: string;
    /** @param path from `/` on */
    getURL(path: string): string;
    /** The extension's own pages in tabs; not in every browser. */
    getContexts?(which: { contextTypes: 'TAB'[] }): Promise<
      readonly {
        readonly documentUrl?: string | undefined;
        readonly tabId: number;
        readonly windowId: number;
      }[]
    >;
  };
  readonly tabs: {
    /** @param which `url`: a match pattern */
    query(which: { active: boolean; lastFocusedWindow: boolean } | { url: string }): Promise<
      readonly {
        readonly id?: number | undefined;
        readonly windowId?: number | undefined;
        readonly url?: string | undefined;
      }[]
    >;
    create(tab: { url: string }): Promise<unknown>;
    update(id: number, tab: { active: boolean; url?: string }): Promise<unknown>;
  };
  readonly windows: {
    update(id: number, window: { focused: boolean }): Promise<unknown>;
  };
  readonly alarms: {
    getAll(): Promise<readonly { readonly name: string; readonly scheduledTime: number }[]>;
    /** `when`: milliseconds since 1970. */
    create(name: string, alarm: { periodInMinutes: number } | { when: number }): Promise<void>;
    clear(name: string): Promise<unknown>;
  };
  /** https://developer.chrome.com/docs/extensions/reference/api/storage */
  readonly storage: {
    /** What a company's policy says of the extension. */
    readonly managed: { get(): Promise<Readonly<Record<string, unknown>>> };
    /** Kept in memory, for the browser's session. */
    readonly session: {
      get(key: string): Promise<Readonly<Record<string, unknown>>>;
      set(values: Readonly<Record<string, string>>): Promise<void>;
      remove(key: string): Promise<void>;
    };
  };
  readonly action: {
    setBadgeText(badge: { text: string }): Promise<void>;
    setTitle(title: { title: string }): Promise<void>;
    setBadgeBackgroundColor(badge: { color: string }): Promise<void>;
    /** Not in every browser. */
    setBadgeTextColor?(badge: { color: string }): Promise<void>;
  };
  readonly scripting: {
    executeScript(injection: {
      target: { tabId: number };
      files: ScriptPublicPath[];
      injectImmediately: boolean;
    }): Promise<unknown>;
  };
}

/** Everything the worker has from outside: the browser, the database, the clock, the network, locks, chance. */
export interface Platform {
  readonly browser: WorkerBrowser;
  /** The extension's, e.g. `1.4.0`. */
  readonly version: string;
  /**
   * Opens the database, migrated.
   * @param closed told when the connection ends by itself
   * @throws where it cannot be opened now
   */
  readonly openStore: (closed: () => void) => Promise<Database>;
  /** Whether the disk has room for what is stored. */
  readonly room: Room;
  /** Drops from the browser's files what the database held before; absent where there are none. */
  readonly tidy?: () => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The text of a file of the extension. @param path from `/` on */
  readonly readFile: (path: string) => Promise<string>;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
  /** An id never given before. */
  readonly newId: () => string;
  /**
   * Does the work under the lock of this name, and does nothing while another context of the
   * extension holds it. The lock is released when its holder dies.
   */
  readonly exclusively: (name: string, work: () => Promise<void>) => Promise<void>;
  /** Keeps the worker from being stopped for idleness; returns what ends that. */
  readonly keepAlive: () => () => void;
  /** Tells open extension pages that something was committed. */
  readonly announce: () => void;
  /** How often a client sends a request again that failed in passing; its own default where absent. */
  readonly retries?: number;
}
