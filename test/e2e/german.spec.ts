import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axe, expect, test } from './fixtures';
import { Extension } from './harness/extension';
import { keysOf } from './harness/keys';
import { buildFolder, launch } from './harness/launch';
import { DEMO } from '@/test/simulator/tenant/demo-ids';

test(
  'in a German browser everything is German: from the keys to a panel and a decision, and nothing is cut at 320 pixels',
  { tag: '@long' },
  async ({ simulator, headless }, testInfo) => {
    // Not every Chromium brings the texts of its own for German, and without them it asks for English ones.
    const build = testInfo.outputPath('build');
    cpSync(buildFolder, build, { recursive: true });
    rmSync(join(build, '_locales/en'), { recursive: true });
    const manifest = join(build, 'manifest.json');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replace('"default_locale":"en"', '"default_locale":"de"'));

    const launched = await launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '',
      args: simulator.chromiumArgs(),
      headed: !headless,
      build,
      language: 'de',
    });
    const keys = keysOf(simulator.tenant);
    const extension = new Extension(launched, keys);
    try {
      const options = await extension.openOptions();
      await expect(options.locator('html')).toHaveAttribute('lang', 'de');
      await expect(options).toHaveTitle(/Datto Networking für IT Glue$/);
      await options.getByLabel('Öffentlicher Datto-Schlüssel').fill(keys.dattoPublicKey);
      await options.getByLabel('Geheimer Datto-Schlüssel').fill(keys.dattoSecretKey);
      await options.getByLabel('IT-Glue-API-Schlüssel').fill(keys.itGlueApiKey);
      await options.getByLabel('IT-Glue-Subdomain').fill(keys.subdomain);
      await options.getByLabel('IT-Glue-Region').selectOption(keys.region);
      await options.getByRole('button', { name: 'Verbinden', exact: true }).click();
      await expect(options.getByText(/^Verbunden\./)).toBeVisible({ timeout: 60_000 });
      expect(await axe(options)).toEqual([]);

      const popup = await extension.openPopup();
      await expect(popup.getByText('Letzte Synchronisierung')).toBeVisible();
      await expect(popup.getByText(/^vor \d+ |^jetzt$/).first()).toBeVisible({ timeout: 60_000 });

      const { organizationId, configurationId } = DEMO.panel.accessPoint;
      const page = await extension.portal(`/${organizationId}/configurations/${configurationId}`);
      const panel = page.getByRole('region', { name: /Datto/ });
      await expect(panel.getByText('Seriennummer')).toBeVisible({ timeout: 60_000 });
      await expect(panel.getByText('Online', { exact: true }).first()).toBeVisible();
      await page.setViewportSize({ width: 320, height: 800 });
      await expect(panel.getByText('Seriennummer')).toBeInViewport({ ratio: 0 });

      // The popup has a width of its own.
      const pages = { 'options.html': 320, 'popup.html': 360, 'matching.html': 320 };
      for (const [address, width] of Object.entries(pages)) {
        const own = await launched.context.newPage();
        await own.setViewportSize({ width, height: 800 });
        await own.goto(`chrome-extension://${extension.id}/${address}`);
        await expect(own.getByRole('heading').first()).toBeVisible();
        const beyond = await own.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(`${address} ${beyond}`).toBe(`${address} 0`);
        await own.close();
      }
    } finally {
      await launched.context.close();
    }
  },
);
