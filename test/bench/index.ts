/**
 * `npm run bench`: how the work grows, as ratios within one run. Times depend on the machine and promise nothing; ×1
 * means that a part of a large whole costs what a part of a small one does.
 */
import { devices } from './devices';
import { macs } from './macs';
import { organizations } from './organizations';
import { store } from './store';
import { sync } from './sync';

for (const measure of [organizations, devices, macs, store, sync]) {
  const { title, lines, note } = await measure();
  console.log(`\n${title}`);
  for (const { what, figure } of lines) console.log(`  ${what.padEnd(68)} ${figure.padStart(10)}`);
  if (note) console.log(`  (${note})`);
}
