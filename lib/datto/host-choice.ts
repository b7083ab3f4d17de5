import { DattoError } from './errors';
import { keyHosts, powerStripHost, routerHosts, type DattoHost, type KeyHost } from './hosts';
import type { Transport } from './transport';

/** The JSON of a good answer and who gave it. */
export interface Answer {
  readonly host: DattoHost;
  readonly json: unknown;
}

/** Asks the server that serves a path for this account. */
export interface Hosts {
  /** Where the key belongs, as far as that is known. */
  keyHost(): KeyHost | null;
  /** Networks, access points, switches: the host the key belongs to, found by trying. */
  fromKeyHost(path: string, signal?: AbortSignal): Promise<Answer>;
  fromPowerStripHost(path: string, signal?: AbortSignal): Promise<Answer>;
  /** Rejects with a `not-implemented` error where no host has routers for this account. */
  fromRouterHosts(path: string, signal?: AbortSignal): Promise<Answer>;
}

/**
 * @param remembered the host that took this key before
 * @param onKeyHost told when another host turns out to take it
 */
export function chooseHosts(
  transport: Transport,
  remembered: KeyHost | null,
  onKeyHost: (host: KeyHost) => void,
): Hosts {
  let keyHost = remembered;

  function found(host: KeyHost): void {
    if (host === keyHost) return;
    keyHost = host;
    onKeyHost(host);
  }

  return {
    keyHost: () => keyHost,

    async fromKeyHost(path, signal) {
      // The remembered one first; the others still, since accounts move to the newer user system.
      const candidates = [...keyHosts].sort(
        (a, b) => Number(b === keyHost) - Number(a === keyHost),
      );
      let unknownKey: DattoError | null = null;
      for (const host of candidates) {
        try {
          const json = await transport.get(host, path, signal);
          found(host);
          return { host, json };
        } catch (error) {
          if (!(error instanceof DattoError)) throw error;
          // That something is not for this key is an answer to a key that is known here.
          if (error.kind === 'not-permitted' || error.kind === 'out-of-reach') found(host);
          if (!error.unknownKey) throw error;
          unknownKey ??= error;
        }
      }
      throw unknownKey as DattoError;
    },

    async fromPowerStripHost(path, signal) {
      return { host: powerStripHost, json: await transport.get(powerStripHost, path, signal) };
    },

    async fromRouterHosts(path, signal) {
      let missing: DattoError | null = null;
      let unknownKey: DattoError | null = null;
      for (const host of routerHosts) {
        try {
          return { host, json: await transport.get(host, path, signal) };
        } catch (error) {
          if (!(error instanceof DattoError)) throw error;
          if (error.kind === 'not-implemented') missing ??= error;
          else if (error.unknownKey) unknownKey ??= error;
          else throw error;
        }
      }
      throw (missing ?? unknownKey) as DattoError;
    },
  };
}
