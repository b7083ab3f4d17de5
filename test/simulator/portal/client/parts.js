// @ts-check
import { h, name } from './dom.js';
import { icon } from './icons.js';
import { modes } from './modes.js';
import { link } from './navigation.js';

/** @typedef {import('./routes.js').Context} Context */

/** What stands in the content until the data has come. */
export function skeleton() {
  const bar = h('span', { class: 'cls-bone cls-bone-title' });
  const loading = h('span', { class: 'cls-hidden' }, 'Loading…');
  const heading = h(modes.layout === 'usual' ? 'h1' : 'div', { class: 'cls-title' }, bar, loading);
  const lines = Array.from({ length: 8 }, () => h('span', { class: 'cls-bone' }));
  return [
    h('div', { class: 'cls-head' }, heading),
    h('div', { class: 'cls-card cls-bones', 'aria-hidden': 'true' }, lines),
  ];
}

/**
 * Breadcrumb, heading and actions of a page.
 * @param {Context} context
 * @param {{crumbs?: [href: string, label: string][], title: string, beside?: import('./dom.js').Child[], actions?: Node[]}} parts
 */
export function pageHead(context, { crumbs = [], title, beside = [], actions = [] }) {
  const tag = modes.layout === 'bare' ? 'div' : 'h1';
  return h(
    'div',
    { class: 'cls-head' },
    crumbs.length > 0 &&
      h(
        'nav',
        { 'aria-label': 'Breadcrumb', class: 'cls-crumbs' },
        h(
          'ol',
          {},
          crumbs.map(([href, label]) => h('li', {}, link(href, {}, name(label)))),
        ),
      ),
    h(
      'div',
      { class: 'cls-head-line' },
      context.headingDue
        ? h(tag, { class: 'cls-title' }, name(title))
        : h('div', { class: 'cls-title' }, h('span', { class: 'cls-bone cls-bone-title' })),
      ...beside,
      h('div', { class: 'cls-actions' }, refreshButton(context), ...actions),
    ),
  );
}

/** @param {Context} context */
function refreshButton(context) {
  return h(
    'button',
    { type: 'button', id: ':r2:', class: 'cls-button', click: context.refresh },
    icon('refresh'),
    'Refresh',
  );
}

/** @param {string} status */
export function statusBadge(status) {
  const tone = status === 'Active' ? 'cls-good' : 'cls-quiet';
  return h('span', { class: `cls-badge ${tone}` }, name(status || 'No status'));
}

/** @param {string} what */
export function archivedNotice(what) {
  return h('p', { class: 'cls-notice' }, icon('archive'), `This ${what} is archived.`);
}

/** @param {{label: string, value: string}[]} fields */
export function details(fields) {
  return h(
    'dl',
    { class: 'cls-details' },
    fields.map((field) =>
      h(
        'div',
        { class: field.value.includes('\n') ? 'cls-field cls-wide' : 'cls-field' },
        h('dt', {}, name(field.label)),
        h('dd', {}, field.value === '' ? '—' : name(field.value)),
      ),
    ),
  );
}

/**
 * @param {string} id
 * @param {string} title
 * @param {...import('./dom.js').Child} children
 */
export function card(id, title, ...children) {
  return h(
    'section',
    { class: 'cls-card', 'aria-labelledby': id },
    h('h2', { id, class: 'cls-card-title' }, title),
    ...children,
  );
}

/** @param {Node[]} main @param {Node[]} side */
export function columns(main, side) {
  return h(
    'div',
    { class: 'cls-columns' },
    h('div', { class: 'cls-column' }, main),
    h('div', { class: 'cls-column' }, side),
  );
}

/** @param {string} sentence */
export function empty(sentence) {
  return h('p', { class: 'cls-empty' }, sentence);
}

/**
 * @param {string} label
 * @param {string[]} columns
 * @param {import('./dom.js').Child[][]} rows the first cell heads its row
 */
export function table(label, columns, rows) {
  const head = columns.map((column) => h('th', { scope: 'col' }, column));
  const body = rows.map(([first, ...others]) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, first),
      others.map((cell) => h('td', {}, cell)),
    ),
  );
  return h(
    'div',
    { class: 'cls-scroll', tabindex: 0, role: 'region', 'aria-label': label },
    h('table', {}, h('thead', {}, h('tr', {}, head)), h('tbody', {}, body)),
  );
}

/** @param {{page: number, pages: number, total: number}} rows */
export function pager({ page, pages, total }) {
  /** @param {number} target @param {string} label */
  const step = (target, label) => {
    if (target < 1 || target > pages) return h('span', { class: 'cls-step cls-off' }, label);
    const query = new URLSearchParams(location.search);
    query.set('page', String(target));
    return link(`${location.pathname}?${query}`, { class: 'cls-step' }, label);
  };
  return h(
    'nav',
    { 'aria-label': 'Pages', class: 'cls-pager' },
    h('span', {}, `${total} ${total === 1 ? 'item' : 'items'} · page ${page} of ${pages}`),
    step(page - 1, 'Previous'),
    step(page + 1, 'Next'),
  );
}
