import { createItGlueClient, type ItGlueClient, type ItGlueClientOptions } from './client';
import { ItGlueError } from './errors';

/** A request as the fake server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly init: RequestInit;
}

export type Answer = Response | Error;

/** A client whose requests are answered by a function, with everything it sent. */
export function fakeClient(
  answer: (request: SeenRequest, index: number) => Answer | Promise<Answer>,
  options: Partial<ItGlueClientOptions> = {},
): { client: ItGlueClient; requests: SeenRequest[] } {
  const requests: SeenRequest[] = [];
  const client = createItGlueClient({
    apiKey: 'ITG.test-key',
    region: 'us',
    now: () => 1_760_000_000_000,
    random: () => 0,
    budget: { acquire: () => Promise.resolve() },
    fetch: async (url, init) => {
      const request: SeenRequest = {
        method: init.method ?? 'GET',
        url: new URL(url),
        headers: new Headers(init.headers),
        body: typeof init.body === 'string' ? init.body : undefined,
        init,
      };
      requests.push(request);
      const result = await answer(request, requests.length - 1);
      if (result instanceof Error) throw result;
      return result;
    },
    ...options,
  });
  return { client, requests };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });

export const listMeta = (next: number | null, count: number, pages = 1) => ({
  'next-page': next,
  'total-count': count,
  'total-pages': pages,
});

/** The `ItGlueError` a call fails with. */
export async function failureOf(call: Promise<unknown>): Promise<ItGlueError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ItGlueError) return error;
    throw error;
  }
  throw new Error('the call did not fail');
}
