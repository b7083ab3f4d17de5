import { useEffect, useState } from 'preact/hooks';
import { parsePlace, type OptionsPlace } from './place';

/** The place that the address names, followed; another object each time one goes somewhere. */
export function usePlace(): OptionsPlace {
  const [place, setPlace] = useState(() => parsePlace(location.hash));
  useEffect(() => {
    const follow = () => setPlace(parsePlace(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}
