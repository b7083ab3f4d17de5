import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Api, SimulatorAnswer, SimulatorRequest } from './exchange';
import type { ActiveFault, Faults } from './faults';
import { destinationOf, type Destination } from './hosts';
import type { RequestLog } from './request-log';

export interface Servers {
  faults: Faults;
  requests: RequestLog;
  /** Answers for one of the two APIs; `clockSkewSeconds` comes from a fault. */
  answer(
    destination: Destination & { api: 'datto' | 'itglue' },
    request: SimulatorRequest,
    clockSkewSeconds: number,
  ): SimulatorAnswer;
  control(request: SimulatorRequest): SimulatorAnswer;
  portal(
    destination: Destination & { api: 'portal' },
    request: IncomingMessage,
    response: ServerResponse,
  ): void;
  now(): number;
}

/** What became of a request before or after it was carried out: an answer, or a connection that is destroyed. */
type Outcome = SimulatorAnswer | 'reset';

/** The listener both servers (TLS and plain) share: host → faults → API → faults → answer and log. */
export function listener(servers: Servers): RequestListener {
  return (request, response) => {
    void serve(servers, request, response).catch((error: unknown) => {
      console.error('The simulator failed on', request.method, request.url, error);
      response.destroy();
    });
  };
}

async function serve(
  servers: Servers,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = incoming.url ?? '/';
  const url = new URL(target, 'https://simulator.invalid');
  const host = (incoming.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
  const method = incoming.method ?? 'GET';
  const destination = destinationOf(host, target, incoming.headers);
  const { api } = destination;
  const request: SimulatorRequest = {
    method,
    host,
    path: url.pathname,
    target,
    query: url.searchParams,
    headers: incoming.headers,
    body: api === 'portal' ? '' : await readBody(incoming),
  };
  if (api === 'control') return send(response, servers.control(request));

  const at = servers.now();
  const log = (status: number) =>
    servers.requests.add({ at, api, host, method, path: target, status });
  const active = servers.faults.take({ api, host, method, path: target });

  let outcome = await beforeEffect(active);
  if (response.destroyed) return log(0);
  if (outcome === undefined && api === 'portal') {
    response.once('close', () => log(response.statusCode));
    return servers.portal(destination, incoming, response);
  }
  if (outcome === undefined && api !== 'portal') {
    const answer = servers.answer(destination, request, clockSkew(active));
    // The APIs' answers have the date of their own clocks, or none.
    response.sendDate = false;
    if (answer.unanswered) return void response.once('close', () => log(0));
    outcome = await afterEffect(active, api, answer);
  }
  if (outcome === undefined || outcome === 'reset') {
    log(0);
    incoming.socket.destroy();
    return;
  }
  log(outcome.status);
  if (active.some(({ fault }) => fault.kind === 'truncated')) truncate(response, outcome);
  else send(response, outcome);
}

async function beforeEffect(active: ActiveFault[]): Promise<Outcome | undefined> {
  for (const { fault, released } of active) {
    switch (fault.kind) {
      case 'latency':
        await delay(fault.milliseconds);
        break;
      case 'hang':
        if (fault.effect !== 'after') await released;
        break;
      case 'too-many-requests':
        return {
          status: 429,
          headers: {
            'content-type': 'text/plain',
            ...(fault.retryAfterSeconds !== null && {
              'retry-after': String(fault.retryAfterSeconds ?? 1),
            }),
          },
          body: 'Too Many Requests',
        };
      case 'server-error':
        if (fault.effect !== 'after') return serverError(fault.status);
        break;
      case 'reset':
        if (fault.effect !== 'after') return 'reset';
        break;
      case 'answer':
        return {
          status: fault.status,
          headers: { 'content-type': 'application/json', ...fault.headers },
          body: typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body),
        };
      case 'truncated':
      case 'malformed':
      case 'clock-skew':
        break;
    }
  }
  return undefined;
}

async function afterEffect(
  active: ActiveFault[],
  api: Api,
  answer: SimulatorAnswer,
): Promise<Outcome> {
  let outcome: Outcome = answer;
  for (const { fault, released } of active) {
    if (fault.kind === 'hang' && fault.effect === 'after') await released;
    if (fault.kind === 'server-error' && fault.effect === 'after')
      outcome = serverError(fault.status);
    if (fault.kind === 'reset' && fault.effect === 'after') outcome = 'reset';
    if (fault.kind === 'malformed') {
      outcome = { ...answer, body: `<html><body>${api} is being updated</body></html>` };
    }
  }
  return outcome;
}

function clockSkew(active: ActiveFault[]): number {
  return active.reduce(
    (sum, { fault }) => sum + (fault.kind === 'clock-skew' ? fault.seconds : 0),
    0,
  );
}

function serverError(status = 500): SimulatorAnswer {
  return {
    status,
    headers: { 'content-type': 'text/html' },
    body: '<h1>Something went wrong</h1>',
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, { status, headers, body }: SimulatorAnswer): void {
  if (status === 204) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

function truncate(response: ServerResponse, { status, headers, body }: SimulatorAnswer): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}
