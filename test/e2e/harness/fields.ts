import type { Locator } from '@playwright/test';

/** What a panel says: each label with its value, in one line of text. */
export async function fieldsOf(panel: Locator): Promise<Record<string, string>> {
  const fields = panel.locator('dl > div');
  const rows = await fields.evaluateAll((divs) =>
    divs.map((div) => [
      div.querySelector('dt')?.textContent ?? '',
      (div.querySelector('dd')?.textContent ?? '').replace(/\s+/g, ' ').trim(),
    ]),
  );
  return Object.fromEntries(rows) as Record<string, string>;
}
