import { useRef, useState } from 'preact/hooks';
import type { Problem } from '@/lib/model/problem';
import type { PanelCandidate } from '@/lib/views/matching';

/** Asks the background for the devices that a text finds. */
export type Search = (
  text: string,
) => Promise<
  | { readonly ok: true; readonly value: readonly PanelCandidate[] }
  | { readonly ok: false; readonly problem: Problem }
>;

export interface Found {
  /** The text that this is the answer to. */
  readonly text: string;
  readonly devices: readonly PanelCandidate[];
  readonly problem: Problem | null;
}

const nothing: Found = { text: '', devices: [], problem: null };

/**
 * Searches as a person types: one question at a time, and after it one for the text as it then is,
 * so that an older answer never stands under a newer text.
 */
export function useSearch(search: Search) {
  const [found, setFound] = useState(nothing);
  const wanted = useRef('');
  const asking = useRef(false);

  async function find(typed: string) {
    wanted.current = typed.trim();
    if (asking.current) return;
    asking.current = true;
    let next: Found;
    do {
      const text = wanted.current;
      const answer = text === '' ? null : await search(text);
      next = {
        text,
        devices: answer?.ok ? answer.value : [],
        problem: answer && !answer.ok ? answer.problem : null,
      };
    } while (next.text !== wanted.current);
    asking.current = false;
    setFound(next);
  }

  return { found, find };
}
