import type { WirelessState } from '@/lib/model/documented-ssid';
import type { Look, LookedList } from '@/lib/model/first-seen';
import type { Placement } from '@/lib/model/placement';
import type { CheckResult, PageMeasure } from '@/lib/model/setup-check';
import type { OrganizationId } from '@/lib/model/ids';
import type { Side } from '@/lib/model/problem';
import type { Sealed } from '@/lib/model/sealed';
import type { OddField } from '@/lib/model/rows';
import type { SyncStage } from '@/lib/model/run';
import type { ConnectFailure } from '@/lib/model/connect';
import type { PolicyField } from '@/lib/model/policy';
import type { Connection, Settings } from '@/lib/model/settings';
import type { TeamState } from '@/lib/model/shared-entry';
import type { Overruled } from '@/lib/model/team-mark';
import { defaultSettings } from '@/lib/model/settings';
import { untilCommitted } from './failure';
import type { Database, WriteTransaction } from './schema';
import type { Reader } from './table';

/** A list that was read to its end, so that only what changed since is to be read. */
export interface KnownList {
  /** Those whose rows are known. */
  readonly organizations: readonly OrganizationId[];
  /** What changed earlier is known, milliseconds since 1970 by IT Glue's clock. */
  readonly until: number;
  /** When everything was read last, milliseconds since 1970. */
  readonly wholeAt: number;
  /** Which version of the extension read them. */
  readonly version: string;
  /** What that met. */
  readonly oddFields: readonly OddField[];
}

/** The single values and their types. */
export interface Meta {
  connection: Connection;
  settings: Settings;
  /** A side refused the keys: nothing syncs until they are entered again. */
  credentialsFailed: { readonly side: Side; readonly detail: string | null; readonly at: string };
  /** When the next automatic sync is due, ISO 8601. */
  nextSync: string;
  /** How many syncs in a row have failed; the wait before the next grows with it. */
  failures: number;
  /** The last sync was told that there are no networks at all, and did not believe it yet. */
  emptyNetworkList: true;
  /** Datto's clock minus ours, seconds. */
  clockOffset: number;
  /** IT Glue's clock minus ours, milliseconds. */
  itGlueClock: number;
  /** What was used of IT Glue's limit: see the budget. */
  budget: unknown;
  /** Which page sizes IT Glue answers in time: see the page sizes. */
  pageSizes: unknown;
  /** What IT Glue refuses of what requests can do without: see the optional parts. */
  refusedParts: unknown;
  /** At the last sync the vendor's own Datto Networking integration had linked configurations. */
  vendorIntegration: true;
  /** Networks, devices and findings that were there when the last sync ended: see `firstSeen`. */
  knownRows: readonly string[];
  /** When each list was looked at. */
  looks: Partial<Readonly<Record<LookedList, Look>>>;
  /** Where panels stand on the portal's pages. */
  placement: Placement;
  /** What is remembered of the company's shared state beside its entries. */
  team: TeamState;
  /** Why nothing is shared, and until when (milliseconds since 1970) that is not looked at again. */
  teamOff: { readonly reason: string; readonly until: number };
  /** Which stages of a run are left out, since this browser holds what another has just read. */
  spared: { readonly runId: string; readonly stages: readonly SyncStage[] };
  /** What is known of IT Glue's configurations to the last row. */
  configurationsKnown: KnownList;
  /** The organization chosen for the shared state's records, where none is marked as the company's own. */
  teamHome: OrganizationId;
  /** The sync of another browser that was last taken for this one's own. */
  teamTaken: { readonly browser: string; readonly at: number };
  /** Decisions of this browser that another's took the place of, made without seeing them. */
  teamOverruled: Overruled;
  /** Others' decisions that the activity told of as not counting: by key the stamp of each, as text. */
  teamPassedOver: Readonly<Record<string, string>>;
  /** When the shared state's records were last gathered here, milliseconds since 1970. */
  teamCompactedAt: number;
  /** How large a text IT Glue takes in one record of the shared state. */
  teamLimits: { readonly text: number };
  /** What the setup check saw last of each assumption, and of a page of the portal. */
  setupCheck: { readonly results: readonly CheckResult[]; readonly measure: PageMeasure | null };
  /** How far Auto-Create is carried out. */
  wireless: WirelessState;
  /** The HMAC key under which earlier versions kept digests of Wi-Fi keys, as long as one is left. */
  wirelessDigestKey: CryptoKey;
  /** The vault: the API keys, encrypted. */
  sealed: Sealed;
  /** What the company's policy said when it was looked at last; of keys only that it has them. */
  policySeen: Partial<Readonly<Record<PolicyField, string>>>;
  /** Why no connection came of the policy, and before when (milliseconds since 1970) that is not tried again. */
  policyRefused: { readonly failures: readonly ConnectFailure[]; readonly nextTry: number };
  /** Pages of the portal no longer say that keys are to be entered. */
  welcomeDismissed: true;
  /** The API keys were wiped alone, since the passphrase was forgotten; nothing is asked without them. */
  keysForgotten: true;
}

/** Reads a single value; `undefined` where it was never written. */
export async function readMeta<Name extends keyof Meta>(
  from: Reader,
  name: Name,
): Promise<Meta[Name] | undefined> {
  const value =
    'done' in from ? await from.objectStore('meta').get(name) : await from.get('meta', name);
  return value as Meta[Name] | undefined;
}

/** Writes a single value, or, with `undefined`, removes it. */
export async function writeMeta<Name extends keyof Meta>(
  to: Database | WriteTransaction,
  name: Name,
  value: Meta[Name] | undefined,
): Promise<void> {
  if (!('done' in to)) {
    await untilCommitted(to, async () => {
      await (value === undefined ? to.delete('meta', name) : to.put('meta', value, name));
    });
    return;
  }
  const meta = to.objectStore('meta');
  await (value === undefined ? meta.delete(name) : meta.put(value, name));
}

/** Changes settings and leaves the rest. */
export async function changeSettings(
  transaction: WriteTransaction,
  change: (settings: Settings) => Partial<Settings>,
): Promise<void> {
  const settings = await readSettings(transaction);
  await writeMeta(transaction, 'settings', { ...settings, ...change(settings) });
}

/** The settings, with the default for what was never set. */
export async function readSettings(from: Reader): Promise<Settings> {
  return { ...defaultSettings, ...(await readMeta(from, 'settings')) };
}
