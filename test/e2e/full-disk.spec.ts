import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Extension } from './harness/extension';
import { keysOf } from './harness/keys';
import { launch } from './harness/launch';
import { MatchingPage, ready } from './harness/matching';
import { smallDisk } from './harness/small-disk';

/** A write that the disk breaks off in its middle, as of another program's data that came between. */
async function brokenOff(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        // While the disk is full Chromium may leave a request without any answer.
        setTimeout(() => resolve('Error: none came'), 5000);
        const opening = indexedDB.open('any', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('any');
        opening.onerror = () => resolve(String(opening.error));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('any', 'readwrite');
          writing.onabort = () => resolve(String(writing.error));
          writing.oncomplete = () => resolve('written');
          writing.objectStore('any').put('x'.repeat(1_000_000), 1);
        };
      }),
  );
}

test(
  'a full disk is said, costs nothing that is stored, and passes by itself when there is room again',
  { tag: '@long' },
  async ({ simulator, headless }, testInfo) => {
    test.setTimeout(240_000);
    const profile = testInfo.outputPath('disk');
    const disk = smallDisk(profile, 256);
    if (typeof disk === 'string') return test.skip(true, disk);
    const start = async () =>
      new Extension(
        await launch({
          executablePath: process.env['CHROMIUM_PATH'] ?? '',
          args: simulator.chromiumArgs(),
          headed: !headless,
          profile,
        }),
        keysOf(simulator.tenant),
      );
    let extension = await start();
    try {
      await ready(extension);
      const stored = await contents(extension);
      const raw = await extension.context.newPage();
      await raw.goto(`chrome-extension://${extension.id}/manifest.json`);

      // It fills up in the middle of a sync.
      const held = simulator.faults.add({ kind: 'hang', api: 'itglue', path: /^\/configurations/ });
      const popup = await extension.openPopup();
      await popup.getByRole('button', { name: 'Sync now' }).click();
      await held.reached;
      disk.fill(8);
      // For a second the worker takes the room for granted that it saw last.
      await popup.waitForTimeout(1500);
      held.remove();
      const said = popup.getByText('The browser has no room left').first();
      await popup.reload();
      await expect(said).toBeVisible({ timeout: 30_000 });
      await extension.stopWorker();
      const matching = await MatchingPage.open(extension);
      await expect(matching.rows().first()).toBeVisible();
      await matching.page.close();

      // Something is written nevertheless, and the disk breaks it off: nothing makes that worse meanwhile.
      disk.fill();
      expect(await brokenOff(raw)).toMatch(/Error/);
      await popup.reload();
      await expect(said).toBeVisible();
      await extension.stopWorker();
      await popup.reload();
      await expect(said).toBeVisible();

      disk.empty();
      // Nobody touches it: the popup stands open, and the run goes on by an alarm.
      await expect(said).toBeHidden({ timeout: 90_000 });
      await expect(popup.getByText('OK', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
      const runs = await extension.readStore('runs');
      expect(runs.length).toBeGreaterThan(1);
      expect(runs.map(({ state }) => state)).toEqual(runs.map(() => 'done'));

      for (let times = 0; times < 2; times += 1) {
        await extension.context.close();
        extension = await start();
        expect(await contents(extension)).toEqual(stored);
      }
      await extension.syncNow();
    } finally {
      await extension.context.close();
      disk.remove();
    }
  },
);

async function contents(extension: Extension) {
  const [devices, networks, matches] = [
    await extension.readStore('devices'),
    await extension.readStore('networks'),
    await extension.readStore('deviceMatches'),
  ];
  return [devices, networks, matches].map((rows) => rows.length);
}
