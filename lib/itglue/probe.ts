import type { FlexibleAssetTypeDraft } from '@/lib/model/flexible-asset';
import type { Portal } from '@/lib/model/portal';
import { ItGlueError } from './errors';
import { createTransport, type Query, type TransportOptions } from './transport';

/** What of the extension's own writing a check looks for. */
interface OwnWriting {
  readonly recordType: FlexibleAssetTypeDraft;
  /** The notes of a link that the extension made. */
  readonly relationNotes: string;
  /** Whether a password's notes say that the extension keeps it. */
  isOwnPassword(notes: string): boolean;
}

/** Looks at an account as it answers, without a repetition; what the setup check asks with. GET only. */
export interface ItGlueProbe {
  /** @returns the parsed JSON @throws ItGlueError; 401 and 403 as they are, unconfirmed */
  get(path: string, query?: Query): Promise<unknown>;
  /** The `Date` header of the last answer; `null` where it had none that can be read. */
  date(): string | null;
  /** Milliseconds since 1970 by the local clock. */
  now(): number;
  readonly portal: Portal;
  readonly own: OwnWriting;
}

export interface ItGlueProbeOptions extends TransportOptions {
  readonly portal: Portal;
  readonly own: OwnWriting;
}

export function createItGlueProbe(options: ItGlueProbeOptions, signal: AbortSignal): ItGlueProbe {
  let date: string | null = null;
  const transport = createTransport(
    {
      ...options,
      repetitions: 0,
      async fetch(url, init) {
        const response = await options.fetch(url, init);
        date = response.headers.get('date');
        return response;
      },
    },
    signal,
  );
  return {
    get: (path, query) => transport.get(path, query, 'fail'),
    date: () => date,
    now: options.now,
    portal: options.portal,
    own: options.own,
  };
}

/** An answer, or the error that came instead. @throws what is no answer of the API's */
export async function asked<Value>(
  answer: Promise<Value>,
): Promise<{ readonly value: Value } | { readonly error: ItGlueError }> {
  try {
    return { value: await answer };
  } catch (error) {
    if (!(error instanceof ItGlueError)) throw error;
    return { error };
  }
}
