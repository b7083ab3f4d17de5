import type { WorkerBrowser } from '@/lib/worker/platform';

/** The extension APIs of a browser, which remember what they were asked to do. */
export class MadeUpChrome implements WorkerBrowser {
  /** Node knows no origin of extensions' addresses. */
  readonly origin = 'https://extension.example';
  /** The alarms that are set, by name: a period in minutes, or a time in milliseconds since 1970. */
  readonly set = new Map<string, { periodInMinutes: number } | { when: number }>();
  /** Addresses of the tabs with the extension's pages, by the tabs' ids. */
  readonly opened: string[] = [];
  /** Whether a search by address finds the extension's own pages: in Firefox, and in Chromium before 150. */
  findsOwnPages = false;
  /** Tabs that code was loaded into. */
  readonly injected: { readonly tabId: number; readonly files: readonly string[] }[] = [];
  badge = { text: '', color: '', title: '' };
  /** The address of the tab in front. */
  inFront: string | undefined;

  readonly runtime = {
    id: 'extension',
    getURL: (path: string) => this.origin + path,
    getContexts: () =>
      Promise.resolve(
        this.opened.map((documentUrl, tabId) => ({ documentUrl, tabId, windowId: 1 })),
      ),
  };

  readonly tabs = {
    query: (which: object) =>
      Promise.resolve(
        'url' in which
          ? this.opened
              .map((url, id) => ({ id, windowId: 1, url }))
              .filter(({ url }) => this.findsOwnPages || !url.startsWith(this.origin))
          : [{ id: 1, url: this.inFront }],
      ),
    create: ({ url }: { url: string }) => Promise.resolve(this.opened.push(url)),
    update: (id: number, { url }: { url?: string }) => {
      if (url !== undefined) this.opened[id] = url;
      this.inFront = this.opened[id];
      return Promise.resolve();
    },
  };

  readonly windows = { update: () => Promise.resolve() };

  readonly alarms = {
    getAll: () =>
      Promise.resolve(
        [...this.set].map(([name, alarm]) => ({
          name,
          scheduledTime: 'when' in alarm ? alarm.when : 0,
        })),
      ),
    create: (name: string, alarm: { periodInMinutes: number } | { when: number }) => {
      this.set.set(name, alarm);
      return Promise.resolve();
    },
    clear: (name: string) => Promise.resolve(this.set.delete(name)),
  };

  /** What is kept until the browser ends. */
  readonly session = new Map<string, string>();

  /** What the company's policy says; `null`: there is none, as Firefox has it. */
  policy: Readonly<Record<string, unknown>> | null = null;

  readonly storage = {
    managed: {
      get: () =>
        this.policy ? Promise.resolve(this.policy) : Promise.reject(new Error('no manifest found')),
    },
    session: {
      get: (key: string) =>
        Promise.resolve(this.session.has(key) ? { [key]: this.session.get(key) } : {}),
      set: (values: Readonly<Record<string, string>>) => {
        for (const [key, value] of Object.entries(values)) this.session.set(key, value);
        return Promise.resolve();
      },
      remove: (key: string) => {
        this.session.delete(key);
        return Promise.resolve();
      },
    },
  };

  readonly action = {
    setBadgeText: ({ text }: { text: string }) => {
      this.badge = { ...this.badge, text };
      return Promise.resolve();
    },
    setTitle: ({ title }: { title: string }) => {
      this.badge = { ...this.badge, title };
      return Promise.resolve();
    },
    setBadgeBackgroundColor: ({ color }: { color: string }) => {
      this.badge = { ...this.badge, color };
      return Promise.resolve();
    },
  };

  /** What code that is loaded into a tab gives back. */
  scriptResult: unknown = null;

  readonly scripting = {
    executeScript: ({ target, files }: { target: { tabId: number }; files: string[] }) => {
      this.injected.push({ tabId: target.tabId, files });
      return Promise.resolve([{ result: this.scriptResult }]);
    },
  };
}
