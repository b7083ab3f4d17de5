// @ts-check
import { h, name } from './dom.js';
import { icon } from './icons.js';
import { isDark, modes, toggleTheme } from './modes.js';
import { link, searchBox } from './navigation.js';

/** The frame around every page: top bar, sidebar, and the place of the content. */
export function createShell() {
  const sidebar = h('nav', { 'aria-label': 'Sidebar', id: ':r1:', class: 'cls-sidebar' });
  const content = h(modes.layout === 'bare' ? 'div' : 'main', { class: 'cls-content' });
  const menu = h(
    'button',
    {
      type: 'button',
      class: 'cls-bar-button cls-menu-button',
      'aria-label': 'Menu',
      'aria-expanded': 'false',
      'aria-controls': ':r1:',
      click: () => setMenu(menu.getAttribute('aria-expanded') !== 'true'),
    },
    icon('menu'),
  );
  /** @param {boolean} isOpen */
  const setMenu = (isOpen) => {
    menu.setAttribute('aria-expanded', String(isOpen));
    sidebar.classList.toggle('cls-opened', isOpen);
  };
  /** @param {import('../answers').OrganizationSummary | null} organization */
  const showOrganization = (organization) => {
    sidebar.replaceChildren(...sections(organization));
  };
  showOrganization(null);
  return {
    element: h('div', { class: 'cls-app' }, topBar(menu), sidebar, content),
    content,
    showOrganization,
    closeMenu: () => setMenu(false),
    showRecent: () => {},
    /** @param {Node[]} nodes */
    show: (nodes) => content.replaceChildren(...nodes),
  };
}

/** @param {string} user */
function avatar(user) {
  const initials = user.split(' ').map((word) => word[0]);
  const label = `Signed in as ${user}`;
  return h('span', { class: 'cls-avatar', role: 'img', 'aria-label': label }, initials.join(''));
}

/** @param {Node} menu */
function topBar(menu) {
  const theme = h(
    'button',
    {
      type: 'button',
      class: 'cls-bar-button',
      'aria-label': 'Dark theme',
      'aria-pressed': String(isDark()),
      click: () => {
        toggleTheme();
        theme.setAttribute('aria-pressed', String(isDark()));
      },
    },
    icon('theme'),
  );
  return h(
    'header',
    { class: 'cls-top' },
    menu,
    link(
      '/',
      { class: 'cls-brand', 'aria-label': 'IT Glue, organizations' },
      h('span', { class: 'cls-mark', 'aria-hidden': 'true' }),
      h('span', { class: 'cls-brand-name' }, 'IT Glue'),
    ),
    h(
      'nav',
      { 'aria-label': 'Main', class: 'cls-top-links' },
      link('/', {}, 'Organizations'),
      link('/admin/integrations', {}, 'Admin'),
    ),
    searchBox('Search organizations', '/'),
    theme,
    modes.user !== '' && avatar(modes.user),
  );
}

/** @param {import('../answers').OrganizationSummary | null} organization */
function sections(organization) {
  const note = h('p', { class: 'cls-side-note' }, 'Simulated portal');
  if (!organization) {
    return [
      section('Account', [
        entry('/', icon('organizations'), 'Organizations'),
        entry('/admin/integrations', icon('integrations'), 'Integrations'),
      ]),
      note,
    ];
  }
  const { id, types, configurations } = organization;
  return [
    h('p', { class: 'cls-side-title' }, name(organization.name)),
    section('Core assets', [
      entry(`/${id}`, icon('home'), 'Home'),
      entry(`/${id}/configurations`, icon('configurations'), 'Configurations', configurations),
      entry(`/${id}/passwords`, icon('passwords'), 'Passwords'),
    ]),
    section(
      'Configuration types',
      types.map((type) => {
        const query = new URLSearchParams({ type: type.name });
        return entry(`/${id}/configurations?${query}`, null, type.name, type.count);
      }),
    ),
    note,
  ];
}

/**
 * @param {string} label
 * @param {Node[]} entries
 */
function section(label, entries) {
  return h(
    'div',
    { class: 'cls-side-section' },
    h('p', { class: 'cls-side-label' }, label),
    h('ul', {}, entries),
  );
}

/**
 * @param {string} href
 * @param {Node | null} sign
 * @param {string} label
 * @param {number} [count]
 */
function entry(href, sign, label, count) {
  const type = new URLSearchParams(location.search).get('type');
  const place = type === null ? '' : `?${new URLSearchParams({ type })}`;
  const here = href === location.pathname + place;
  return h(
    'li',
    {},
    link(
      href,
      { class: 'cls-side-link', 'aria-current': here ? 'page' : null },
      sign,
      h('span', { class: 'cls-side-text' }, name(label)),
      count !== undefined && h('span', { class: 'cls-count' }, count),
    ),
  );
}
