import { expect, test } from './fixtures';
import { ready } from './harness/matching';
import { outcome } from './harness/outcome';
import { switchAutoCreate, wirelessPasswords, wirelessRecords } from './harness/wireless';

test(
  'twenty times killed in one sync, the worker ends it as if nothing had been',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    test.setTimeout(240_000);
    await ready(extension);
    await switchAutoCreate(extension, true);
    await extension.syncNow();
    const [calm, written] = [
      await outcome(extension),
      {
        records: wirelessRecords(simulator.tenant).length,
        passwords: wirelessPasswords(simulator.tenant).length,
      },
    ];

    const runs = (await extension.readStore('runs')).length;
    const popup = await extension.openPopup();
    await popup.getByRole('button', { name: 'Sync now' }).click();
    let killed = 0;
    while (killed < 20) {
      // The popup asks again at once, which starts the next one.
      await popup.waitForTimeout(60 + killed * 15);
      await extension.stopWorker();
      killed += 1;
      await popup.reload();
      await expect(popup.getByText(/Syncing|OK/).first()).toBeVisible();
    }
    await popup.close();
    await extension.synced();
    expect((await extension.readStore('runs')).length).toBeGreaterThan(runs);
    expect((await outcome(extension)).text).toBe(calm.text);
    expect(wirelessRecords(simulator.tenant)).toHaveLength(written.records);
    expect(wirelessPasswords(simulator.tenant)).toHaveLength(written.passwords);
  },
);
