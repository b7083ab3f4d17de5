/** Content scripts of one extension share their global object in a document; the page does not see it. */
const key = Symbol.for('datto-networking-panel');
type Shared = typeof globalThis & { [key]?: AbortController };

/** Whether the panel's code already runs in this document. */
export function panelRuns(): boolean {
  const life = (globalThis as Shared)[key];
  return life !== undefined && !life.signal.aborted;
}

/**
 * Begins the panel's life in this document.
 * @returns what ends it, or `null` where it has begun before and not ended
 */
export function beginPanelLife(): AbortController | null {
  if (panelRuns()) return null;
  return ((globalThis as Shared)[key] = new AbortController());
}
