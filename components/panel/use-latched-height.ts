import { useEffect, useRef } from 'preact/hooks';

/**
 * Keeps an element at least as high as it once was at its present width, so that an update never
 * moves what stands below.
 * @param layout the height is taken again when it changes: what a user opened may make it lower
 */
export function useLatchedHeight<Target extends HTMLElement>(layout: string) {
  const ref = useRef<Target>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    element.style.minHeight = '';
    let width = 0;
    const observer = new ResizeObserver(() => {
      const box = element.getBoundingClientRect();
      // Taken out of the page for a moment by its rendering.
      if (box.width === 0) return;
      if (box.width !== width) {
        width = box.width;
        element.style.minHeight = '';
      }
      element.style.minHeight = `${element.getBoundingClientRect().height}px`;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [layout]);
  return ref;
}
