import { secretFields } from '@/lib/model/connect';
import type { PolicyValues } from '@/lib/model/policy';
import { isSamePortal, type Portal } from '@/lib/model/portal';
import { readMeta, writeMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { WelcomeView } from '@/lib/views/welcome';
import type { WorkerBrowser } from '../platform';
import { matchedPage } from '../matched-page';
import { portalTabs } from '../portal-tabs';

export interface WelcomeService {
  view(): Promise<WelcomeView>;
  /** Whether the first run is open: offered, and nothing connected. */
  isOpen(): Promise<boolean>;
  /** Whether a page of the portal may say it: open, and not dismissed there. */
  isSaid(): Promise<boolean>;
  /** Pages of the portal say it no more. */
  dismiss(): Promise<void>;
}

/** The way from the installation to the first panel. */
export function createWelcomeService(options: {
  readonly store: Database;
  readonly browser: Pick<WorkerBrowser, 'tabs'>;
  /** What the company has set. */
  readonly managed: () => Promise<Partial<PolicyValues>>;
}): WelcomeService {
  const { store } = options;

  async function isOffered(): Promise<boolean> {
    const values = await options.managed();
    const bringsKeys = secretFields.every((field) => values[field] !== undefined);
    return values.firstRun !== false && !bringsKeys;
  }

  async function isOpen(): Promise<boolean> {
    return (await isOffered()) && !(await stored.isConnected(store));
  }

  return {
    isOpen,
    isSaid: async () => (await readMeta(store, 'welcomeDismissed')) !== true && (await isOpen()),
    dismiss: () => writeMeta(store, 'welcomeDismissed', true),
    async view() {
      const [offered, portal, example] = await Promise.all([
        isOffered(),
        openPortal(options.browser),
        exampleOf(store),
      ]);
      return { offered, portal, example };
    },
  };
}

/** The portal that is open in tabs; `null` where that is none, or more than one. */
async function openPortal(browser: Pick<WorkerBrowser, 'tabs'>): Promise<Portal | null> {
  const [first, ...others] = (await portalTabs(browser)).map(({ portal }) => portal);
  return first && others.every((other) => isSamePortal(other, first)) ? first : null;
}

/** A configuration that a device is matched to. */
async function exampleOf(store: Database): Promise<WelcomeView['example']> {
  const page = await matchedPage(store);
  const configuration = page && (await stored.configurations.get(store, page.configurationId));
  return configuration ? { name: configuration.name, url: page.url } : null;
}
