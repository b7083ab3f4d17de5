/**
 * `npm run chaos -- [seeds] [first]`: runs so many seeds, tells of each what went wrong and whether it
 * came out right, and of one that did not the shortest story that still goes wrong.
 */
import { calm, rough, runChaos, type ChaosResult } from './run';
import { shrink } from './shrink';
import { deviations } from './verdict';

const [seeds = 20, first = 1] = process.argv.slice(2).map(Number);
const expected = await runChaos({ seed: 0, rates: calm });
const sums = { requests: 0, faults: 0, kills: 0, aborts: 0, failed: 0 };
const began = performance.now();

function tell({ mishaps, kills, aborts, activity }: ChaosResult): void {
  for (const { exchange, method, path, fate } of mishaps)
    console.log(`   request ${exchange}: ${method} ${path}: ${JSON.stringify(fate)}`);
  console.log(
    `   killed at ${kills.join(', ') || 'no'} moment, aborted ${aborts.join(', ') || 'no'}`,
  );
  for (const line of activity) console.log(`   ${line}`);
}

for (let seed = first; seed < first + seeds; seed++) {
  const options = { seed, rates: rough };
  const result = await runChaos(options);
  const { requests, mishaps, kills, aborts, hours } = result;
  sums.requests += requests;
  sums.faults += mishaps.length;
  sums.kills += kills.length;
  sums.aborts += aborts.length;
  const found = deviations(result, expected);
  const counts = `${requests} requests, ${mishaps.length} faults, ${kills.length} kills, ${aborts.length} aborts`;
  console.log(
    `${seed}: ${counts}, ${hours.toFixed(1)} h: ${found.length === 0 ? 'as in calm' : 'deviates'}`,
  );
  if (found.length === 0) continue;
  sums.failed += 1;
  const shortest = await shrink(options, result, (other) => deviations(other, expected).length > 0);
  for (const line of deviations(shortest, expected)) console.log(`   ${line}`);
  tell(shortest);
}
const seconds = (performance.now() - began) / 1000;
console.log(
  `${seeds} seeds in ${seconds.toFixed(0)} s: ${sums.requests} requests, ${sums.faults} faults, ${sums.kills} kills, ${sums.aborts} aborts; ${sums.failed} deviate`,
);
process.exitCode = sums.failed > 0 ? 1 : 0;
