/**
 * `npm run simulate:team -- [--seeds 5] [--first 1] [--browsers 12] [--days 4] [--limit 3000] [--broken RULE]`:
 * days of a company whose browsers share decisions through IT Glue, on the shared state's own code. Ends
 * with 1 where browsers differ or a decision is lost. With a rule left out (adoption, clock, order, lease) it
 * is to be found out: then it ends with 1 where every seed is sound.
 */
import { parseArgs } from 'node:util';
import { brokenRules, isSound, simulate } from '@/test/team/simulation';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '5' },
    first: { type: 'string', default: '1' },
    browsers: { type: 'string', default: '12' },
    days: { type: 'string', default: '4' },
    limit: { type: 'string', default: '3000' },
    broken: { type: 'string' },
  },
});
const [seeds, first, browsers, days, limit] = [
  values.seeds,
  values.first,
  values.browsers,
  values.days,
  values.limit,
].map(Number) as [number, number, number, number, number];
const rules = Object.keys(brokenRules) as (keyof typeof brokenRules)[];
const broken = rules.find((rule) => rule === values.broken);
if (values.broken !== undefined && broken === undefined)
  throw new Error(`--broken is one of ${rules.join(', ')}`);

let sound = 0;
let requests = 0;
let most = 0;
for (let seed = first; seed < first + seeds; seed++) {
  const started = performance.now();
  const result = await simulate({ seed, browsers, days, limit, ...(broken && { broken }) });
  sound += Number(isSound(result));
  requests += result.mean;
  most = Math.max(most, result.most);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(isSound(result) ? 'one state' : 'NOT SOUND', JSON.stringify(result), `${seconds} s`);
}
console.log(
  `${sound} of ${seeds} seeds: one state, nothing lost. ` +
    `Requests in 5 minutes: ${(requests / seeds).toFixed(1)} in the mean, ${most} at most.`,
);
if (broken) console.log(sound < seeds ? `Found: ${broken} is left out.` : `NOT found: ${broken}.`);
process.exit((broken ? sound < seeds : sound === seeds) ? 0 : 1);
