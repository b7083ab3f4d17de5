import type { ComponentChild } from 'preact';
import { CutOffNotice } from '@/components/panel/cut-off-notice';
import { PanelFrame } from '@/components/panel/panel-frame';
import { useNow } from '@/components/state/use-now';
import type { CutOff } from '@/lib/portal/cut-off';
import { trusted } from '@/lib/portal/trusted';
import { portalCard } from './portal-card';

/** How long what is shown on a page lives, and who hears of answers. */
export interface PageLife {
  /** Aborts when the page is left. */
  readonly signal: AbortSignal;
  /** The extension may be updated under the open page. */
  readonly cutOff: CutOff;
}

/**
 * A card with what the background answers about the page, asked again when the tab is looked at
 * again: a sync may have come by, or something may have been decided elsewhere.
 * @param draw what is shown of the answer at a time in milliseconds; `null` for no card
 */
export function liveCard<View>(
  { signal, cutOff }: PageLife,
  ask: () => Promise<{ readonly ok: true; readonly value: View } | { readonly ok: false }>,
  draw: (view: View, now: number) => ComponentChild,
): void {
  const card = portalCard(signal);
  let isShown = false;

  async function show() {
    const reply = await ask();
    cutOff.look();
    if (!reply.ok || cutOff.signal.aborted) return;
    const drawn = (now: number) => draw(reply.value, now);
    isShown = drawn(Date.now()) !== null;
    card.paint(isShown ? <Live draw={drawn} /> : null, null);
  }

  cutOff.signal.addEventListener(
    'abort',
    () => {
      if (isShown) card.paint(<CutOffCard />, null);
    },
    { signal },
  );
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible' && !cutOff.signal.aborted) void show();
    },
    { signal },
  );
  void show();
}

function Live({ draw }: { draw: (now: number) => ComponentChild }) {
  return <>{draw(useNow())}</>;
}

/** Stands for what nobody keeps current any more. */
export function CutOffCard() {
  return (
    <PanelFrame busy={false}>
      <CutOffNotice readAt={null} now={useNow()} onReload={reloadPage} />
    </PanelFrame>
  );
}

export const reloadPage = trusted(() => location.reload());
