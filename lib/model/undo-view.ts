import type { UndoAction } from './undo';

/** An action that can be taken back. */
export interface UndoOffer {
  /** Its number, by which it is taken back. */
  readonly step: number;
  readonly action: UndoAction;
  /** How many of its rows can be taken back. */
  readonly count: number;
  /** What it was about, where that is one. */
  readonly name: string | null;
}

/** A row that Undo leaves as it is. */
export interface NotUndone {
  readonly name: string;
  readonly why:
    /** It was decided otherwise since. */
    | 'decided'
    /** Another device, which `by` names, has its configuration. */
    | 'taken'
    /** It, or what it was matched to, is gone. */
    | 'gone'
    /** Its network is not matched to that organization any more. */
    | 'elsewhere'
    | 'not-permitted';
  /** Who of the company decided it since, where that is known; for `taken` the other device. */
  readonly by: string | null;
}

/** Rows that Undo leaves as they are: how many, and the first of them. */
export interface NotUndoneView {
  readonly count: number;
  readonly first: readonly NotUndone[];
}

/** What came of Undo beside what it gave back. */
export interface Undone {
  /** What it left as it is. */
  readonly notUndone?: NotUndoneView;
  /** How many configurations are being archived in IT Glue. */
  readonly archiving?: number;
  /** Organizations that stay in IT Glue, which neither deletes nor archives them. */
  readonly staying?: readonly string[];
}
