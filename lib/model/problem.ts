/** The two APIs. */
export type Side = 'datto' | 'itglue';

/**
 * What went wrong, as a value: its kind chooses the sentence and the next step that a surface
 * shows. Never holds a key.
 */
export interface Problem {
  readonly kind:
    | 'offline'
    | 'timeout'
    | 'rate-limited'
    /** The server failed (5xx), or its answer was cut or unreadable. */
    | 'server'
    | 'credentials'
    | 'not-permitted'
    | 'not-found'
    /** The server understood and refused (422); `detail` says why in its words. */
    | 'refused'
    /** A defect of this extension. */
    | 'internal';
  readonly side?: Side;
  /** What the server said, as text. */
  readonly detail?: string;
}
