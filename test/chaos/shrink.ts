import { runChaos, type ChaosOptions, type ChaosResult } from './run';

type Only = NonNullable<ChaosOptions['only']>;
type Event = readonly [kind: keyof Only, number: number];

const eventsOf = ({ mishaps, kills, aborts }: ChaosResult): Event[] => [
  ...mishaps.map(({ exchange }): Event => ['faults', exchange]),
  ...kills.map((number): Event => ['kills', number]),
  ...aborts.map((number): Event => ['aborts', number]),
];

const only = (events: readonly Event[]): Only => {
  const of = (kind: Event[0]) =>
    new Set(events.flatMap(([each, number]) => (each === kind ? [number] : [])));
  return { faults: of('faults'), kills: of('kills'), aborts: of('aborts') };
};

/**
 * The same seed with as little going wrong as still leads to a deviation: halves, then smaller parts,
 * are left out for as long as it fails without them.
 */
export async function shrink(
  options: ChaosOptions,
  failed: ChaosResult,
  fails: (result: ChaosResult) => boolean,
): Promise<ChaosResult> {
  let events = eventsOf(failed);
  let shortest = failed;
  for (let parts = 2; events.length > 1 && parts <= events.length * 2;) {
    const size = Math.ceil(events.length / parts);
    let found = false;
    for (let start = 0; start < events.length && !found; start += size) {
      const rest = [...events.slice(0, start), ...events.slice(start + size)];
      const result = await runChaos({ ...options, only: only(rest) });
      if (!fails(result)) continue;
      shortest = result;
      events = rest;
      found = true;
    }
    if (!found && size === 1) break;
    parts = found ? Math.max(2, parts - 1) : parts * 2;
  }
  return shortest;
}
