import { browser } from 'wxt/browser';

/** How often it is looked at, milliseconds; it costs a look at a property. */
const lookEvery = 2_000;

/** False once the extension was reloaded, updated or removed under the open page. */
function isAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** That this code's extension is gone from under it, and that nobody answers it any more. */
export interface CutOff {
  /** Aborts when that is noticed. */
  readonly signal: AbortSignal;
  /** Looks now, for who has a reason to think so. */
  readonly look: () => void;
}

/** Notices within seconds, and whenever the page is looked at again. */
export function watchCutOff(signal: AbortSignal): CutOff {
  const cut = new AbortController();
  const look = () => {
    if (!cut.signal.aborted && !isAlive()) cut.abort();
  };
  const timer = setInterval(look, lookEvery);
  document.addEventListener('visibilitychange', look, { signal });
  for (const end of [signal, cut.signal])
    end.addEventListener('abort', () => clearInterval(timer), { once: true });
  return { signal: cut.signal, look };
}
