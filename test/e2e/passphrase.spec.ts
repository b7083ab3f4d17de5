import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readCopiedProfile } from '@/test/attack/profile';
import type { Simulator } from '@/test/simulator';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { axe, expect, test } from './fixtures';
import { Extension } from './harness/extension';
import { keysOf } from './harness/keys';
import { launch } from './harness/launch';
import { openPanel } from './harness/panel';
import { databaseName } from './harness/store';

const passphrase = 'nine quiet ferries';
const { organizationId, configurationId } = DEMO.panel.accessPoint;
const matched = `/${organizationId}/configurations/${configurationId}`;

async function setPassphrase(options: Page): Promise<void> {
  await options.getByRole('button', { name: 'Set passphrase' }).click();
  expect(await axe(options)).toEqual([]);
  await options.getByLabel('New passphrase', { exact: true }).fill(passphrase);
  await options.getByLabel('New passphrase, again').fill(passphrase);
  await options.getByRole('button', { name: 'Set passphrase' }).click();
  await expect(options.getByText(/^The passphrase is set\./)).toBeVisible();
}

async function unlock(page: Page, text = passphrase): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

/** What both APIs were asked from then on, milliseconds since 1970. */
const askedSince = ({ requests }: Simulator, then: number) =>
  requests.all().filter(({ api, at }) => api !== 'portal' && at > then);

/** The encrypted keys, as far as they are certain to be found in one piece. */
async function sealedIn(extension: Extension): Promise<Buffer> {
  const page = await extension.open('manifest.json');
  const bytes = await page.evaluate(
    (name) =>
      new Promise<number[]>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('meta').objectStore('meta').get('sealed');
          reading.onsuccess = () => {
            opening.result.close();
            const { data } = reading.result as { data: ArrayBuffer };
            resolve([...new Uint8Array(data)].slice(0, 32));
          };
        };
      }),
    databaseName,
  );
  await page.close();
  return Buffer.from(bytes);
}

/** The files of the profile that hold these bytes. */
const filesWith = (profile: string, bytes: Buffer): string[] =>
  readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => existsSync(file) && readFileSync(file).includes(bytes));

const saysLocked = (page: Page) =>
  expect(page.getByText('Locked', { exact: true }).first()).toBeVisible();

test('locked by hand in the middle of a sync, every surface says so and nothing is asked; unlocked in the popup, the sync goes on', async ({
  extension,
  simulator,
}) => {
  await extension.connect();
  await extension.synced();
  const options = await extension.openOptions();
  await setPassphrase(options);
  await extension.stopWorker();

  const held = simulator.faults.add({
    kind: 'hang',
    api: 'itglue',
    path: /^\/configurations\?.*include=/,
  });
  const popup = await extension.openPopup();
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await held.reached;
  // Devices are read at the same time; locked once only configurations are left.
  await expect
    .poll(async () => (await extension.readStore('runs')).find(({ state }) => state === 'open'))
    .toMatchObject({ stage: 'configurations' });
  await options.getByRole('button', { name: 'Lock now' }).click();
  await saysLocked(options);
  const then = Date.now();
  held.remove();

  await saysLocked(popup);
  await expect(popup.getByRole('button', { name: 'Sync now' })).toBeDisabled();
  expect(await axe(popup)).toEqual([]);
  await expect(options.getByLabel('Datto secret key', { exact: true })).toHaveCount(0);
  expect(await axe(options)).toEqual([]);
  const matching = await extension.open('matching.html');
  await expect(matching.getByText(/^The keys are locked\./)).toBeVisible();
  expect(await axe(matching)).toEqual([]);
  const { panel } = await openPanel(extension, matched);
  await expect(panel.getByText(/^The keys are locked\./)).toBeVisible();
  await expect(panel.getByText('MAC', { exact: true }).first()).toBeVisible();
  await extension.stopWorker();
  expect(await extension.badge()).toBe('🔒');
  const runs = await extension.readStore('runs');
  const open = runs.find(({ state }) => state === 'open');
  expect(open?.stage).toBe('configurations');
  expect(askedSince(simulator, then)).toEqual([]);

  await popup.bringToFront();
  await unlock(popup, 'nine loud ferries');
  await expect(popup.getByText('This is not the passphrase. Try again.')).toBeVisible();
  await unlock(popup);
  await expect(popup.getByLabel('Passphrase', { exact: true })).toHaveCount(0);
  await expect
    .poll(async () => (await extension.readStore('runs')).find(({ id }) => id === open?.id)?.state)
    .toBe('done');
});

test(
  'a browser that starts is locked, a copy of its profile tells no key, not even an old one, and who forgot the passphrase enters the keys again',
  { tag: '@long' },
  async ({ simulator, headless }, testInfo) => {
    const keys = keysOf(simulator.tenant);
    const start = async (profile: string) => {
      const executablePath = process.env['CHROMIUM_PATH']!;
      const args = simulator.chromiumArgs();
      return new Extension(
        await launch({ executablePath, args, headed: !headless, profile }),
        keys,
      );
    };
    /** Which keys a copy of the closed profile gives away. */
    const stolen = async (profile: string, copy: string) => {
      await cp(profile, copy, { recursive: true });
      const thief = await start(copy);
      const page = await thief.context.newPage();
      await page.goto(`chrome-extension://${thief.id}/manifest.json`);
      const text = await page.evaluate<string>(
        `(${readCopiedProfile.toString()})(${JSON.stringify(databaseName)})`,
      );
      await thief.context.close();
      return (['dattoPublicKey', 'dattoSecretKey', 'itGlueApiKey'] as const).filter((name) =>
        text.includes(keys[name]),
      );
    };
    const profile = testInfo.outputPath('profile');

    let extension = await start(profile);
    await extension.connect();
    await extension.synced();
    await extension.context.close();
    expect(await stolen(profile, testInfo.outputPath('without'))).toHaveLength(3);

    extension = await start(profile);
    const before = await sealedIn(extension);
    expect(filesWith(profile, before)).not.toEqual([]);
    await setPassphrase(await extension.openOptions());
    // What was overwritten is merged away in two steps, a while from each other.
    const databases = await extension.open('manifest.json');
    await expect
      .poll(
        () => databases.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
        { timeout: 60_000 },
      )
      .toEqual([databaseName]);
    await databases.waitForTimeout(10_000);
    await extension.context.close();
    expect(await stolen(profile, testInfo.outputPath('with'))).toEqual([]);

    const then = Date.now();
    extension = await start(profile);
    await expect.poll(async () => (await extension.readStore('meta')).length).toBeGreaterThan(0);
    expect(filesWith(profile, before)).toEqual([]);
    const matchesBefore = (await extension.readStore('deviceMatches')).length;
    const options = await extension.openOptions();
    await saysLocked(options);
    expect(askedSince(simulator, then)).toEqual([]);
    await options.getByRole('button', { name: 'I forgot the passphrase' }).click();
    expect(await axe(options)).toEqual([]);
    await options.getByRole('button', { name: 'Wipe the keys' }).click();
    await expect(options.getByText(/^The keys are wiped\./)).toBeVisible();
    await expect(options.getByText('Not connected').first()).toBeVisible();
    await options.close();
    await extension.connect();
    await extension.synced();
    expect((await extension.readStore('deviceMatches')).length).toBe(matchesBefore);
    await extension.context.close();
  },
);
