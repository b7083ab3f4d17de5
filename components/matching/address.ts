import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import {
  formatMatchingPlace,
  matchingStart,
  parseMatchingPlace,
} from '@/lib/views/matching-address';
import type { MatchingPlace } from '@/lib/views/matching-address';

/** The current place on the page, kept in step with the address. */
export interface Address {
  readonly place: ReadonlySignal<MatchingPlace>;
  /** Goes to another level or tab, from which Back returns; the rest is as the start unless given. */
  readonly go: (to: Partial<MatchingPlace>) => void;
  /** Changes filter, order or current row: the same entry of the history. */
  readonly adjust: (change: Partial<MatchingPlace>) => void;
  /** Follows Back, Forward and typed addresses; returns how to stop. */
  readonly follow: () => () => void;
}

/**
 * Browsers take some 200 changes of the address in half a minute; a held arrow key makes more. So
 * the first change is written at once, and those that follow it together.
 */
const pauseMs = 300;

function createAddress(): Address {
  const place = signal(parseMatchingPlace(location.hash));
  /** The fragment that the place was read from or written to. */
  let written = location.hash;
  /** Runs while a change that comes now has to wait. */
  let pause: ReturnType<typeof setTimeout> | undefined;

  function write(): void {
    const fragment = formatMatchingPlace(place.peek());
    if (fragment === written) return;
    written = fragment;
    history.replaceState(history.state, '', fragment);
  }

  return {
    place,
    go(to) {
      write();
      place.value = { ...matchingStart, ...to };
      written = formatMatchingPlace(place.peek());
      history.pushState(null, '', written);
    },
    adjust(change) {
      place.value = { ...place.peek(), ...change };
      if (pause !== undefined) return;
      write();
      pause = setTimeout(() => {
        pause = undefined;
        write();
      }, pauseMs);
    },
    follow() {
      const read = () => {
        if (location.hash === written) return;
        written = location.hash;
        place.value = parseMatchingPlace(location.hash);
      };
      const flush = () => pause !== undefined && write();
      addEventListener('popstate', read);
      addEventListener('hashchange', read);
      addEventListener('pagehide', flush);
      return () => {
        clearTimeout(pause);
        removeEventListener('popstate', read);
        removeEventListener('hashchange', read);
        removeEventListener('pagehide', flush);
      };
    },
  };
}

/** The page's address, followed as long as the component is there. */
export function useAddress(): Address {
  const address = useMemo(createAddress, []);
  useEffect(() => address.follow(), [address]);
  return address;
}
