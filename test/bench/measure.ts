import { Bench } from 'tinybench';

/**
 * The time of each work's quickest turn, in milliseconds, one work right after the other: what disturbs a turn only ever
 * makes it slower, and on a shared machine that is most of what an average shows.
 */
export async function quickest<Name extends string>(
  works: Readonly<Record<Name, () => void>>,
): Promise<Record<Name, number>> {
  const bench = new Bench({ time: 500, iterations: 3, warmupTime: 0, warmupIterations: 1 });
  for (const [name, work] of Object.entries<() => void>(works)) bench.add(name, work);
  await bench.run();
  return Object.fromEntries(
    bench.tasks.map(({ name, result }) => {
      if (result.state !== 'completed') throw new Error(`${name} did not complete.`);
      return [name, result.latency.min];
    }),
  ) as Record<Name, number>;
}
