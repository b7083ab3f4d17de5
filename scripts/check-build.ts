import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundlesOf } from './bundles';

/** The rules of a production build, each with what breaks it, as `<file>: <what>`; none for a sound build. */
export type BuildReport = Readonly<Record<BuildRule, readonly string[]>>;
export type BuildRule = keyof typeof rules;

interface Manifest {
  permissions?: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: { matches: string[]; js?: string[]; css?: string[] }[];
  background?: { service_worker?: string; scripts?: string[] };
  icons?: Record<string, string>;
  action?: { default_popup?: string; default_icon?: Record<string, string> };
  options_ui?: { page: string };
  default_locale?: string;
  [key: string]: unknown;
}

interface Build {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly files: readonly { name: string; bytes: number; text: string }[];
}

const permissions = ['alarms', 'scripting', 'storage', 'unlimitedStorage'];
const hosts = [
  'https://*.itglue.com/*',
  'https://api-v2.cloudtrax.com/*',
  'https://api-v3.cloudtrax.com/*',
  'https://api.cloudtrax.com/*',
];

/** What a surface's code may take, in KiB, gzipped; `npm run size` shows what it is made of. */
const budgets: Readonly<Record<string, number>> = {
  // Read at every wake of the worker.
  'background.js': 210,
  // Loaded into every page of the portal.
  'content-scripts/portal.js': 3,
  'content-scripts/portal-panels.js': 44,
  // Loaded before keys, where a panel would be.
  'content-scripts/portal-keys.js': 22,
  // Loaded where a switch's panel is first shown.
  'content-scripts/portal-ports.js': 18,
  // Loaded when a person first asks for a device's history.
  'content-scripts/portal-history.js': 36,
  'matching.html': 50,
  // The sections after the first are loaded when they are looked at.
  'options.html': 29,
  'popup.html': 25,
  'setup-check.html': 24,
  'network.html': 36,
  'portal-measure.js': 3,
  'portal-signed-in.js': 2,
  'welcome.html': 26,
};

/** Words of the simulator and of the tools around it that no shipped file has a reason to hold. */
const testMarkers =
  /simulator|\bvitest\b|\bplaywright\b|fake-indexeddb|fast-check|selfsigned|happy-dom|\blocalhost\b|127\.0\.0\.1/i;

const rules = {
  'asks for the permissions it needs and no more': ({ manifest }) =>
    differences('permissions', permissions, [
      ...(manifest.permissions ?? []),
      ...(manifest.optional_permissions ?? []),
    ]),
  "asks for the vendors' hosts and no more": ({ manifest }) => [
    ...differences('hosts', hosts, [
      ...(manifest.host_permissions ?? []),
      ...(manifest.optional_host_permissions ?? []),
    ]),
    ...(manifest.content_scripts ?? [])
      .flatMap(({ matches }) => matches)
      .filter((match) => match !== 'https://*.itglue.com/*')
      .map((match) => `manifest.json: a content script on ${match}`),
  ],
  'opens nothing to pages and other extensions': ({ manifest }) =>
    ['web_accessible_resources', 'externally_connectable', 'content_security_policy', 'sandbox']
      .filter((key) => key in manifest)
      .map((key) => `manifest.json: ${key}`),
  'has every file its manifest names': ({ folder, manifest }) =>
    named(manifest)
      .filter((file) => !existsSync(join(folder, file)))
      .map((file) => `${file}: is missing`),
  'loads no code from elsewhere': ({ files }) => [
    ...found(
      files,
      /\.js$/,
      /\b(?:import|importScripts)\s*\(\s*["'`](?:https?:)?\/\/|\bfrom\s*["']https?:/,
    ),
    ...found(files, /\.html$/, /<(?:script|link|iframe)[^>]+(?:src|href)=["']?(?:https?:)?\/\//i),
    ...found(files, /\.html$/, /<script(?![^>]*\bsrc=)[^>]*>/i),
  ],
  'makes no code from text': ({ files }) =>
    found(files, /\.js$/, /(?<![.\w$])eval\s*\(|\bnew Function\s*\(/),
  "keeps nothing in the browser's storage but for the session": ({ files }) =>
    found(files, /\.js$/, /\bstorage(?:\?\.|\.|\[["'`])(?:local|sync)\b/),
  'holds no test code': ({ files }) => [
    ...found(files, /\.(js|html|css|json)$/, testMarkers),
    ...files
      .filter(({ name }) => /\.(map|tsx?)$|\.test\.|\.spec\./.test(name))
      .map(({ name }) => `${name}: does not belong here`),
  ],
  'keeps what is loaded at once within its budget': ({ folder }) =>
    bundlesOf(folder).flatMap(({ name, gzippedBytes }) => {
      const budget = budgets[name];
      if (budget === undefined) return [`${name}: has no budget`];
      return gzippedBytes > budget * 1024
        ? [`${name}: ${(gzippedBytes / 1024).toFixed(1)} of ${budget} KiB gzipped`]
        : [];
    }),
} satisfies Record<string, (build: Build) => string[]>;

export const buildRules = Object.keys(rules) as BuildRule[];

/** Judges the build in a folder. Throws when there is none. */
export function checkBuild(folder: string): BuildReport {
  const build: Build = {
    folder,
    manifest: JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest,
    files: filesIn(folder).map((path) => ({
      name: relative(folder, path).replaceAll('\\', '/'),
      bytes: statSync(path).size,
      text: /\.(js|html|css|json)$/.test(path) ? readFileSync(path, 'utf8') : '',
    })),
  };
  return Object.fromEntries(
    buildRules.map((rule) => [rule, rules[rule](build)]),
  ) as unknown as BuildReport;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function differences(what: string, wanted: readonly string[], asked: readonly string[]): string[] {
  return [
    ...asked
      .filter((each) => !wanted.includes(each))
      .map((each) => `manifest.json: ${what}: ${each} is too much`),
    ...wanted
      .filter((each) => !asked.includes(each))
      .map((each) => `manifest.json: ${what}: ${each} is missing`),
  ];
}

/** The places where a pattern occurs, with some text around each. */
function found(files: Build['files'], name: RegExp, pattern: RegExp): string[] {
  return files
    .filter((file) => name.test(file.name))
    .flatMap(({ name: file, text }) => {
      const at = pattern.exec(text)?.index;
      return at === undefined ? [] : [`${file}: …${text.slice(Math.max(0, at - 30), at + 50)}…`];
    });
}

function named(manifest: Manifest): string[] {
  return [
    manifest.background?.service_worker,
    ...(manifest.background?.scripts ?? []),
    ...Object.values(manifest.icons ?? {}),
    ...Object.values(manifest.action?.default_icon ?? {}),
    manifest.action?.default_popup,
    manifest.options_ui?.page,
    ...(manifest.content_scripts ?? []).flatMap(({ js = [], css = [] }) => [...js, ...css]),
    manifest.default_locale && `_locales/${manifest.default_locale}/messages.json`,
  ].filter((file): file is string => Boolean(file));
}
