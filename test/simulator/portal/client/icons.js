// @ts-check
/** Stroke paths on a grid of 16. */
const paths = {
  menu: 'M2 4h12M2 8h12M2 12h12',
  home: 'M2.5 7.5 8 2.5l5.5 5M4 6.5v7h8v-7',
  organizations: 'M3 13.5v-11h6v11M9 6.5h4v7M1.5 13.5h13M5 5.5h2M5 8.5h2M11 9.5h.5',
  configurations: 'M2.5 2.5h11v4h-11zM2.5 9.5h11v4h-11zM5 4.5h.5M5 11.5h.5',
  passwords: 'M6.5 9.5a3 3 0 1 1 0-.01zM6.3 8.5 13.5 8.5M11 8.5v2.5M13.5 8.5v2',
  integrations: 'M5.5 1.5v3M10.5 1.5v3M4 4.5h8v3a4 4 0 0 1-8 0zM8 11.5v3',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3',
  edit: 'M3 13l.7-3L11 2.7l2.3 2.3L6 12.3z',
  plus: 'M8 3v10M3 8h10',
  theme: 'M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z',
  archive: 'M2 3h12v3H2zM3 6v7.5h10V6M6.5 8.5h3',
};

const namespace = 'http://www.w3.org/2000/svg';

/** @param {keyof typeof paths} which */
export function icon(which) {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'cls-icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', paths[which]);
  svg.append(path);
  return svg;
}
