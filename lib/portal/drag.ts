import type { Corner } from '@/lib/model/placement';

/** Movements shorter than this are clicks, CSS pixels. */
const slack = 6;

/** The corner of the window that a point is nearest to. */
export function cornerAt(
  point: { readonly x: number; readonly y: number },
  window: { readonly width: number; readonly height: number; readonly rightToLeft: boolean },
): Corner {
  const vertical = point.y < window.height / 2 ? 'top' : 'bottom';
  const right = point.x >= window.width / 2;
  return `${vertical}-${right === window.rightToLeft ? 'start' : 'end'}`;
}

/**
 * Lets people drag a docked panel by its header into another corner, until the signal aborts.
 * Buttons in the header stay buttons.
 */
export function watchDrag(
  host: HTMLElement,
  signal: AbortSignal,
  dropped: (corner: Corner) => void,
): void {
  const shadow = host.shadowRoot;
  const { documentElement, defaultView } = host.ownerDocument;
  let from: { readonly x: number; readonly y: number; readonly pointer: number } | null = null;

  const onDown = (event: Event) => {
    const { target, button, pointerId, clientX, clientY, isTrusted } = event as PointerEvent;
    if (!isTrusted || button !== 0 || !(target instanceof Element)) return;
    if (target.closest('.panel-header') === null || target.closest('button, a, input')) return;
    from = { x: clientX, y: clientY, pointer: pointerId };
    target.setPointerCapture(pointerId);
  };
  const distance = (event: PointerEvent) =>
    from && { x: event.clientX - from.x, y: event.clientY - from.y };
  const onMove = (event: Event) => {
    const by = distance(event as PointerEvent);
    if (by) host.style.translate = `${by.x}px ${by.y}px`;
  };
  const end = (event: Event) => {
    const by = distance(event as PointerEvent);
    from = null;
    host.style.removeProperty('translate');
    if (!by || event.type === 'pointercancel' || Math.hypot(by.x, by.y) < slack) return;
    const { clientX: x, clientY: y } = event as PointerEvent;
    const { clientWidth: width, clientHeight } = documentElement;
    const height = defaultView?.innerHeight ?? clientHeight;
    const rightToLeft = getComputedStyle(host).direction === 'rtl';
    dropped(cornerAt({ x, y }, { width, height, rightToLeft }));
  };
  shadow?.addEventListener('pointerdown', onDown, { signal });
  shadow?.addEventListener('pointermove', onMove, { signal });
  shadow?.addEventListener('pointerup', end, { signal });
  shadow?.addEventListener('pointercancel', end, { signal });
}
