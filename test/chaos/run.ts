import { Random } from '@/test/simulator/tenant/random';
import { ChaosBrowser } from './browser';
import { company } from './company';
import { FaultyVendors, type Mishap } from './faulty-vendors';
import { picture } from './picture';
import { installChance } from './seeded-chance';
import { tell } from './story';
import { VirtualTime } from './virtual-time';

export interface ChaosOptions {
  readonly seed: number;
  /** Shares: of requests that go wrong, moments at which the worker dies, transactions that abort. */
  readonly rates: { readonly faults: number; readonly kills: number; readonly aborts: number };
  /** What may go wrong, by number; everything where absent. */
  readonly only?: {
    readonly faults: ReadonlySet<number>;
    readonly kills: ReadonlySet<number>;
    readonly aborts: ReadonlySet<number>;
  };
}

export interface ChaosResult {
  readonly seed: number;
  readonly mishaps: readonly Mishap[];
  readonly kills: readonly number[];
  readonly aborts: readonly number[];
  readonly requests: number;
  readonly hours: number;
  readonly picture: Readonly<Record<string, readonly string[]>>;
  /** Writes to IT Glue of the last sync, when nothing had changed. */
  readonly writesUnchanged: readonly string[];
  /** What the activity list says, oldest first. */
  readonly activity: readonly string[];
  /** What the worker threw at its wakes. */
  readonly thrown: readonly string[];
  /** Why it came to no end; `null` where it did. */
  readonly failure: string | null;
}

const start = Date.parse('2026-03-02T08:00:00Z');

/** The whole story of a company with everything that goes wrong in it, by the seed. */
export async function runChaos({ seed, rates, only }: ChaosOptions): Promise<ChaosResult> {
  const time = new VirtualTime(start);
  const unhandled: string[] = [];
  const note = (error: unknown) => void unhandled.push(String(error));
  process.on('unhandledRejection', note);
  const uninstall = [
    time.install(),
    installChance(Random.of(seed, 'chance')),
    () => void process.off('unhandledRejection', note),
  ];
  try {
    const own = company();
    const vendors = new FaultyVendors(own.tenant, time, {
      seed,
      rate: rates.faults,
      only: only?.faults,
    });
    return await time.run(
      (async (): Promise<ChaosResult> => {
        const browser = await ChaosBrowser.start(vendors, {
          ...rates,
          seed,
          ...(only && { only }),
        });
        let failure: string | null = null;
        try {
          await tell(own, vendors, browser);
        } catch (error) {
          failure = String(error);
        }
        vendors.requests.clear();
        await browser.page('sync.start');
        await browser.quiet().catch((error: unknown) => (failure ??= String(error)));
        const result = {
          seed,
          mishaps: vendors.mishaps,
          kills: browser.kills,
          aborts: browser.aborts,
          requests: vendors.exchanges,
          hours: (time.now() - start) / 3_600_000,
          picture: await picture(browser.world),
          writesUnchanged: browser.world.writes(),
          activity: (await browser.world.store.getAll('activity')).map(
            ({ at, event }) => `${at} ${JSON.stringify(event)}`,
          ),
          thrown: [...browser.thrown, ...unhandled.map((error) => `unhandled: ${error}`)],
          failure,
        };
        await browser.close();
        return result;
      })(),
    );
  } finally {
    for (const back of uninstall.reverse()) back();
  }
}

export const calm = { faults: 0, kills: 0, aborts: 0 };
export const rough = { faults: 0.12, kills: 0.008, aborts: 0.006 };
