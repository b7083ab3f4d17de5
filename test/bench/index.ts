/**
 * `npm run bench`: how far the extension is from what the network, the disk and the machine allow. Each
 * row is measured beside its floor, round by round in one run, so that only ratios are judged. With
 * names only those rows. Writes bench-output/results.json. Exits 1 where an aim is missed and
 * `reasons.ts` does not say why.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { isFailure, judge, type Aim, type Figure, type Result, type Spread } from './figures';
import { load } from './bundle';
import { reasons } from './reasons';
import type { Measurement, Row } from './row';
import { bytes } from './rows/bytes';
import { matchingPage } from './rows/matching-page';
import { panel } from './rows/panel';
import { sequentialClient } from './rows/sequential-client';
import { store } from './rows/store';
import type * as pure from './rows/pure';
import { largestSync, sync } from './rows/sync';

const { deviceRules, deviceRulesShared, suggestions } =
  await load<typeof pure>('test/bench/rows/pure.ts');
const measurements: readonly Measurement[] = [
  sync,
  sequentialClient,
  store,
  deviceRules,
  deviceRulesShared,
  suggestions,
  bytes,
  panel,
  matchingPage,
  largestSync,
];
const usualRounds = 5;

const wanted = process.argv.slice(2);
const names = measurements.flatMap(({ rows }) => rows.map(({ name }) => name));
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No row ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(1);
}

interface Outcome extends Result {
  readonly row: Row;
  readonly rounds: readonly Figure[];
  readonly reason: string | undefined;
}

const outcomes: Outcome[] = [];
for (const measurement of measurements) {
  const rows = measurement.rows.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  if (rows.length === 0) continue;
  const measured = await roundsOf(measurement);
  for (const row of rows) {
    const rounds = measured.flatMap((round) => round[row.name] ?? []);
    const outcome = { row, rounds, reason: reasons[row.name], ...judge(rounds, row.aim) };
    outcomes.push(outcome);
    print(outcome);
  }
}

mkdirSync('bench-output', { recursive: true });
writeFileSync('bench-output/results.json', JSON.stringify(outcomes, null, 2));
const failed = outcomes.filter((outcome) => isFailure(outcome, outcome.reason));
console.log(
  `\n${outcomes.filter(({ met }) => met).length} of ${outcomes.length} aims met, ${failed.length} missed without a reason`,
);
process.exit(failed.length > 0 ? 1 : 0);

async function roundsOf(measurement: Measurement) {
  const { rows, rounds = usualRounds } = measurement;
  console.log(`\n${rows.map(({ name }) => name).join(', ')}`);
  const session = await measurement.open();
  const measured: Readonly<Record<string, Figure>>[] = [];
  try {
    for (let round = 0; round < rounds; round++) measured.push(await session.round());
  } finally {
    await session.close();
  }
  return measured;
}

function print({ row, ours, floor, value, met, reason }: Outcome): void {
  console.log(`  ${row.what}`);
  console.log(`    ours   ${spreadText(ours, row.unit)}`);
  if (floor) console.log(`    floor  ${spreadText(floor, row.unit)}  (${row.floor})`);
  const verdict = met ? 'met' : reason === undefined ? 'MISSED' : `missed: ${reason}`;
  console.log(`    ${valueText(value, row)}, aim ${aimText(row.aim, row.unit)}: ${verdict}`);
}

function spreadText({ median, min, max }: Spread, unit: Row['unit']): string {
  return `${number(median)} ${unit} (${number(min)} to ${number(max)})`;
}

function valueText(value: number | null, { aim, unit }: Row): string {
  if (value === null) return 'nothing to compare with';
  if (aim.kind === 'times') return `${number(value)}x the floor`;
  if (aim.kind === 'faster') return `${number(value)}x as fast`;
  return aim.kind === 'more' ? `${number(value)} ${unit} more` : `${number(value)} ${unit}`;
}

function aimText(aim: Aim, unit: Row['unit']): string {
  if (aim.kind === 'faster') return `≥ ${aim.least}x`;
  if (aim.kind === 'times') return `≤ ${aim.most}x`;
  return `≤ ${aim.most} ${unit}${aim.kind === 'more' ? ' more' : ''}`;
}

function number(value: number): string {
  return value >= 100
    ? Math.round(value).toLocaleString('en')
    : String(Number(value.toPrecision(3)));
}
