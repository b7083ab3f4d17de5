// @ts-check
import { h, name } from './dom.js';
import { icon } from './icons.js';
import { link, searchBox } from './navigation.js';
import { pageHead } from './look.js';
import { empty, pager, statusBadge, table } from './parts.js';

/** @type {import('./routes.js').Page<import('../answers').OrganizationsAnswer>} */
export const organizations = {
  endpoint: () => '/organizations',
  title: () => 'Organizations',
  render: (data, context) => {
    const rows = data.rows.map((each) => [
      link(`/${each.id}`, {}, name(each.name)),
      link(`/${each.id}/configurations`, {}, String(each.count)),
    ]);
    return [
      pageHead(context, { title: 'Organizations' }),
      list('Organizations', ['Name', 'Configurations'], rows, data),
    ];
  },
};

/** @type {import('./routes.js').Page<import('../answers').ConfigurationsAnswer>} */
export const configurations = {
  endpoint: ([organization]) => `/organizations/${organization}/configurations`,
  title: (data) => `Configurations | ${data.organization.name}`,
  render: (data, context) => {
    const { organization } = data;
    const path = `/${organization.id}/configurations`;
    const rows = data.rows.map((each) => [
      link(`${path}/${each.id}`, {}, name(each.name)),
      name(each.type),
      each.primaryIp || '—',
      each.serialNumber ? name(each.serialNumber) : '—',
      statusBadge(each.archived ? 'Archived' : each.status),
    ]);
    const create = link(
      `${path}/new`,
      { class: 'cls-button cls-primary' },
      icon('plus'),
      'New configuration',
    );
    const query = new URLSearchParams(location.search);
    const archived = query.get('archived') === 'true';
    const type = query.get('type');
    return [
      pageHead(context, {
        crumbs: [[`/${organization.id}`, organization.name]],
        title: 'Configurations',
        actions: [create],
      }),
      h(
        'div',
        { class: 'cls-filters' },
        searchBox('Search configurations', path),
        type !== null && h('span', { class: 'cls-badge cls-quiet' }, 'Type: ', name(type)),
        type !== null && link(path, {}, 'All types'),
        archived
          ? link(path, {}, 'Show active')
          : link(`${path}?archived=true`, {}, 'Show archived'),
      ),
      list('Configurations', ['Name', 'Type', 'Primary IP', 'Serial Number', 'Status'], rows, data),
    ];
  },
};

/**
 * @param {string} label
 * @param {string[]} columns
 * @param {import('./dom.js').Child[][]} rows
 * @param {{page: number, pages: number, total: number}} paging
 */
function list(label, columns, rows, paging) {
  return h(
    'div',
    { class: 'cls-card cls-list' },
    rows.length > 0 ? table(label, columns, rows) : empty('Nothing to show.'),
    pager(paging),
  );
}
