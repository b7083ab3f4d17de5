// @ts-check
import { h, name } from './dom.js';
import { isDark, modes, toggleTheme } from './modes.js';
import { link, searchBox } from './navigation.js';

/*
 * The frame as public scripts for the real portal name it: a fixed bar whose hidden list of recent pages names the
 * one that is shown, a side menu that is a list, no landmark anywhere.
 */

/** The same frame as `createShell` makes, in the shape that the page was served with. */
export function createHybridShell() {
  const menu = h('ul', { class: 'nav itglue-sidenav' });
  const recent = h('ul', { class: 'dropdown-menu' });
  const content = h('div', { class: 'content-body' });
  /** @param {import('../answers').OrganizationSummary | null} organization */
  const showOrganization = (organization) => menu.replaceChildren(...entries(organization));
  showOrganization(null);
  return {
    element: h(
      'div',
      { class: `portal-${modes.shape}`, id: 'react-main' },
      topBar(recent),
      modes.shape === 'text' && h('div', { class: 'toolbar-fixed' }, 'Documents', ' · ', 'Support'),
      h('div', { class: 'sidebar-container' }, menu),
      content,
    ),
    content,
    showOrganization,
    closeMenu: () => {},
    /** @param {string} title */
    showRecent(title) {
      const entry = h('li', {}, link(location.pathname, {}, title));
      recent.replaceChildren(entry, ...[...recent.children].slice(0, 5));
    },
    /** @param {Node[]} nodes */
    show(nodes) {
      if (modes.shape !== 'text') return content.replaceChildren(...nodes);
      const [summary, ...rest] = nodes;
      return content.replaceChildren(
        h('div', { class: 'side-column' }, summary),
        h('div', { class: 'main-column' }, rest),
      );
    },
  };
}

/** @param {Node} recent */
function topBar(recent) {
  const theme = h(
    'a',
    {
      href: '#',
      role: 'button',
      'aria-pressed': String(isDark()),
      click: (event) => {
        event.preventDefault();
        toggleTheme();
        theme.setAttribute('aria-pressed', String(isDark()));
      },
    },
    'Dark theme',
  );
  return h(
    'div',
    { class: 'navbar navbar-default navbar-fixed-top' },
    h(
      'div',
      { class: 'container-fluid' },
      link('/', { class: 'navbar-brand' }, 'IT Glue'),
      h(
        'ul',
        { class: 'nav navbar-nav' },
        h('li', {}, link('/', {}, 'Organizations')),
        h('li', { class: 'dropdown' }, h('a', { class: 'dropdown-toggle' }, 'Recent'), recent),
        h('li', {}, link('/admin/integrations', {}, 'Admin')),
        h('li', {}, theme),
      ),
      searchBox('Search organizations', '/'),
    ),
  );
}

/** @param {import('../answers').OrganizationSummary | null} organization */
function entries(organization) {
  const header = (/** @type {string} */ label) => h('li', { class: 'sidebar-header' }, label);
  if (!organization) {
    return [
      header('Account'),
      h('li', {}, link('/', {}, 'Organizations')),
      h('li', {}, link('/admin/integrations', {}, 'Integrations')),
    ];
  }
  const { id, types, configurations } = organization;
  return [
    header('Core Assets'),
    h('li', {}, link(`/${id}`, {}, name(organization.name))),
    h('li', {}, link(`/${id}/configurations`, {}, `Configurations (${configurations})`)),
    h('li', {}, link(`/${id}/passwords`, {}, 'Passwords')),
    ...types.map((type) => {
      const query = new URLSearchParams({ type: type.name });
      return h('li', {}, link(`/${id}/configurations?${query}`, {}, name(type.name)));
    }),
  ];
}
