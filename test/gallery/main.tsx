import '../i18n-setup';
import chartStyles from '@/components/charts/charts.css?inline';
import historyStyles from '@/components/history/history.css?inline';
import connectedStyles from '@/components/panel/connected-to.css?inline';
import listMarkStyles from '@/components/panel/list-mark.css?inline';
import deviceStyles from '@/components/panel/device.css?inline';
import matchingPanelStyles from '@/components/panel/matching-panel.css?inline';
import panelStyles from '@/components/panel/panel.css?inline';
import portsStyles from '@/components/panel/ports.css?inline';
import recordStyles from '@/components/panel/record-note.css?inline';
import darkTokens from '@/components/tokens-dark.css?inline';
import tokens from '@/components/tokens.css?inline';
import partStyles from '@/components/ui/parts.css?inline';
import { createShadowHost } from '@/lib/portal/shadow-host';
import type { Messages } from '../languages/message-reader';
import { pseudoLanguage } from '../languages/pseudo';
import { speak } from '../languages/speak.fixture';
import english from '@/public/_locales/en/messages.json';
import { speakIn } from '@/lib/i18n';
import type { Entry } from './entry';
import { layoutFaults } from './layout-faults';
import { show } from './show';
import { store } from './store';
import { surfaces } from './surfaces';
import { showIndex } from './overview';

/** What each page of the extension imports of styles. */
const styles: Readonly<Record<string, () => Promise<unknown>>> = {
  popup: () =>
    Promise.all([
      import('@/components/page.css'),
      import('@/components/sync/sync.css'),
      import('@/components/vault/vault.css'),
      import('@/components/popup/popup.css'),
    ]),
  options: () =>
    Promise.all([
      import('@/components/page.css'),
      import('@/components/sync/sync.css'),
      import('@/components/vault/vault.css'),
      import('@/components/options/options.css'),
      import('@/components/options/activity.css'),
      import('@/components/options/auto-create.css'),
    ]),
  welcome: () =>
    Promise.all([
      import('@/components/page.css'),
      import('@/components/sync/sync.css'),
      import('@/components/vault/vault.css'),
      import('@/components/options/options.css'),
      import('@/components/welcome/welcome.css'),
    ]),
  matching: () =>
    Promise.all([import('@/components/page.css'), import('@/components/matching/matching.css')]),
  network: () =>
    Promise.all([import('@/components/page.css'), import('@/components/network/network.css')]),
  'setup-check': () =>
    Promise.all([
      import('@/components/page.css'),
      import('@/components/setup-check/setup-check.css'),
    ]),
};

const asked = new URLSearchParams(location.search);
const surface = [...surfaces, store].find(({ name }) => name === asked.get('surface'));
const entry = surface?.entries.find(({ name }) => name === asked.get('entry'));
const theme = asked.get('theme') === 'dark' ? 'dark' : 'light';

const language = asked.get('language') ?? 'en';
const locales = import.meta.glob<Messages>('../../public/_locales/*/messages.json', {
  import: 'default',
});
const messages = await locales[`../../public/_locales/${language}/messages.json`]?.();
// Its letters are the same in both; what it passes for gives the page its direction. Urdu counts as English does.
if (language === 'pseudo') speak('el', pseudoLanguage(english));
else if (language === 'pseudo-rtl')
  speak('ur', { ...pseudoLanguage(english), language: { message: 'ur' } });
else if (messages) speak(language, messages);
speakIn(document.documentElement);
window.layoutFaults = layoutFaults;

if (surface && entry) void showAlone(surface.name, entry);
else showIndex();

/** Shows one entry as the browser shows it: a card in a shadow root on a page, or a page of its own. */
async function showAlone(name: string, entry: Entry): Promise<void> {
  await show(entry, entry.card ? portalGround() : await extensionGround(name, entry));
  await quiet();
  document.documentElement.dataset.ready = '';
}

/** A page of the portal, in its own ground and text, with the element for cards. */
function portalGround(): HTMLElement {
  document.body.style.cssText = `margin: 16px; font: 14px/1.5 'Open Sans', 'Liberation Sans', Arial, sans-serif; background: ${theme === 'dark' ? '#1b1f24' : '#fff'}; color: ${theme === 'dark' ? '#e6e6e6' : '#333'}`;
  const sheets = [
    tokens,
    darkTokens,
    partStyles,
    panelStyles,
    connectedStyles,
    deviceStyles,
    matchingPanelStyles,
    recordStyles,
    listMarkStyles,
    portsStyles,
    chartStyles,
    historyStyles,
  ];
  const { host, root } = createShadowHost(document, sheets.join('\n'));
  root.dataset.theme = theme;
  document.body.append(host);
  return root;
}

/** A page of the extension at its address, with what it imports of styles. */
async function extensionGround(name: string, { page }: Entry): Promise<HTMLElement> {
  history.replaceState(null, '', `${location.search}${page?.hash ?? ''}`);
  document.documentElement.dataset.theme = theme;
  // The store's states are those of several pages.
  for (const page of name === 'store' ? ['matching', 'options'] : [name]) await styles[page]?.();
  return document.body;
}

/** Longer than a page waits for more to be typed, milliseconds. */
const pauseMs = 500;

/** Resolves when nothing was drawn for a while: the answers of the background are in the page. */
function quiet(): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(resolve, pauseMs);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        observer.disconnect();
        resolve();
      }, pauseMs);
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}
