import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { World } from '@/test/world/world';
import { documentation, passwordsOf, recordsOf, typesOf } from './documentation';
import { smallTenant, type SmallTenant } from './tenant';
import { anotherWorld, syncedWorld } from './synced-world';

let small: SmallTenant;
let browsers: World[];

/** Browsers of one company, all synced, none of which documents anything yet. */
async function company(count: number): Promise<void> {
  const first = await syncedWorld(small.tenant, '1');
  browsers = [first];
  for (let one = 1; one < count; one++) browsers.push(await anotherWorld(first.vendors, '1'));
  first.writes();
}
const writes = () => browsers[0]!.writes();
/** Each browser syncs, one after the other. */
async function round(): Promise<void> {
  for (const browser of browsers) await browser.sync();
}

beforeEach(() => {
  small = smallTenant();
});
afterEach(async () => {
  for (const browser of browsers) await browser.close();
});

const live = <Row extends { readonly archived: boolean }>(rows: readonly Row[]) =>
  rows.filter(({ archived }) => !archived);
const enabledTypes = () => typesOf(small.tenant).filter(({ enabled }) => enabled);

/** One type, for each of the three SSIDs one live record with one live password, and nothing else. */
function expectOneState(): void {
  expect(enabledTypes()).toHaveLength(1);
  expect(live(recordsOf(small.tenant))).toHaveLength(3);
  expect(live(passwordsOf(small.tenant))).toHaveLength(3);
  const documented = live(documentation(small.tenant));
  expect(documented.map(({ passwords }) => live(passwords).length)).toEqual([1, 1, 1]);
  expect(
    documented.map(({ traits, passwords }) => passwords[0]?.value === traits['pre-shared-key']),
  ).toEqual([true, true, true]);
}

describe('browsers that switch Auto-Create on within seconds', () => {
  it.each([2, 4])(
    'end with one of each after two syncs of %i: nothing is written then',
    async (count) => {
      await company(count);
      await Promise.all(browsers.map((browser) => browser.autoCreate(true)));
      expect(writes().length).toBeGreaterThan(12);
      await round();
      await round();
      expectOneState();
      writes();
      await round();
      expect(writes()).toEqual([]);
      expectOneState();
    },
  );
});
