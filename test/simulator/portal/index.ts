import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerFor } from './api';
import { portalShapes, type PortalQuirks } from '../tenant/quirks';
import type { PortalSource } from './source';
import { readStaticFiles } from './static-files';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Milliseconds an answer takes when the page does not ask for another delay. */
const usualDelay = 60;
const longestDelay = 10_000;

/**
 * A stand-in for IT Glue's web portal, to be mounted on any HTTP or HTTPS server. Page paths
 * answer the single-page application, `/assets-static/` its files, `/portal-api/` its data.
 *
 * Modes of a page, as its query: `theme=dark`; `layout=bare` (no h1, no main) or `layout=late`
 * (the heading comes after 1.5 s); `rerender=<ms>` (the content is replaced 10 more times at that
 * distance); `delay=<ms>` (how long `/portal-api/` takes, at most 10 s);
 * `user=<name>` (who is signed in). They last until the page
 * is reloaded, navigation without reload included. `portal=hybrid|react|text|landmarks` (or the
 * header `x-portal-shape`) has the pages made of other blocks, and `myglue` has them be MyGlue's.
 */
export function createPortal(
  source: PortalSource,
  quirks: () => PortalQuirks = () => ({ shape: 'landmarks', myGlue: false }),
): (request: IncomingMessage, response: ServerResponse) => void {
  const files = readStaticFiles(randomUUID());

  return (request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'same-origin');
    response.setHeader('Cache-Control', 'no-store');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      sendJson(response, 405, { error: 'Method not allowed' });
      return;
    }
    const url = pathAndQuery(request.url ?? '/');
    if (url.path.startsWith('/portal-api/')) {
      afterDelay(response, url.query.get('delay'), () => sendAnswer(source, url, response));
    } else if (url.path.startsWith('/assets-static/')) {
      const file = files.get(url.path.slice('/assets-static/'.length));
      send(response, file ? 200 : 404, file?.type ?? 'text/plain', file?.text ?? 'Not found');
    } else {
      const page = files.get('index.html');
      if (!page) throw new Error('The portal has no index.html');
      const modes = modesOf(url.query, request.headers, quirks());
      send(
        response,
        200,
        page.type,
        page.text.replace('content="landmarks"', `content="${modes}"`),
      );
    }
  };
}

/** The shape of the page for the client: as its address, a header or the tenant says, in this order. */
function modesOf(
  query: URLSearchParams,
  { 'x-portal-shape': header }: IncomingMessage['headers'],
  quirks: PortalQuirks,
): string {
  const asked = [query.get('portal'), header].find((one) =>
    portalShapes.some((each) => each === one),
  );
  const isMyGlue = query.has('myglue') ? query.get('myglue') !== 'false' : quirks.myGlue;
  return [String(asked ?? quirks.shape), ...(isMyGlue ? ['myglue'] : [])].join(' ');
}

interface PathAndQuery {
  path: string;
  query: URLSearchParams;
}

/** Not `new URL`: a request line such as `//` is no valid URL, and must not end the server. */
function pathAndQuery(target: string): PathAndQuery {
  const [path = '/', ...rest] = target.split('?');
  return { path, query: new URLSearchParams(rest.join('?')) };
}

function afterDelay(response: ServerResponse, wanted: string | null, act: () => void): void {
  const asked = wanted === null ? Number.NaN : Number(wanted);
  const delay = asked >= 0 ? Math.min(asked, longestDelay) : usualDelay;
  const timer = setTimeout(act, delay);
  response.once('close', () => clearTimeout(timer));
}

function sendAnswer(source: PortalSource, url: PathAndQuery, response: ServerResponse): void {
  try {
    const answer = answerFor(source, url.path.slice('/portal-api'.length), url.query);
    if (answer) sendJson(response, 200, answer);
    else sendJson(response, 404, { error: 'Not found' });
  } catch (error) {
    sendJson(response, 500, { error: String(error) });
  }
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(body));
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'Content-Type': type });
  response.end(text);
}
