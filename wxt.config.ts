import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { readMakersFile } from './scripts/makers';

/** The vendors' hosts: the APIs the worker calls and the portal the panels stand on. */
const hosts = [
  'https://api.cloudtrax.com/*',
  'https://api-v2.cloudtrax.com/*',
  'https://api-v3.cloudtrax.com/*',
  'https://*.itglue.com/*',
];

export default defineConfig({
  imports: false,
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      files.push({ relativeDest: 'makers.txt', contents: readMakersFile() });
    },
  },
  zip: {
    // What a reviewer of the store builds the extension from; the rest is tests, their pictures and papers.
    excludeSources: ['*-output/**', 'test-results/**', 'test/**', 'docs/**'],
  },
  vite: () => ({
    plugins: [preact({ prefreshEnabled: false })],
    build: {
      // Read from disk, so there is nothing to gain from asking early.
      modulePreload: false,
      rolldownOptions: {
        treeshake: {
          // WXT imports its storage into every module with a variable of that name; nothing uses it.
          moduleSideEffects: [{ test: /@wxt-dev\/storage/, sideEffects: false }],
        },
      },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    // AbortSignal.any, which the HTTP client combines signals with.
    minimum_chrome_version: '116',
    permissions: ['alarms', 'scripting', 'storage', 'unlimitedStorage'],
    host_permissions: hosts,
    icons: {
      16: 'icons/16.png',
      32: 'icons/32.png',
      48: 'icons/48.png',
      128: 'icons/128.png',
    },
    action: { default_title: '__MSG_extension_name__' },
    browser_specific_settings: {
      gecko: {
        id: 'datto-networking@it-glue.extension',
        strict_min_version: '128.0',
        // The keys go to the two vendors they belong to, and to no other host.
        data_collection_permissions: { required: ['authenticationInfo'] },
      },
    },
    // Firefox knows no schema: it hands over what the policy holds.
    ...(browser !== 'firefox' && { storage: { managed_schema: 'managed-schema.json' } }),
  }),
});
