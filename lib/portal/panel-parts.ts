import type { PanelPart } from '@/lib/model/panel-part';
import { shadowStyles } from './shadow-host';

/** Draws a part into an element of the card, in the place of what it drew there; `null` ends it. */
type Paint<Props> = (root: HTMLElement, props: Props | null) => void;

/** Content scripts of one extension share their global object in a document; the page does not see it. */
const shared = globalThis as unknown as Record<symbol, Paint<never> | undefined>;
const keyOf = (part: PanelPart) => Symbol.for(`datto-networking-part ${part}`);

/**
 * Offers a part of the panel to the script that shows the panel.
 * @param css the part's own styles, for each card that it is drawn in
 */
export function offerPart<Props>(part: PanelPart, css: string, paint: Paint<Props>): void {
  const addStyles = shadowStyles(css);
  const styled = new WeakSet<Node>();
  shared[keyOf(part)] = (root: HTMLElement, props: Props | null) => {
    const shadow = root.getRootNode();
    if (shadow instanceof ShadowRoot && !styled.has(shadow)) {
      styled.add(shadow);
      addStyles(shadow);
    }
    paint(root, props);
  };
}

/** What draws a part, once its script has run. */
export const offeredPart = <Props>(part: PanelPart): Paint<Props> | undefined =>
  shared[keyOf(part)] as Paint<Props> | undefined;
