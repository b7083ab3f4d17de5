// @ts-check
const query = new URLSearchParams(location.search);

const served =
  document.querySelector('meta[name=portal]')?.getAttribute('content')?.split(' ') ?? [];

/** How this page behaves, from the address it was loaded with; kept until it is reloaded. */
export const modes = {
  /** What its pages are made of: `landmarks`, `hybrid`, `react` or `text`. */
  shape: served[0] ?? 'landmarks',
  layout: query.get('layout') ?? 'usual',
  /** Milliseconds between forced re-renders; 0 for none. */
  rerenderEvery: Math.max(0, Number(query.get('rerender')) || 0),
  delay: query.get('delay'),
  /** Who is signed in; an empty name is not shown. */
  user: query.get('user') ?? 'Sam Porter',
};

const key = 'ui-theme';

export function startTheme() {
  apply(query.get('theme') ?? localStorage.getItem(key) ?? 'light');
}

export function toggleTheme() {
  const theme = isDark() ? 'light' : 'dark';
  localStorage.setItem(key, theme);
  apply(theme);
}

export function isDark() {
  return document.body.classList.contains('ui-theme-dark');
}

/** @param {string} theme */
function apply(theme) {
  const { classList } = document.body;
  classList.toggle('ui-theme-dark', theme === 'dark');
  classList.toggle('ui-theme-default', theme !== 'dark');
  // MyGlue is the portal of an MSP's customers, served by the same application.
  classList.toggle('myglue', served.includes('myglue'));
}
