import type { PortalTab } from './message';
import type { MessageName } from './protocol';

/** What a message of a portal page costs: something shown, a call to an API, a tab opened, or a decision. */
type Cost = 'read' | 'call' | 'open' | 'decide';

/** Whatever is not named here decides something. */
const costs: Partial<Record<MessageName, Cost>> = {
  'portal.arrived': 'read',
  'panel.view': 'read',
  'panel.load-part': 'read',
  'panel.makers': 'read',
  'panel.placement': 'read',
  'panel.save-placement': 'read',
  'panel.candidates': 'read',
  'found.search': 'read',
  'found.preview': 'call',
  'panel.list': 'read',
  'record.view': 'read',
  'network.card': 'read',
  'panel.given-up': 'read',
  'panel.refresh': 'call',
  'history.access-point': 'call',
  'history.clients': 'call',
  'history.power': 'call',
  'panel.again': 'call',
  'panel.open-options': 'open',
  'panel.open-matching': 'open',
  'setup-check.open': 'open',
  'network.open': 'open',
  'welcome.open': 'open',
  'welcome.dismiss': 'read',
};

/** So many at once, and one more each so many milliseconds. */
interface Allowance {
  readonly atOnce: number;
  readonly everyMs: number;
}

/** More than a person does who works fast, in one tab and in all together. */
const allowances: Readonly<Record<Cost | 'page', { tab: Allowance; all: Allowance }>> = {
  // A search is a message a key.
  read: { tab: { atOnce: 120, everyMs: 250 }, all: { atOnce: 400, everyMs: 60 } },
  call: { tab: { atOnce: 20, everyMs: 10_000 }, all: { atOnce: 60, everyMs: 2_000 } },
  open: { tab: { atOnce: 3, everyMs: 10_000 }, all: { atOnce: 8, everyMs: 5_000 } },
  decide: { tab: { atOnce: 8, everyMs: 5_000 }, all: { atOnce: 20, everyMs: 3_000 } },
  // Another page, whether it was loaded or the page's scripts changed the address.
  page: { tab: { atOnce: 20, everyMs: 3_000 }, all: { atOnce: 60, everyMs: 1_000 } },
};

/** Tabs that are remembered; the one that asked least lately is forgotten first. */
const maxTabs = 200;

interface Tab {
  /** The path of the page it is on. */
  path: string;
  readonly spent: Map<Cost | 'page', Bucket>;
}

/** Fills again by itself. */
class Bucket {
  #left: number;
  #at: number;

  constructor(
    private readonly allowance: Allowance,
    now: number,
  ) {
    this.#left = allowance.atOnce;
    this.#at = now;
  }

  has(now: number): boolean {
    const { atOnce, everyMs } = this.allowance;
    // A clock that was set back gives nothing.
    const passed = Math.max(0, now - this.#at);
    this.#left = Math.min(atOnce, this.#left + passed / everyMs);
    this.#at = now;
    return this.#left >= 1;
  }

  take(): void {
    this.#left -= 1;
  }
}

/**
 * Holds pages of the portal to a person's pace. Which page a tab is on, a renderer that somebody has taken over
 * says by itself (`history.pushState`), so that it could go through all of them, ask for each device, and decide.
 * In the worker's memory: one that is stopped begins anew.
 */
export class PortalPace {
  readonly #tabs = new Map<number, Tab>();
  readonly #all = new Map<Cost | 'page', Bucket>();

  /** @param now milliseconds since 1970 */
  constructor(private readonly now: () => number) {}

  /** Whether the tab may send the message now; counted where it may. */
  allows(name: MessageName, { tabId, url }: PortalTab): boolean {
    const now = this.now();
    const { pathname } = new URL(url);
    const tab = this.#tabOf(tabId);
    const cost = costs[name] ?? 'decide';
    const isNew = tab.path !== pathname;
    // Nobody decides about a page that was not shown.
    if (cost === 'decide' && isNew) return false;
    const due: (Cost | 'page')[] = isNew ? [cost, 'page'] : [cost];
    const buckets = due.flatMap((what) => [
      bucketOf(tab.spent, what, allowances[what].tab, now),
      bucketOf(this.#all, what, allowances[what].all, now),
    ]);
    if (!buckets.every((bucket) => bucket.has(now))) return false;
    for (const bucket of buckets) bucket.take();
    tab.path = pathname;
    return true;
  }

  #tabOf(id: number): Tab {
    const tab = this.#tabs.get(id) ?? { path: '', spent: new Map() };
    this.#tabs.delete(id);
    this.#tabs.set(id, tab);
    const [oldest] = this.#tabs.keys();
    if (this.#tabs.size > maxTabs && oldest !== undefined) this.#tabs.delete(oldest);
    return tab;
  }
}

function bucketOf(
  buckets: Map<Cost | 'page', Bucket>,
  what: Cost | 'page',
  allowance: Allowance,
  now: number,
): Bucket {
  const bucket = buckets.get(what) ?? new Bucket(allowance, now);
  buckets.set(what, bucket);
  return bucket;
}
