// @ts-check
import { h } from './dom.js';

/** @type {() => void} */
let onAddress = () => {};

/** @param {() => void} listener called after every change of the address, back and forward included */
export function followAddress(listener) {
  onAddress = listener;
  addEventListener('popstate', listener);
}

/** @param {string} address */
export function navigate(address) {
  history.pushState(null, '', address);
  onAddress();
}

/**
 * A link within the portal: followed without loading a page, unless the user wants a new tab.
 * @param {string} href
 * @param {Parameters<typeof h>[1]} attributes
 * @param {...import('./dom.js').Child} children
 */
export function link(href, attributes, ...children) {
  /** @param {MouseEvent} event */
  const click = (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    navigate(href);
  };
  return h('a', { href, click, ...attributes }, ...children);
}

/**
 * A search box whose words become the query `q` of the address.
 * @param {string} label
 * @param {string} path
 */
export function searchBox(label, path) {
  const value = location.pathname === path ? new URLSearchParams(location.search).get('q') : '';
  const input = h('input', {
    type: 'search',
    name: 'q',
    'aria-label': label,
    placeholder: label,
    value: value ?? '',
    class: 'cls-input',
  });
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    const words = input.value.trim();
    navigate(words ? `${path}?${new URLSearchParams({ q: words })}` : path);
  };
  return h('form', { role: 'search', 'aria-label': label, class: 'cls-search', submit }, input);
}
