import type { Api } from './exchange';

export interface LoggedRequest {
  /** Milliseconds since the epoch, when the request had arrived. */
  at: number;
  api: Api;
  host: string;
  method: string;
  /** Path with query. */
  path: string;
  /** The status that was answered; 0 when the connection was reset instead. */
  status: number;
}

export type RequestFilter = Partial<Pick<LoggedRequest, 'api' | 'host' | 'method' | 'status'>> & {
  /** A string is compared with the path without query. */
  path?: string | RegExp;
};

/** Every request the simulator has answered (or dropped), in the order in which they arrived. */
export class RequestLog {
  private rows: LoggedRequest[] = [];

  add(row: LoggedRequest): void {
    this.rows.push(row);
  }

  all(filter: RequestFilter = {}): LoggedRequest[] {
    return this.rows.filter(
      (row) =>
        (filter.api === undefined || row.api === filter.api) &&
        (filter.host === undefined || row.host === filter.host) &&
        (filter.method === undefined || row.method === filter.method) &&
        (filter.status === undefined || row.status === filter.status) &&
        matchesPath(filter.path, row.path),
    );
  }

  count(filter: RequestFilter = {}): number {
    return this.all(filter).length;
  }

  /** Requests that try to change something: everything but GET and HEAD, answered or not. */
  writes(filter: RequestFilter = {}): LoggedRequest[] {
    return this.all(filter).filter((row) => row.method !== 'GET' && row.method !== 'HEAD');
  }

  clear(): void {
    this.rows = [];
  }
}

/** Whether a path with query is the one meant: a string names the path without query, an expression sees both. */
export function matchesPath(wanted: string | RegExp | undefined, path: string): boolean {
  if (wanted === undefined) return true;
  if (typeof wanted === 'string') return path.split('?')[0] === wanted;
  return new RegExp(wanted.source, wanted.flags.replace(/[gy]/g, '')).test(path);
}
