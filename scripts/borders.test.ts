import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import tseslint from 'typescript-eslint';

// The project's own configuration; only the rules that need the files' types are off, as these sources have no file.
const eslint = new ESLint({
  overrideConfig: [{ files: ['**/*.{ts,tsx}'], ...tseslint.configs.disableTypeChecked }],
});

/** What the linter says about a source as if it stood at that path, by rule. */
async function complaints(filePath: string, source: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${source}\n`, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const crossing = 'borders/imports';
const use = (from: string) => `import { x } from '${from}';\nexport const y: unknown = x;`;

describe('import borders', () => {
  it.each([
    ['lib/model/mac.ts', use('@/lib/store/schema')],
    ['lib/model/mac.ts', use('../datto/client')],
    ['lib/model/mac.ts', use('zod')],
    ['lib/matching/rules.ts', use('@/lib/store/devices')],
    ['lib/matching/words/tokens.ts', use('../../itglue/client')],
    ['lib/wireless/plan.ts', use('@/lib/journal/apply')],
    ['lib/datto/client.ts', use('@/lib/itglue/client')],
    ['lib/itglue/client.ts', use('@/lib/datto/sign')],
    ['lib/store/devices.ts', use('@/lib/sync/run')],
    ['lib/vault/vault.ts', use('@/lib/store/schema')],
    ['lib/access/access.ts', use('@/lib/sync/run')],
    ['lib/views/panel.ts', use('@/lib/store/schema')],
    ['lib/portal/page.ts', use('@/lib/messages/client')],
    ['lib/journal/apply.ts', use('@/lib/datto/client')],
    ['lib/sync/run.ts', use('@/lib/messages/protocol')],
    ['lib/sync/run.ts', use('@/lib/portal/page')],
    ['components/panel.tsx', use('@/lib/datto/client')],
    ['components/panel.tsx', use('@/lib/messages/protocol')],
    ['components/panel.tsx', use('../entrypoints/popup/main')],
    ['entrypoints/popup/main.tsx', use('@/test/simulator')],
    ['entrypoints/popup/main.tsx', use('@/scripts/demo')],
    ['lib/novelty/x.ts', use('@/lib/model/mac')],
    ['lib/itglue/client.ts', use('./client.fixture')],
    ['lib/matching/match-networks.ts', use('./samples.fixture')],
    ['lib/sync/stages/index.ts', use('@/lib/worker/status')],
    ['lib/decisions/undo.ts', use('@/lib/worker/options')],
    ['components/state/live.ts', use('./client.fixture')],
  ])('refuses in %s: %s', async (path, source) => {
    expect(await complaints(path, source)).toEqual([crossing]);
  });

  it.each([
    ['lib/model/ip.ts', use('ipaddr.js')],
    ['lib/model/device.ts', use('./mac')],
    ['lib/matching/rules.ts', use('@/lib/model/mac')],
    ['lib/matching/words/tokens.ts', use('../score')],
    ['lib/datto/schema.ts', use('zod')],
    ['lib/portal/page.ts', use('@/lib/views/panel')],
    ['lib/sync/run.ts', use('@/lib/journal/apply')],
    ['components/panel.tsx', use('@/lib/model/device')],
    ['components/panel.tsx', use('preact/hooks')],
    [
      'components/panel.tsx',
      "import type { X } from '@/lib/messages/protocol';\nexport type Y = X;",
    ],
    ['entrypoints/popup/main.tsx', use('@/components/popup')],
    ['entrypoints/background.ts', use('@/lib/sync/run')],
    ['lib/datto/client.test.ts', use('@/test/simulator')],
    ['lib/datto/client.test.ts', use('node:crypto')],
    ['lib/itglue/client.test.ts', use('./client.fixture')],
    ['lib/itglue/client.fixture.ts', use('node:fs')],
  ])('allows in %s: %s', async (path, source) => {
    expect(await complaints(path, source)).toEqual([]);
  });

  it('sees re-exports, dynamic imports and types by path', async () => {
    for (const source of [
      "export { x } from '@/lib/store/schema';",
      "export * from '@/lib/store/schema';",
      "export const load = () => import('@/lib/store/schema');",
      "export type X = import('@/lib/store/schema').X;",
    ]) {
      expect(await complaints('lib/matching/rules.ts', source), source).toContain(crossing);
    }
  });
});

describe('folders that know no browser', () => {
  it.each(['model', 'matching', 'wireless', 'datto', 'itglue'])('lib/%s', async (folder) => {
    const path = `lib/${folder}/x.ts`;
    for (const name of ['wxt/browser', 'webextension-polyfill', '@wxt-dev/browser', 'node:fs']) {
      expect(await complaints(path, use(name)), name).toEqual([crossing]);
    }
    for (const source of ['chrome.runtime.id', 'browser.storage', "fetch('https://x')"]) {
      expect(await complaints(path, `export const y: unknown = ${source};`), source).toContain(
        'no-restricted-globals',
      );
    }
    for (const source of ['Date.now()', 'Math.random()', 'globalThis.fetch']) {
      expect(await complaints(path, `export const y: unknown = ${source};`), source).toEqual([
        'no-restricted-properties',
      ]);
    }
    expect(await complaints(path, 'export const y = new Date();')).toEqual([
      'no-restricted-syntax',
    ]);
    expect(await complaints(path, 'export const y = new Date(0);')).toEqual([]);
  });

  it('components neither', async () => {
    expect(await complaints('components/x.tsx', use('wxt/browser'))).toEqual([crossing]);
  });
});

describe('everywhere', () => {
  it('refuses logging in what ships, and allows it in scripts', async () => {
    expect(await complaints('lib/sync/x.ts', "console.log('x');")).toEqual(['no-console']);
    expect(await complaints('scripts/x.ts', "console.log('x');")).toEqual([]);
  });
});

describe('object stores', () => {
  it.each([
    "transaction.objectStore('devices').get(key)",
    "store.get('devices', key)",
    "context.store.getAllFromIndex('devices', 'network', id)",
    "context.store.get('devices', key)",
    "this.options.store.count('devices')",
    "database.clear('devices')",
    "opened.transaction('devices').store.get(key)",
  ])('are named in lib/store only: %s', async (source) => {
    const text = `export const y: unknown = ${source};`;
    for (const path of ['lib/decisions/undo.ts', 'lib/worker/status.ts', 'entrypoints/x.ts']) {
      const found = await complaints(path, text);
      expect(found.length, path).toBeGreaterThan(0);
      expect(new Set(found), path).toEqual(new Set(['no-restricted-syntax']));
    }
    expect(await complaints('lib/store/runs.ts', text)).toEqual([]);
    expect(await complaints('lib/decisions/undo.test.ts', text)).toEqual([]);
  });

  it('are asked for by their repositories', async () => {
    for (const source of ["stored.devices.get(store, 'x')", "query.get('network')"])
      expect(await complaints('lib/decisions/undo.ts', `export const y = ${source};`)).toEqual([]);
  });
});
