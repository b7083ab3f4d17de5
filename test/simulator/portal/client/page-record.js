// @ts-check
import { h } from './dom.js';
import { archivedNotice, card, details, empty, pageHead } from './parts.js';

/** @type {import('./routes.js').Page<import('../answers').RecordAnswer>} */
export const record = {
  endpoint: ([organization, type, id]) =>
    `/organizations/${organization}/assets/${type}/records/${id}`,
  title: (data) => `${data.record.name} | ${data.organization.name}`,
  render: ({ organization, record: item }, context) => [
    pageHead(context, {
      crumbs: [
        [`/${organization.id}`, organization.name],
        [`/${organization.id}/assets/${item.typeId}-${item.typeSlug}`, item.typeName],
      ],
      title: item.name,
    }),
    ...(item.archived ? [archivedNotice('record')] : []),
    h(
      'div',
      { class: 'cls-columns' },
      h('div', { class: 'cls-column' }, card(':r9:', 'Details', details(item.fields))),
      h(
        'div',
        { class: 'cls-column' },
        card(':rb:', 'Related Items', empty('No related items.')),
        card(':rc:', 'Attachments', empty('No attachments.')),
      ),
    ),
  ],
};
