// @ts-check
import { h, name } from './dom.js';
import { modes } from './modes.js';
import { link } from './navigation.js';

/*
 * The same parts as public scripts for the real portal name them: no landmarks, and titles that are no headings.
 */

/** @typedef {import('./routes.js').Context} Context */

/** What stands in the content until the data has come. */
export function skeleton() {
  return [h('div', { class: 'loading-spinner' }, 'Loading…')];
}

/**
 * The title of a page with its actions.
 * @param {Context} context
 * @param {{crumbs?: [href: string, label: string][], title: string, beside?: import('./dom.js').Child[], actions?: Node[]}} parts
 */
export function pageHead(context, { crumbs = [], title, beside = [], actions = [] }) {
  const refresh = h(
    'a',
    {
      href: '#',
      class: 'btn btn-default',
      click: (event) => (event.preventDefault(), context.refresh()),
    },
    'Refresh',
  );
  const path = crumbs.map(([href, label]) => h('li', {}, link(href, {}, name(label))));
  switch (modes.shape) {
    case 'react':
      return h(
        'div',
        { class: 'react-page-header' },
        h(
          'div',
          { class: 'react-page-header__left' },
          h('ul', { class: 'breadcrumb' }, path),
          h('span', { class: 'react-page-header__title' }, title),
          ...beside,
        ),
        h('div', { class: 'react-page-header__right' }, ...actions, refresh),
      );
    case 'text':
      // Nothing but a text node between two others names the page.
      return h('div', { class: 'summary' }, ...beside, title, h('br'), ...actions, refresh);
    default:
      return h(
        'div',
        { class: 'page-header-area' },
        h('ul', { class: 'breadcrumb' }, path),
        h('div', { class: 'page-header qa-page-header h1' }, title),
        h('div', { class: 'buttons-container' }, ...beside, ...actions, refresh),
      );
  }
}

/** @param {{label: string, value: string}[]} fields */
export function details(fields) {
  return h(
    'dl',
    { class: 'dl-horizontal' },
    fields.flatMap((field) => [
      h('dt', {}, field.label),
      h('dd', {}, field.value === '' ? h('em', {}, 'None') : name(field.value)),
    ]),
  );
}

/**
 * A title and what follows it, in nothing of its own.
 * @param {string} _id
 * @param {string} title
 * @param {...import('./dom.js').Child} children
 */
export function card(_id, title, ...children) {
  const fragment = document.createDocumentFragment();
  fragment.append(
    h('div', { class: 'section-title' }, title),
    ...children.filter((child) => child instanceof Node),
  );
  return fragment;
}

/** @param {Node[]} main @param {Node[]} side */
export function columns(main, side) {
  return h(
    'div',
    { class: 'row' },
    h('div', { class: 'col-sm-8' }, main),
    h('div', { class: 'col-sm-4' }, side),
  );
}
