import {
  Virtualizer,
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
} from '@tanstack/virtual-core';
import type { VirtualItem } from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

interface Options {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly keyOf: (index: number) => string;
  /** A row is guessed to be so high until it is measured, px. */
  readonly height: number;
  /** What stands over the first rows while they scroll, px. */
  readonly headHeight: number;
  /** A row that stays in the page wherever it is scrolled to: it may have the focus. */
  readonly keep: number;
}

const overscan = 6;

export interface VirtualRows {
  readonly items: readonly VirtualItem[];
  /** The places of the rows in sight, with some before and after. */
  readonly first: number;
  readonly last: number;
  /** px */
  readonly totalHeight: number;
  /** For the `ref` of each row, which carries its index as `data-index`. */
  readonly measure: (row: HTMLElement | null) => void;
  readonly scrollTo: (index: number, align: 'auto' | 'center') => void;
}

/** Which rows of a long list are to be in the page, and where: TanStack Virtual's core on Preact's hooks. */
export function useVirtualRows(options: Options): VirtualRows {
  const { scroller, count, keyOf, height, headHeight, keep } = options;
  const [, render] = useReducer<number, void>((times) => times + 1, 0);
  const settings = {
    count,
    getItemKey: keyOf,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    overscan,
    rangeExtractor(range: Parameters<typeof defaultRangeExtractor>[0]) {
      const shown = defaultRangeExtractor(range);
      if (keep < 0 || keep >= count || shown.includes(keep)) return shown;
      return [...shown, keep].sort((a, b) => a - b);
    },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => render(),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(settings));
  virtualizer.setOptions(settings);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  const items = virtualizer.getVirtualItems();
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
  return {
    items,
    first: Math.max(0, startIndex - overscan),
    last: endIndex + overscan,
    totalHeight: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    scrollTo: (index, align) => virtualizer.scrollToIndex(index, { align }),
  };
}
