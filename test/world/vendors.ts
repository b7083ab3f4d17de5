import { startSimulator } from '@/test/simulator';
import type { Faults } from '@/test/simulator/faults';
import type { RequestLog } from '@/test/simulator/request-log';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import { Clock } from './clock';

/** What both vendors hold about one company, and their APIs; any number of browsers may be before them. */
export interface Vendors {
  readonly tenant: Tenant;
  /** Passes by itself, and waiting moves it on; `pass` moves it at once. */
  readonly clock: Pick<Clock, 'now' | 'wait' | 'pass'>;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  close(): Promise<void>;
}

/** The simulated APIs as real servers on loopback, with every fault they know. */
export async function servedVendors(tenant: Tenant): Promise<Vendors> {
  const clock = new Clock();
  const simulator = await startSimulator({ tenant, now: clock.now });
  const { faults, requests, fetch } = simulator;
  return { tenant, clock, faults, requests, fetch, close: () => simulator.close() };
}
