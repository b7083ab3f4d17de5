import { useEffect, useRef, useState } from 'preact/hooks';

/** How long a changed field stays marked, milliseconds. */
const marked = 4_000;

const none: ReadonlySet<string> = new Set();

/**
 * The keys whose values changed since the last render, for a moment; none on the first.
 * @param values each field's value, comparable by `===`
 */
export function useChanged(values: ReadonlyMap<string, string>): ReadonlySet<string> {
  const last = useRef(values);
  const [changed, setChanged] = useState(none);
  const fresh = [...values].filter(
    ([key, value]) => last.current.has(key) && last.current.get(key) !== value,
  );
  useEffect(() => {
    last.current = values;
    if (fresh.length > 0) setChanged(new Set(fresh.map(([key]) => key)));
  });
  useEffect(() => {
    if (changed === none) return;
    const timer = setTimeout(() => setChanged(none), marked);
    return () => clearTimeout(timer);
  }, [changed]);
  return fresh.length > 0 ? new Set(fresh.map(([key]) => key)) : changed;
}
