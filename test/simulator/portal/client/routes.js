// @ts-check
import { configuration } from './page-configuration.js';
import { configurations, organizations } from './page-lists.js';
import { editConfiguration, newConfiguration } from './page-form.js';
import { assets, home, integrations, notFound, passwords } from './page-others.js';
import { record } from './page-record.js';

/**
 * @typedef {object} Context
 * @property {string[]} ids what the address named
 * @property {boolean} headingDue whether the page's heading may be shown yet
 * @property {boolean} settled false on the first paint, when the second request is still under way
 * @property {() => void} refresh asks for the data again
 */

/**
 * @template Data
 * @typedef {object} Page
 * @property {(ids: string[]) => string} endpoint below `/portal-api`
 * @property {(data: Data, ids: string[]) => string} title
 * @property {(data: Data, context: Context) => Node[]} render
 */

/** @type {[RegExp, Page<any>][]} */
const routes = [
  [/^\/$/, organizations],
  [/^\/admin\/integrations\/?$/, integrations],
  [/^\/(\d+)\/?$/, home],
  [/^\/(\d+)\/configurations\/?$/, configurations],
  [/^\/(\d+)\/configurations\/new\/?$/, newConfiguration],
  [/^\/(\d+)\/configurations\/(\d+)\/edit\/?$/, editConfiguration],
  [/^\/(\d+)\/configurations\/(\d+)\/?$/, configuration],
  [/^\/(\d+)\/passwords\/?$/, passwords],
  [/^\/(\d+)\/assets\/(\d+-[\w-]+)\/?$/, assets],
  [/^\/(\d+)\/assets\/(\d+-[\w-]+)\/records\/(\d+)\/?$/, record],
];

/**
 * @param {string} path
 * @returns {{page: Page<any>, ids: string[]}}
 */
export function routeOf(path) {
  for (const [pattern, page] of routes) {
    const match = pattern.exec(path);
    if (match) return { page, ids: match.slice(1) };
  }
  return { page: notFound, ids: [] };
}
