import type { Period } from '@/lib/model/history';
import type { Problem } from '@/lib/model/problem';
import type { AccessPointHistory, ClientsHistory, PowerHistory } from '@/lib/views/history';

/** What the background answers. */
export type Answered<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

/** Asks how the device of the page has been. */
export interface AskHistory {
  accessPoint(period: Period): Promise<Answered<AccessPointHistory>>;
  clients(period: Period): Promise<Answered<ClientsHistory>>;
  power(period: Period): Promise<Answered<PowerHistory>>;
}

/** What a panel hands to the code that draws a device's history. */
export interface HistoryProps {
  readonly kind: 'access-point' | 'managed-power';
  readonly ask: AskHistory;
  /** Milliseconds. */
  readonly now: number;
}
