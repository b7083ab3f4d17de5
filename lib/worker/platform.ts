import type { OrganizationId } from '@/lib/model/ids';
import type { Database } from '@/lib/store/schema';
import type { Schedule } from '@/lib/sync/engine';
import type { StatusView } from '@/lib/views/status';

/** Everything the worker has from outside: the browser, the clock, the network, locks, chance. */
export interface Platform {
  /** This extension's id and the origin of its pages. */
  readonly id: string;
  readonly origin: string;
  /** Opens the database, migrated. @throws where it cannot be opened now */
  openStore(): Promise<Database>;
  /** Milliseconds since 1970. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** From 0 to below 1. */
  random(): number;
  newId(): string;
  /** How often a client sends a request again that failed in passing; its own default where absent. */
  readonly retries?: number;
  /**
   * Does the work under the lock of this name, and does nothing while another context of the
   * extension holds it. The lock is released when its holder dies.
   */
  exclusively(name: string, work: () => Promise<void>): Promise<void>;
  /** Keeps the worker from being stopped for idleness; returns what ends that. */
  keepAlive(): () => void;
  /** Tells open extension pages that something was committed, and afterwards the listener; both at most a few times a second. */
  announce(afterwards: () => void): void;
  /** Sets what wakes the worker. */
  setAlarms(schedule: Schedule): Promise<void>;
  /** Shows on the toolbar's button where things stand. */
  showBadge(view: StatusView): Promise<void>;
  /** The address of the tab in front; `undefined` where it may not be known. */
  activeAddress(): Promise<string | undefined>;
  /** Loads the panels' code into a tab's page. */
  injectPanels(tabId: number): Promise<void>;
  openOptions(): Promise<void>;
  /** Opens the matching page at an organization's devices. */
  openMatching(organization: OrganizationId): Promise<void>;
}
