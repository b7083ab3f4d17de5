import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkBuild } from './check-build';
import type { BuildRule } from './check-build';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** Text that gzip cannot make much shorter. */
function incompressible(bytes: number): string {
  return randomBytes(bytes).toString('base64');
}

const manifest = {
  permissions: ['alarms', 'scripting', 'storage', 'unlimitedStorage'],
  host_permissions: [
    'https://api.cloudtrax.com/*',
    'https://api-v2.cloudtrax.com/*',
    'https://api-v3.cloudtrax.com/*',
    'https://*.itglue.com/*',
  ],
  background: { service_worker: 'background.js' },
  icons: { 16: 'icons/16.png' },
  content_scripts: [{ matches: ['https://*.itglue.com/*'], js: ['content-scripts/portal.js'] }],
};
const sound: Record<string, string> = {
  'background.js': 'chrome.alarms.create("evaluate");',
  'content-scripts/portal.js': 'console.assert(1)',
  'icons/16.png': '',
  'popup.html': '<script type="module" src="/chunks/popup.js"></script>',
  'chunks/popup.js': 'import("./later.js")',
  'chunks/later.js': incompressible(30_000),
};

/** The broken rules of a build that differs from a sound one in these files and manifest keys. */
function broken({
  files = {},
  keys = {},
}: {
  files?: Record<string, string>;
  keys?: object;
}): BuildRule[] {
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  folders.push(folder);
  const all = { ...sound, ...files, 'manifest.json': JSON.stringify({ ...manifest, ...keys }) };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return Object.entries(checkBuild(folder))
    .filter(([, found]) => found.length > 0)
    .map(([rule]) => rule as BuildRule);
}

describe('checking a build', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(broken({})).toEqual([]);
  });

  const cases: [BuildRule, string, Parameters<typeof broken>[0]][] = [
    [
      'asks for the permissions it needs and no more',
      'tabs',
      { keys: { permissions: [...manifest.permissions, 'tabs'] } },
    ],
    [
      'asks for the permissions it needs and no more',
      'optional',
      { keys: { optional_permissions: ['history'] } },
    ],
    [
      'asks for the permissions it needs and no more',
      'too few',
      { keys: { permissions: ['storage'] } },
    ],
    [
      "asks for the vendors' hosts and no more",
      'all hosts',
      { keys: { host_permissions: ['<all_urls>'] } },
    ],
    [
      "asks for the vendors' hosts and no more",
      'a content script elsewhere',
      { keys: { content_scripts: [{ matches: ['https://*/*'], js: [] }] } },
    ],
    [
      'opens nothing to pages and other extensions',
      'resources',
      { keys: { web_accessible_resources: [] } },
    ],
    ['has every file its manifest names', 'icon', { keys: { icons: { 32: 'icons/32.png' } } }],
    [
      'loads no code from elsewhere',
      'import',
      { files: { 'chunks/a.js': 'import("https://x.example/a.js")' } },
    ],
    [
      'loads no code from elsewhere',
      'script',
      { files: { 'popup.html': '<script src="//x.example/a.js"></script>' } },
    ],
    [
      'loads no code from elsewhere',
      'inline script',
      { files: { 'popup.html': '<script>run()</script>' } },
    ],
    ['makes no code from text', 'eval', { files: { 'chunks/a.js': 'var a=eval("1")' } }],
    [
      'makes no code from text',
      'Function',
      { files: { 'chunks/a.js': 'new Function("return 1")()' } },
    ],
    [
      "keeps nothing in the browser's storage but for the session",
      'local',
      { files: { 'chunks/a.js': 'e.storage.local.set({key:1})' } },
    ],
    [
      "keeps nothing in the browser's storage but for the session",
      'sync',
      { files: { 'chunks/a.js': 'e.storage?.sync' } },
    ],
    ['holds no test code', 'simulator', { files: { 'chunks/a.js': 'startSimulator()' } }],
    ['holds no test code', 'source map', { files: { 'a.js.map': '{}' } }],
    [
      'keeps what is loaded at once within its budget',
      'large',
      { files: { 'content-scripts/portal.js': incompressible(4000) } },
    ],
    [
      'keeps what is loaded at once within its budget',
      'large by what it imports',
      {
        files: {
          'chunks/popup.js': 'import"./a.js";',
          'chunks/a.js': 'export*from"./b.js"',
          'chunks/b.js': incompressible(30_000),
        },
      },
    ],
    [
      'keeps what is loaded at once within its budget',
      'a page of no budget',
      { files: { 'other.html': '<script type="module" src="/chunks/popup.js"></script>' } },
    ],
  ];
  it.each(cases)('%s: %s', (rule, _what, change) => {
    expect(broken(change)).toEqual([rule]);
  });
});
