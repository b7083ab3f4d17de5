import type { ComponentChild } from 'preact';
import { render } from 'preact';
import connectedStyles from '@/components/panel/connected-to.css?inline';
import deviceStyles from '@/components/panel/device.css?inline';
import matchingStyles from '@/components/panel/matching-panel.css?inline';
import panelStyles from '@/components/panel/panel.css?inline';
import { PlacementContext } from '@/components/panel/placement';
import recordStyles from '@/components/panel/record-note.css?inline';
import partStyles from '@/components/ui/parts.css?inline';
import darkTokens from '@/components/tokens-dark.css?inline';
import tokens from '@/components/tokens.css?inline';
import { send } from '@/lib/messages/client';
import { corners, defaultPlacement, type PlacedBy, type Placement } from '@/lib/model/placement';
import { keepDocked, type Dock } from '@/lib/portal/dock';
import { watchButtons } from '@/lib/portal/deliberate';
import { watchDrag } from '@/lib/portal/drag';
import { keepMounted, type Mount } from '@/lib/portal/mount';
import { createShadowHost } from '@/lib/portal/shadow-host';
import { watchTheme } from '@/lib/portal/theme';
import { trusted } from '@/lib/portal/trusted';
import { loadPlacement, savePlacement } from './placement';

const css = [
  tokens,
  darkTokens,
  partStyles,
  panelStyles,
  connectedStyles,
  deviceStyles,
  matchingStyles,
  recordStyles,
].join('\n');

/** What the extension shows on a page of the portal: at most one card, put there when it is first painted. */
export interface PortalCard {
  /**
   * @param content `null` takes the card away
   * @param name what the page's title is known to say; `null` where that is not known
   */
  paint(content: ComponentChild, name: string | null): void;
}

/** A card on the present page, in the portal's theme, kept there until the signal aborts. */
export function portalCard(signal: AbortSignal): PortalCard {
  let shown: OpenCard | undefined;
  let placement: Placement | null = null;
  let wanted: { readonly content: ComponentChild; readonly name: string | null } | null = null;

  void loadPlacement().then((loaded) => {
    placement = loaded ?? defaultPlacement;
    if (wanted) paint(wanted.content, wanted.name);
  });

  function paint(content: ComponentChild, name: string | null) {
    wanted = { content, name };
    if (signal.aborted || placement === null) return;
    if (content === null) {
      shown?.close();
      shown = undefined;
      return;
    }
    shown ??= openCard(signal, placement, (changed) => {
      placement = changed;
      savePlacement(changed);
    });
    shown.paint(content, name);
  }
  return { paint };
}

interface OpenCard {
  paint(content: ComponentChild, name: string | null): void;
  close(): void;
}

function openCard(
  signal: AbortSignal,
  initial: Placement,
  changed: (placement: Placement) => void,
): OpenCard {
  const end = new AbortController();
  signal.addEventListener('abort', () => end.abort(), { once: true });
  const { host, root } = createShadowHost(document, css);
  watchButtons(root, end.signal);
  watchTheme(document, (theme) => (root.dataset.theme = theme), end.signal);
  end.signal.addEventListener('abort', () => render(null, root), { once: true });

  let placement = initial;
  let content: ComponentChild = null;
  let name: string | null = null;
  let placedBy: PlacedBy | null = null;
  let docking: { readonly dock: Dock; readonly end: AbortController } | null = null;
  let mount: Mount | null = null;

  function placed(by: PlacedBy) {
    placedBy = by;
    // For whoever looks where the panel stands: the setup check, the page's inspector.
    host.dataset.placedBy = by;
    if (by === 'docked' && docking === null) {
      const life = new AbortController();
      end.signal.addEventListener('abort', () => life.abort(), { once: true });
      const dock = keepDocked(host, document, life.signal, {
        corner: () => placement.corner,
        collapsed: () => placement.collapsed,
      });
      watchDrag(host, life.signal, (corner) => change({ corner }));
      docking = { dock, end: life };
    } else if (by !== 'docked') {
      docking?.end.abort();
      docking = null;
    }
    draw();
    docking?.dock.update();
  }

  function change(changes: Partial<Placement>) {
    placement = { ...placement, ...changes };
    changed(placement);
    mount?.update();
    draw();
    docking?.dock.update();
  }

  function draw() {
    const docked = placedBy === 'docked';
    const value = {
      docked,
      canReturn: placement.docked,
      collapsed: docked && placement.collapsed,
      onDock: trusted(() => change({ docked: true, collapsed: false })),
      onReturn: trusted(() => change({ docked: false })),
      onMove: trusted(() => change({ corner: nextCorner(placement.corner) })),
      onCollapse: trusted(() => change({ collapsed: !placement.collapsed })),
    };
    render(<PlacementContext.Provider value={value}>{content}</PlacementContext.Provider>, root);
  }

  return {
    paint(next, title) {
      content = next;
      name = title;
      // Painted before it is put there, so that it has its height at once.
      draw();
      mount ??= keepMounted(host, document, end.signal, {
        name: () => name,
        docked: () => placement.docked,
        placed,
        givenUp: () => void send('panel.given-up'),
      });
      docking?.dock.update();
    },
    close: () => end.abort(),
  };
}

const nextCorner = (corner: Placement['corner']): Placement['corner'] =>
  corners[(corners.indexOf(corner) + 1) % corners.length] ?? defaultPlacement.corner;
