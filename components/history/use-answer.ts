import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '@/lib/model/problem';
import type { Answered } from './ask';

interface State<Value> {
  /** The last answer there was. */
  readonly value: Value | null;
  /** Why the last question had none. */
  readonly problem: Problem | null;
  readonly busy: boolean;
}

/**
 * An answer, asked for at once and whenever what is asked about changes; the one of before stays until then.
 * @param about names what is asked
 */
export function useAnswer<Value>(
  about: string,
  ask: () => Promise<Answered<Value>>,
): State<Value> & { readonly again: () => void } {
  const [state, setState] = useState<State<Value>>({ value: null, problem: null, busy: true });
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let wanted = true;
    setState(({ value }) => ({ value, problem: null, busy: true }));
    void ask().then((answer) => {
      if (!wanted) return;
      setState(({ value }) =>
        answer.ok
          ? { value: answer.value, problem: null, busy: false }
          : { value, problem: answer.problem, busy: false },
      );
    });
    return () => {
      wanted = false;
    };
    // What asks is made anew with each drawing; what it asks about is `about`.
  }, [about, asked]);
  return { ...state, again: () => setAsked((times) => times + 1) };
}
