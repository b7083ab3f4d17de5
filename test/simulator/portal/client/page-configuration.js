// @ts-check
import { h, name } from './dom.js';
import { icon } from './icons.js';
import { link, navigate } from './navigation.js';
import { card, columns, details, pageHead } from './look.js';
import { modes } from './modes.js';
import { archivedNotice, empty, statusBadge, table } from './parts.js';

/** @typedef {import('../answers').ConfigurationAnswer} Answer */

const tabs = [
  { hash: '', label: 'Overview' },
  { hash: '#related', label: 'Related Items' },
  { hash: '#revisions', label: 'Revisions' },
];

/** @type {import('./routes.js').Page<Answer>} */
export const configuration = {
  endpoint: ([organization, id]) => `/organizations/${organization}/configurations/${id}`,
  title: (data) => `${data.configuration.name} | ${data.organization.name}`,
  render: (data, context) => {
    const { organization, configuration: item } = data;
    const list = `/${organization.id}/configurations`;
    const edit = link(`${list}/${item.id}/edit`, { class: 'cls-button' }, icon('edit'), 'Edit');
    const selected = tabs.find((tab) => tab.hash === location.hash) ?? tabs[0];
    return [
      pageHead(context, {
        crumbs: [
          [`/${organization.id}`, organization.name],
          [list, 'Configurations'],
        ],
        title: item.name,
        beside: [statusBadge(item.status)],
        actions: [edit],
      }),
      ...(item.archived ? [archivedNotice('configuration')] : []),
      ...(modes.shape === 'landmarks' ? [tabList(selected?.label)] : []),
      h(
        'div',
        modes.shape === 'landmarks'
          ? { role: 'tabpanel', id: ':r8:', 'aria-labelledby': tabId(selected?.label) }
          : {},
        selected?.hash === '#related'
          ? relatedTable(data)
          : selected?.hash === '#revisions'
            ? card(':r9:', 'Revisions', empty('No revisions in the last 30 days.'))
            : overview(data, context.settled),
      ),
    ];
  },
};

/**
 * @param {Answer} data
 * @param {boolean} settled
 */
function overview({ configuration: item, related, organization }, settled) {
  const isNotes = (/** @type {{label: string}} */ field) => field.label.toLowerCase() === 'notes';
  const notes = item.fields.find(isNotes);
  const first = [
    { label: 'Name', value: item.name },
    { label: 'Configuration Type', value: item.type },
    { label: 'Configuration Status', value: item.status },
  ];
  const named = new Set(first.map((field) => field.label));
  const others = item.fields.filter((field) => !isNotes(field) && !named.has(field.label));
  const links = related.map((each) =>
    h(
      'li',
      {},
      link(`/${organization.id}/configurations/${each.id}`, {}, name(each.name)),
      h('span', { class: 'cls-muted' }, name(each.type)),
    ),
  );
  return columns(
    [
      card(':r9:', 'Details', details([...first, ...others])),
      card(
        ':ra:',
        'Notes',
        notes?.value ? h('p', { class: 'cls-notes' }, name(notes.value)) : empty('No notes.'),
      ),
    ],
    [
      card(':rb:', 'Related Items', relatedList(links, settled)),
      card(':rc:', 'Attachments', empty('No attachments.')),
    ],
  );
}

/** @param {Node[]} links @param {boolean} settled */
function relatedList(links, settled) {
  if (!settled) {
    return h(
      'div',
      { class: 'cls-bones' },
      h('span', { class: 'cls-bone' }),
      h('span', { class: 'cls-bone' }),
    );
  }
  return links.length > 0 ? h('ul', { class: 'cls-related' }, links) : empty('No related items.');
}

/** @param {Answer} data */
function relatedTable({ related, organization }) {
  const rows = related.map((each) => [
    link(`/${organization.id}/configurations/${each.id}`, {}, name(each.name)),
    name(each.type),
  ]);
  return card(
    ':r9:',
    'Related Items',
    rows.length > 0 ? table('Related items', ['Name', 'Type'], rows) : empty('No related items.'),
  );
}

/** @param {string | undefined} selected */
function tabList(selected) {
  const buttons = tabs.map((tab, index) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: tabId(tab.label),
        class: 'cls-tab',
        'aria-selected': String(tab.label === selected),
        'aria-controls': tab.label === selected ? ':r8:' : null,
        tabindex: tab.label === selected ? 0 : -1,
        click: () => navigate(location.pathname + location.search + tab.hash),
        keydown: (event) => {
          const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
          const next = buttons[(index + step + buttons.length) % buttons.length];
          if (step !== 0 && next) {
            next.focus();
            next.click();
          }
        },
      },
      tab.label,
    ),
  );
  return h('div', { role: 'tablist', 'aria-label': 'Configuration', class: 'cls-tabs' }, buttons);
}

/** @param {string | undefined} label */
function tabId(label) {
  return `:r3${tabs.findIndex((tab) => tab.label === label)}:`;
}
