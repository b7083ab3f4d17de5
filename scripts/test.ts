/** `npm test`: every check there is, each with its time, and their sum as the last line. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { findFirefox } from './find-firefox';
import { countEndToEnd, countUnit, type Count } from './reports';

interface Check {
  readonly name: string;
  readonly command: string;
  /** Passed and failed tests, for a check that writes a report of them. */
  readonly count?: () => Count;
}
interface Outcome {
  readonly name: string;
  readonly seconds: number;
  readonly count: Count;
}

const unitReport = 'test-results/unit.json';
const endToEndReport = 'test-results/e2e.json';

const prepare: Check = { name: 'prepare', command: 'npm run --silent prepare' };
const types: Check = { name: 'types', command: 'npx tsc --noEmit' };
const lint: Check = { name: 'lint', command: 'npm run --silent lint' };
const unit: Check = {
  name: 'unit',
  command: `npm run --silent unit -- --reporter=default --reporter=json --outputFile.json=${unitReport}`,
  count: () => countUnit(unitReport),
};
const build: Check = { name: 'build', command: 'npm run --silent build' };
const endToEnd: Check = {
  name: 'e2e',
  command: 'npm run --silent e2e',
  count: () => countEndToEnd(endToEndReport),
};
const firefox: Check = { name: 'firefox', command: 'npm run --silent e2e:firefox' };

/** Runs a check; its output is shown whole when it ends, so that two at a time stay readable. */
function run({ name, command, count }: Check): Promise<Outcome> {
  const started = performance.now();
  return new Promise((resolve) => {
    const output: Buffer[] = [];
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('close', (code) => {
      const seconds = (performance.now() - started) / 1000;
      const counted = count?.() ?? { passed: 0, failed: 0, failures: [] };
      // A check that fails without a failed test to show for it (types, lint, a crash) counts as one.
      const failed = code === 0 ? counted.failed : Math.max(1, counted.failed);
      console.log(`\n── ${name}: ${failed > 0 ? 'failed' : 'passed'}, ${seconds.toFixed(1)} s`);
      process.stdout.write(Buffer.concat(output));
      resolve({ name, seconds, count: { ...counted, failed } });
    });
  });
}

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results');

const outcomes = [await run(prepare)];
// Types and lint in one lane, unit tests in the other: as many as the smallest CI machine has cores.
const [checked, tested] = await Promise.all([
  run(types).then(async (outcome) => [outcome, await run(lint)]),
  run(unit),
]);
outcomes.push(...checked, tested);
const built = await run(build);
outcomes.push(built);
// Without a build there is nothing to drive; the failed build is the answer.
if (built.count.failed === 0) {
  outcomes.push(await run(endToEnd));
  if (findFirefox() !== null) outcomes.push(await run(firefox));
  else console.log('\n── firefox: skipped, there is none (FIREFOX_PATH says where one is)');
}

// Once more at the end, where a reader of a long output looks first.
for (const failure of outcomes.flatMap(({ count }) => count.failures))
  console.log(`\n✗ ${failure}`);

console.log();
for (const { name, seconds, count } of outcomes) {
  console.log(
    `${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s  ${count.failed > 0 ? `${count.failed} failed` : 'ok'}`,
  );
}
const total = (which: 'passed' | 'failed') =>
  outcomes.reduce((sum, { count }) => sum + count[which], 0);
process.exitCode = total('failed') > 0 ? 1 : 0;
console.log(`${total('passed')} passed, ${total('failed')} failed`);
