import type { Replied } from '@/components/state/use-answer';
import type { Period } from '@/lib/model/history';
import type { AccessPointHistory, ClientsHistory, PowerHistory } from '@/lib/views/history';

/** Asks how the device of the page has been. */
export interface AskHistory {
  accessPoint(period: Period): Promise<Replied<AccessPointHistory>>;
  clients(period: Period): Promise<Replied<ClientsHistory>>;
  power(period: Period): Promise<Replied<PowerHistory>>;
}

/** What a panel hands to the code that draws a device's history. */
export interface HistoryProps {
  readonly kind: 'access-point' | 'managed-power';
  readonly ask: AskHistory;
  /** Milliseconds. */
  readonly now: number;
}
