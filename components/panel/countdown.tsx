import { useEffect, useState } from 'preact/hooks';
import { askedAgainText } from '@/lib/words/panel';

/** In how long something is asked again, by the second. `until`: milliseconds. */
export function Countdown({ until }: { until: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return <span class="panel-countdown">{askedAgainText(until - now)}</span>;
}
