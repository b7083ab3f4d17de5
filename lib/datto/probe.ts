import { DattoError } from './errors';
import { keyHosts, type DattoHost, type KeyHost } from './hosts';
import { createTransport, type TransportOptions } from './transport';

/** Looks at an account as it answers, without a retry; what the setup check asks with. GET only. */
export interface DattoProbe {
  /**
   * @param host the key's own where left out
   * @returns the parsed JSON
   * @throws DattoError
   */
  get(path: string, host?: DattoHost): Promise<unknown>;
  /** The host that took the key before. */
  readonly keyHost: KeyHost;
  /** Milliseconds since 1970 by the local clock. */
  now(): number;
}

export type DattoProbeOptions = TransportOptions & { readonly host: KeyHost | null };

export function createDattoProbe(options: DattoProbeOptions, signal: AbortSignal): DattoProbe {
  const keyHost = options.host ?? keyHosts[0];
  const transport = createTransport({ ...options, retries: 0, timeout: 20_000 }, () => keyHost);
  return {
    get: (path, host = keyHost) => transport.get(host, path, signal),
    keyHost,
    now: options.now,
  };
}

/** An answer, or the error that came instead. @throws what is no answer of the API's */
export async function asked<Value>(
  answer: Promise<Value>,
): Promise<{ readonly value: Value } | { readonly error: DattoError }> {
  try {
    return { value: await answer };
  } catch (error) {
    if (!(error instanceof DattoError)) throw error;
    return { error };
  }
}
