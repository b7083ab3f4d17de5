import * as z from 'zod/mini';
import { recognize, type Recognized } from '@/lib/access/recognize';
import type { UserId } from '@/lib/model/ids';
import { isSamePortal } from '@/lib/model/portal';
import { readMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { Recognition } from '@/lib/model/recognition';
import type { WorkerBrowser } from '../platform';
import { portalTabs, runInTab } from '../portal-tabs';

/** What WXT builds of entrypoints/portal-signed-in.ts. */
const signedInFile = '/portal-signed-in.js';

/** What a page says is the page's to choose: so many short texts, or nothing. */
const said = z.catch(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(40)), []);

export interface RecognitionService {
  /** Looks at the connected portal's open pages for who is signed in there. */
  look(): Promise<Recognition>;
  /** Takes the user whom they show for the one who sits here. @returns false where they show another or nobody */
  confirm(user: UserId): Promise<boolean>;
}

export function createRecognitionService(options: {
  readonly store: Database;
  readonly browser: Pick<WorkerBrowser, 'tabs' | 'scripting'>;
  readonly choose: (user: UserId) => Promise<void>;
}): RecognitionService {
  const { store, browser } = options;

  async function look(): Promise<Recognition> {
    const users = await stored.users.all(store);
    if (users.length === 0) return { state: 'cannot-tell', why: 'no-users' };
    const found = (await saidByPages(browser, store)).map((words) => recognize(words, users));
    if (found.length === 0) return { state: 'cannot-tell', why: 'no-page' };
    const named = new Set(found.flatMap((each) => each.found ?? []));
    const user = users.find(({ id }) => named.has(id));
    if (named.size > 1 || !user)
      return { state: 'cannot-tell', why: named.size > 1 ? 'several' : whyNot(found) };
    const { id, name, email, roleName } = user;
    return { state: 'found', user: { id, name, email, roleName } };
  }

  return {
    look,
    async confirm(user) {
      const now = await look();
      if (now.state !== 'found' || now.user.id !== user) return false;
      await options.choose(user);
      return true;
    },
  };
}

/** The best of the reasons: a page may be one that shows no bar, such as a form. */
function whyNot(found: readonly Recognized[]) {
  const reasons = found.flatMap((each) => (each.found === null ? [each.why] : []));
  return (['several', 'unknown'] as const).find((why) => reasons.includes(why)) ?? 'nobody-named';
}

/** What each open page of the connected portal says of who is signed in. */
async function saidByPages(
  browser: Pick<WorkerBrowser, 'tabs' | 'scripting'>,
  store: Database,
): Promise<readonly (readonly string[])[]> {
  const connection = await readMeta(store, 'connection');
  const ofTenant = (await portalTabs(browser)).filter(({ portal }) =>
    isSamePortal(portal, connection),
  );
  return Promise.all(
    ofTenant.map(async (tab) => said.parse(await runInTab(browser, tab, signedInFile))),
  );
}
