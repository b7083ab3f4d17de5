// @ts-check
import { h, name } from './dom.js';
import { link } from './navigation.js';
import { card, pageHead } from './look.js';
import { empty, statusBadge, table } from './parts.js';

/** @typedef {import('../answers').OrganizationAnswer} OrganizationAnswer */

/** @type {import('./routes.js').Page<OrganizationAnswer>} */
export const home = {
  endpoint: ([organization]) => `/organizations/${organization}`,
  title: (data) => data.organization.name,
  render: ({ organization }, context) => {
    const path = `/${organization.id}/configurations`;
    const rows = organization.types.map((type) => [
      link(`${path}?${new URLSearchParams({ type: type.name })}`, {}, name(type.name)),
      type.count,
    ]);
    const tile = (
      /** @type {string} */ href,
      /** @type {string | number} */ figure,
      /** @type {string} */ label,
    ) => link(href, { class: 'cls-tile' }, h('strong', {}, figure), h('span', {}, label));
    return [
      pageHead(context, { crumbs: [['/', 'Organizations']], title: organization.name }),
      h(
        'div',
        { class: 'cls-tiles' },
        tile(path, organization.configurations, 'Configurations'),
        tile(path, organization.types.length, 'Configuration types'),
      ),
      card(
        ':r9:',
        'Configuration types',
        rows.length > 0
          ? table('Configurations by type', ['Type', 'Configurations'], rows)
          : empty('No configurations yet.'),
      ),
    ];
  },
};

/** @type {import('./routes.js').Page<OrganizationAnswer>} */
export const passwords = {
  endpoint: ([organization]) => `/organizations/${organization}`,
  title: (data) => `Passwords | ${data.organization.name}`,
  render: ({ organization }, context) => [
    pageHead(context, {
      crumbs: [[`/${organization.id}`, organization.name]],
      title: 'Passwords',
    }),
    card(':r9:', 'General passwords', empty('Passwords are not shown to your role.')),
  ],
};

/** @type {import('./routes.js').Page<OrganizationAnswer>} */
export const assets = {
  endpoint: ([organization]) => `/organizations/${organization}`,
  title: (data, [, type]) => `${typeName(type)} | ${data.organization.name}`,
  render: ({ organization }, context) => [
    pageHead(context, {
      crumbs: [[`/${organization.id}`, organization.name]],
      title: typeName(context.ids[1]),
    }),
    card(':r9:', 'Records', empty('Records of this type are opened by their links.')),
  ],
};

/** @type {import('./routes.js').Page<import('../answers').IntegrationsAnswer>} */
export const integrations = {
  endpoint: () => '/integrations',
  title: () => 'Integrations | Admin',
  render: (data, context) => [
    pageHead(context, { title: 'Integrations' }),
    card(
      ':r9:',
      'Connected systems',
      table(
        'Integrations',
        ['Name', 'Kind', 'Status'],
        data.integrations.map((each) => [name(each.name), each.kind, statusBadge(each.status)]),
      ),
    ),
  ],
};

/** @type {import('./routes.js').Page<unknown>} */
export const notFound = {
  endpoint: () => '/nothing',
  title: () => 'Page not found',
  render: (_data, context) => [
    pageHead(context, { title: 'Page not found' }),
    h(
      'div',
      { class: 'cls-card' },
      empty('There is nothing here, or you may not see it.'),
      h('p', {}, link('/', {}, 'All organizations')),
    ),
  ],
};

/** @type {import('./routes.js').Page<{reason: string}>} */
export const trouble = {
  endpoint: () => '/nothing',
  title: () => 'Something went wrong',
  render: (data, context) => [
    pageHead(context, { title: 'Something went wrong' }),
    h('div', { class: 'cls-card', role: 'alert' }, empty(data.reason)),
  ],
};

/** @param {string} [type] type id and slug, as in the address */
function typeName(type = '') {
  const words = type.replace(/^\d+-/, '').split('-');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
