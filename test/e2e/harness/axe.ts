import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** One thing axe objects to, short enough to read in a failed assertion. */
export interface Violation {
  readonly rule: string;
  readonly help: string;
  /** Selectors of the elements; a path through shadow roots is joined by ` >>> `. */
  readonly elements: readonly string[];
}

let source: Promise<string> | undefined;

/**
 * What axe finds on a page, open shadow roots included: WCAG A and AA and best practices. `within` limits it to one
 * element. axe comes in by the debugger, so the page's Content-Security-Policy does not stop it.
 */
export async function axe(page: Page, within?: string): Promise<Violation[]> {
  source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(await source);
  const { violations } = await page.evaluate(
    ({ within, options }) =>
      (
        globalThis as unknown as {
          axe: { run(context: unknown, options: unknown): Promise<AxeResults> };
        }
      ).axe.run(within ?? document, options),
    { within, options: { resultTypes: ['violations'] } satisfies RunOptions },
  );
  return violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    elements: nodes.map(({ target }) => target.flat().join(' >>> ')),
  }));
}
