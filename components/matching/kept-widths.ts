import { withinReason, type SetWidths } from './column-widths';

const keyOf = (layout: string) => `columns ${layout}`;

/** The widths that a person set on a level, kept in this browser; none where nothing usable is kept. */
export function readWidths(layout: string): SetWidths {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(layout)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).flatMap(([id, width]) =>
        typeof width === 'number' && Number.isFinite(width) ? [[id, withinReason(width)]] : [],
      ),
    );
  } catch {
    return {};
  }
}

/** Keeps them; a browser that keeps nothing has them until the page is closed. */
export function keepWidths(layout: string, widths: SetWidths): void {
  try {
    localStorage.setItem(keyOf(layout), JSON.stringify(widths));
  } catch {
    // Full, or switched off.
  }
}
