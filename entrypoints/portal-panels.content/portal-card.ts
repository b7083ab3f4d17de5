import type { ComponentChild } from 'preact';
import { render } from 'preact';
import matchingStyles from '@/components/panel/matching-panel.css?inline';
import panelStyles from '@/components/panel/panel.css?inline';
import recordStyles from '@/components/panel/record-note.css?inline';
import partStyles from '@/components/ui/parts.css?inline';
import darkTokens from '@/components/tokens-dark.css?inline';
import tokens from '@/components/tokens.css?inline';
import { keepMounted } from '@/lib/portal/mount';
import { createShadowHost } from '@/lib/portal/shadow-host';
import { watchTheme } from '@/lib/portal/theme';

const css = [tokens, darkTokens, partStyles, panelStyles, matchingStyles, recordStyles].join('\n');

/** What the extension shows on a page of the portal: at most one card, put there when it is first painted. */
export interface PortalCard {
  /** `null` takes the card away. */
  paint(content: ComponentChild): void;
}

/** A card on the present page, in the portal's theme, kept there until the signal aborts. */
export function portalCard(signal: AbortSignal): PortalCard {
  let shown: { root: HTMLElement; end: AbortController } | undefined;

  function open() {
    const end = new AbortController();
    signal.addEventListener('abort', () => end.abort(), { once: true });
    const { host, root } = createShadowHost(document, css);
    watchTheme(document, (theme) => (root.dataset.theme = theme), end.signal);
    end.signal.addEventListener('abort', () => render(null, root), { once: true });
    keepMounted(host, document, end.signal);
    return { root, end };
  }

  return {
    paint(content) {
      if (signal.aborted) return;
      if (content === null) {
        shown?.end.abort();
        shown = undefined;
        return;
      }
      shown ??= open();
      render(content, shown.root);
    },
  };
}
