import { useEffect, useState } from 'preact/hooks';

/** How often ages are worded anew, milliseconds. */
const every = 20_000;

/** The time in milliseconds, renewed often enough for "3 minutes ago" to be true. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, []);
  return now;
}
