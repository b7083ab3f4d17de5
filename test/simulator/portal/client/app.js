// @ts-check
import { documentTitle, makeShell, skeleton } from './look.js';
import { modes, startTheme } from './modes.js';
import { followAddress } from './navigation.js';
import { notFound, trouble } from './page-others.js';
import { routeOf } from './routes.js';

const secondArrival = 300;
const lateHeading = 1500;
const forcedRerenders = 10;

startTheme();
const shell = makeShell();
document.getElementById('root')?.append(shell.element);

/**
 * @typedef {object} Shown
 * @property {import('./routes.js').Page<any>} page
 * @property {string[]} ids
 * @property {any} data
 * @property {boolean} headingDue
 * @property {boolean} settled
 */
/** @type {Shown | undefined} */
let shown;
let address = '';
let current = new AbortController();

followAddress(() => {
  if (location.pathname + location.search === address) paint();
  else void open();
});
void open();

/** Shows the page of the present address: a skeleton, then its data, then all of it again. */
async function open() {
  current.abort();
  current = new AbortController();
  const { signal } = current;
  address = location.pathname + location.search;
  shown = undefined;
  scrollTo(0, 0);
  shell.closeMenu();
  shell.content.setAttribute('aria-busy', 'true');
  shell.show(skeleton());

  const { page, ids } = routeOf(location.pathname);
  const loaded = await load(page, ids, signal);
  if (signal.aborted) return;
  shown = { ...loaded, ids, headingDue: modes.layout !== 'late', settled: false };
  shell.content.removeAttribute('aria-busy');
  shell.showOrganization(loaded.data.organization);
  shell.showRecent(subjectOf(loaded.page, loaded.data, ids));
  paint();

  after(secondArrival, signal, () => update({ settled: true }));
  if (modes.layout === 'late') after(lateHeading, signal, () => update({ headingDue: true }));
  if (modes.rerenderEvery > 0) {
    for (let time = 1; time <= forcedRerenders; time++) {
      after(time * modes.rerenderEvery, signal, paint);
    }
  }
}

async function refresh() {
  if (!shown) return;
  const { signal } = current;
  const { page, ids } = routeOf(location.pathname);
  const loaded = await load(page, ids, signal);
  if (!signal.aborted) update(loaded);
}

/**
 * @param {import('./routes.js').Page<any>} page
 * @param {string[]} ids
 * @param {AbortSignal} signal
 */
async function load(page, ids, signal) {
  const query = new URLSearchParams(location.search);
  if (modes.delay !== null) query.set('delay', modes.delay);
  try {
    const response = await fetch(`/portal-api${page.endpoint(ids)}?${query}`, {
      credentials: 'omit',
      signal,
    });
    if (response.status === 404) return { page: notFound, data: { organization: null } };
    if (!response.ok) throw new Error(`The portal answered ${response.status}.`);
    return { page, data: await response.json() };
  } catch (error) {
    return { page: trouble, data: { organization: null, reason: String(error) } };
  }
}

/** @param {Partial<Shown>} change */
function update(change) {
  if (!shown) return;
  shown = { ...shown, ...change };
  paint();
}

/** Replaces everything inside the content, foreign nodes included, as a keyed re-mount does. */
function paint() {
  if (!shown) return;
  const { page, ids, data, headingDue, settled } = shown;
  const focused = document.activeElement?.id;
  const context = { ids, headingDue, settled, refresh };
  shell.show(page.render(data, context));
  if (headingDue)
    document.title = documentTitle(
      page.title(data, ids),
      subjectOf(page, data, ids),
      data.organization?.name,
    );
  if (focused) document.getElementById(focused)?.focus();
}

/**
 * What a page shows as its title.
 * @param {import('./routes.js').Page<any>} page
 * @param {any} data
 * @param {string[]} ids
 */
function subjectOf(page, data, ids) {
  return (data.configuration ?? data.record)?.name ?? page.title(data, ids);
}

/**
 * @param {number} delay
 * @param {AbortSignal} signal
 * @param {() => void} act
 */
function after(delay, signal, act) {
  const timer = setTimeout(act, delay);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
