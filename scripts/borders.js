import { posix } from 'node:path';

/**
 * Who may import whom: each folder with those it may import besides itself. `types:` allows type imports only.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const borders = {
  'lib/model': [],
  'lib/matching': ['lib/model'],
  'lib/wireless': ['lib/model'],
  'lib/connections': ['lib/model'],
  'lib/wire': ['lib/model'],
  'lib/datto': ['lib/model', 'lib/wire'],
  'lib/itglue': ['lib/model', 'lib/wire'],
  'lib/store': ['lib/model'],
  'lib/team': ['lib/model', 'lib/itglue', 'types:lib/journal'],
  'lib/vault': ['lib/model'],
  'lib/policy': ['lib/model'],
  'lib/i18n': ['public'],
  'lib/access': ['lib/model', 'lib/store'],
  'lib/words': ['lib/model', 'lib/connections', 'lib/i18n'],
  'lib/views': ['lib/model', 'lib/connections', 'lib/i18n', 'lib/words'],
  'lib/portal': ['lib/model', 'lib/i18n', 'lib/views'],
  'lib/messages': ['lib/model', 'lib/views'],
  'lib/journal': ['lib/model', 'lib/store', 'lib/itglue'],
  'lib/sync': [
    'lib/model',
    'lib/matching',
    'lib/wireless',
    'lib/connections',
    'lib/datto',
    'lib/itglue',
    'lib/store',
    'lib/vault',
    'lib/access',
    'lib/journal',
  ],
  'lib/decisions': [
    'lib/model',
    'lib/matching',
    'lib/itglue',
    'lib/store',
    'lib/access',
    'lib/journal',
    'lib/sync',
    'lib/views',
    'lib/words',
    'lib/messages',
  ],
  'lib/worker': ['lib'],
  components: ['lib/model', 'lib/views', 'lib/words', 'lib/i18n', 'types:lib/messages'],
  entrypoints: ['components', 'lib'],
};

/** Folders whose code also runs in Node, under tests, benchmarks and the demo. */
const pure = [
  'lib/model',
  'lib/matching',
  'lib/wireless',
  'lib/connections',
  'lib/wire',
  'lib/datto',
  'lib/itglue',
  'lib/team',
];
/** Folders that know no browser: the pure ones, and those that only turn data into what people see. */
const withoutBrowser = [...pure, 'lib/views', 'lib/words', 'components'];

const browserPackages = /^(webextension-polyfill|wxt|@wxt-dev\/|@webext-core\/)/;
/** Test-only files by their one naming rule: `*.test.*` and `*.fixture.*`. */
const testFiles = ['**/*.{test,fixture}.{ts,tsx}'];
const testFile = /\.(test|fixture)(\.tsx?)?$/;

/** What an IndexedDB database does with an object store, and with an index of one, as patterns. */
const ofStore = 'get|getAll|getKey|getAllKeys|count|put|add|delete|clear';
const ofIndex = '(get|getAll|getKey|getAllKeys|count)FromIndex';

/** @type {import('eslint').Rule.RuleModule} */
const importRule = {
  meta: {
    type: 'problem',
    docs: { description: 'Hold the import borders between folders.' },
    messages: {
      border: '{{from}} may not import {{to}}; see the table in scripts/borders.js.',
      typesOnly: '{{from}} may import only types from {{to}}.',
      unlisted:
        '{{from}} has no row in the table of scripts/borders.js: say there what it may import.',
      browser: '{{from}} knows no browser, so it may not import {{to}}.',
      testOnly: '{{from}} ships, so it may not import {{to}}.',
      node: '{{from}} runs in a browser, which has no {{to}}.',
      plain: 'lib/model is plain values and rules; parsing with {{to}} belongs to the borders.',
    },
    schema: [],
  },
  create(context) {
    const root = context.cwd.replaceAll('\\', '/');
    const file = context.filename.replaceAll('\\', '/').slice(root.length + 1);
    const isTest = testFile.test(file);
    const from = folderOf(file);

    /** @param {any} node @param {unknown} source @param {boolean} typesOnly */
    function check(node, source, typesOnly) {
      if (typeof source !== 'string') return;
      /** @param {string} messageId @param {string} to */
      const report = (messageId, to) => context.report({ node, messageId, data: { from, to } });
      const target = targetOf(file, source);
      if (target === null) return isTest ? undefined : checkPackage(report, source);
      const to = folderOf(target);
      if (!isTest && testFile.test(target)) return report('testOnly', target);
      if (to === from || (isTest && to === 'test')) return;
      const allowed = borders[from];
      if (allowed === undefined) return report('unlisted', to);
      if (allowed.some((folder) => to === folder || to.startsWith(`${folder}/`))) return;
      if (!allowed.includes(`types:${to}`)) return report('border', to);
      if (!typesOnly) report('typesOnly', to);
    }

    /** @param {(messageId: string, to: string) => void} report @param {string} name */
    function checkPackage(report, name) {
      if (name.startsWith('node:')) return report('node', name);
      if (withoutBrowser.includes(from) && browserPackages.test(name))
        return report('browser', name);
      if (from === 'lib/model' && /^zod\b/.test(name)) report('plain', name);
    }

    return {
      ImportDeclaration: (/** @type {any} */ node) =>
        check(node, node.source.value, isTypeOnly(node)),
      ExportNamedDeclaration: (/** @type {any} */ node) =>
        check(node, node.source?.value, node.exportKind === 'type'),
      ExportAllDeclaration: (/** @type {any} */ node) =>
        check(node, node.source.value, node.exportKind === 'type'),
      ImportExpression: (/** @type {any} */ node) => check(node, node.source.value, false),
      TSImportType: (/** @type {any} */ node) =>
        check(node, node.source?.value ?? node.argument?.literal?.value, true),
    };
  },
};

/** @param {any} node */
function isTypeOnly(node) {
  return (
    node.importKind === 'type' ||
    (node.specifiers.length > 0 &&
      node.specifiers.every((/** @type {any} */ specifier) => specifier.importKind === 'type'))
  );
}

/** The imported path from the project's root; `null` for a package. @param {string} file @param {string} source */
function targetOf(file, source) {
  if (source.startsWith('@/')) return source.slice(2);
  if (!source.startsWith('.')) return null;
  return posix.join(posix.dirname(file), source);
}

/** `lib/<folder>`, or the top folder. @param {string} path */
function folderOf(path) {
  const [top = '', below = ''] = path.split('/');
  return top === 'lib' ? `lib/${below}` : top;
}

/** Flat configurations that hold the borders. @type {import('eslint').Linter.Config[]} */
export const borderConfigs = [
  {
    files: ['{lib,components,entrypoints}/**/*.{ts,tsx}'],
    plugins: { borders: { rules: { imports: importRule } } },
    rules: { 'borders/imports': 'error' },
  },
  {
    files: withoutBrowser.map((folder) => `${folder}/**/*.{ts,tsx}`),
    ignores: testFiles,
    rules: {
      'no-restricted-globals': [
        'error',
        ...['chrome', 'browser'].map((name) => ({
          name,
          message: 'This folder knows no browser.',
        })),
        ...['fetch', 'XMLHttpRequest'].map((name) => ({
          name,
          message: 'fetch is passed in to API clients; nothing else here asks a network.',
        })),
      ],
    },
  },
  {
    files: pure.map((folder) => `${folder}/**/*.ts`),
    ignores: testFiles,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock is passed in.' },
        { object: 'performance', property: 'now', message: 'The clock is passed in.' },
        { object: 'Math', property: 'random', message: 'Randomness is passed in.' },
        ...['chrome', 'browser', 'fetch'].map((property) => ({
          object: 'globalThis',
          property,
          message: 'This folder knows no browser; fetch is passed in.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The clock is passed in.',
        },
      ],
    },
  },
  {
    files: ['{lib,components,entrypoints}/**/*.{ts,tsx}'],
    ignores: [...testFiles, 'lib/store/**', ...pure.map((folder) => `${folder}/**`)],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          // Whatever the database or transaction is called:
          `[callee.property.name=/^(objectStore|transaction|${ofIndex})$/]`,
          // these names other objects have too.
          ...['callee.object', 'callee.object.property'].map(
            (object) =>
              `[${object}.name=/^(store|database|db|transaction|tx)$/][callee.property.name=/^(${ofStore})$/]`,
          ),
        ].map((which) => ({
          selector: `CallExpression${which}`,
          message: 'Ask a repository of lib/store; nothing outside it names an object store.',
        })),
      ],
    },
  },
];
