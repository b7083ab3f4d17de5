import type { ComponentChild } from 'preact';
import { useNow } from '@/components/state/use-now';
import { portalCard } from './portal-card';

/** How long what is shown on a page lives, and who hears of answers. */
export interface PageLife {
  /** Aborts when the page is left. */
  readonly signal: AbortSignal;
  /** Called after every answer, before it is shown. */
  readonly onReply: () => void;
}

/**
 * A card with what the background answers about the page, asked again when the tab is looked at
 * again: a sync may have come by, or something may have been decided elsewhere.
 * @param draw what is shown of the answer at a time in milliseconds; `null` for no card
 */
export function liveCard<View>(
  { signal, onReply }: PageLife,
  ask: () => Promise<{ readonly ok: true; readonly value: View } | { readonly ok: false }>,
  draw: (view: View, now: number) => ComponentChild,
): void {
  const card = portalCard(signal);

  async function show() {
    const reply = await ask();
    onReply();
    if (!reply.ok) return;
    const drawn = (now: number) => draw(reply.value, now);
    card.paint(drawn(Date.now()) === null ? null : <Live draw={drawn} />, null);
  }

  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') void show();
    },
    { signal },
  );
  void show();
}

function Live({ draw }: { draw: (now: number) => ComponentChild }) {
  return <>{draw(useNow())}</>;
}
