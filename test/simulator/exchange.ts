import type { IncomingHttpHeaders } from 'node:http';

export type Api = 'datto' | 'itglue' | 'portal';

/** One request as the handlers of the two APIs see it, its body read to the end. */
export interface SimulatorRequest {
  method: string;
  /** The host name it was sent to, lower case, without port. */
  host: string;
  /** The path without the query, as sent. */
  path: string;
  /** Path and query exactly as sent: what a Datto signature covers. */
  target: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface SimulatorAnswer {
  /** The server never gets to answer: the connection stays open until the client gives up. */
  unanswered?: true;
  status: number;
  headers: Record<string, string>;
  body: string;
}
