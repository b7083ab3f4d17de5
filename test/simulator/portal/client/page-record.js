// @ts-check
import { h, name } from './dom.js';
import { card, columns, details, pageHead } from './look.js';
import { archivedNotice, empty } from './parts.js';

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
    columns(
      [card(':r9:', 'Details', details(item.fields))],
      [
        card(
          ':rb:',
          'Related Items',
          item.related.length === 0
            ? empty('No related items.')
            : h(
                'ul',
                { class: 'cls-related' },
                item.related.map(({ type, name: title }) =>
                  h('li', {}, name(title), h('span', { class: 'cls-muted' }, name(type))),
                ),
              ),
        ),
        card(':rc:', 'Attachments', empty('No attachments.')),
      ],
    ),
  ],
};
