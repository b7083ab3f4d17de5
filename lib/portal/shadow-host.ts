import { speakIn } from '@/lib/i18n';

/** The panel's element in the page. A name of our own, so that no rule of the page means it. */
export const hostTag = 'datto-networking-panel';

/**
 * Makes the panel's element with its shadow root, styled, not yet in the page.
 * @returns the element, and the one inside the shadow root to render into
 */
export function createShadowHost(
  document: Document,
  css: string,
): { host: HTMLElement; root: HTMLElement } {
  const host = document.createElement(hostTag);
  speakIn(host);
  const shadow = host.attachShadow({ mode: 'open' });
  const root = document.createElement('div');
  root.dataset.theme = 'light';
  shadow.append(root);
  shadowStyles(css)(shadow);
  return { host, root };
}

/**
 * Adds styles to those of shadow roots, to all by one sheet. A constructed sheet is no inline style to the page's
 * Content-Security-Policy; Firefox refuses to hand one from a content script to the page's shadow root
 * (https://bugzilla.mozilla.org/show_bug.cgi?id=1751346), there a style element does.
 */
export function shadowStyles(css: string): (shadow: ShadowRoot) => void {
  let sheet: CSSStyleSheet | undefined;
  return (shadow) => {
    try {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
      }
      const sheets = [...shadow.adoptedStyleSheets, sheet];
      shadow.adoptedStyleSheets = sheets;
      if (shadow.adoptedStyleSheets.length !== sheets.length)
        throw new Error('The sheet was not adopted.');
    } catch {
      const style = shadow.ownerDocument.createElement('style');
      style.textContent = css;
      shadow.prepend(style);
    }
  };
}
