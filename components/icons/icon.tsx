/** Drawn on a grid of 16 with one round stroke of 1.4; the colour is that of the text around. */
const paths = {
  'access-point':
    'M5.2 6.6a4 4 0 0 1 5.6 0M3 4.3a7 7 0 0 1 10 0M8 9v1.5M3.5 10.5h9v3h-9zM10.3 12h.01',
  switch: 'M1.5 5h13v6h-13zM4 7.2v1.6M6.5 7.2v1.6M9 7.2v1.6M11.8 8h.01',
  'managed-power': 'M4.5 6.5h7v2a3.5 3.5 0 0 1-7 0zM6.2 6.5v-4M9.8 6.5v-4M8 12v2.5',
  router:
    'M1.5 9h13v4.5h-13zM4 11.25h.01M6.5 11.25h.01M11.5 9V6M9.6 4.6a2.7 2.7 0 0 1 3.8 0M8 2.8a5 5 0 0 1 7 0',
  history: 'M2.6 5.2A6 6 0 1 1 2 8M2.2 2.2v3.2h3.2M8 4.6V8l2.4 1.6',
  refresh: 'M13.2 8.4a5.2 5.2 0 1 1-1.4-4M13.2 1.8v3.1h-3.1',
  warning: 'M8 2.2 14.6 13.6H1.4zM8 6.4v3.4M8 11.7h.01',
  'external-link': 'M9.5 2.5h4v4M13.5 2.5 7.6 8.4M11.5 9.5v4h-9v-9h4',
  bolt: 'M9.2 1.5 3.5 9.2h4l-.8 5.3 5.8-7.8h-4z',
  check: 'M2.8 8.6 6.3 12l6.9-7.6',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  close: 'M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4',
  search: 'M11.4 7a4.4 4.4 0 1 1-8.8 0 4.4 4.4 0 0 1 8.8 0zM10.2 10.2l3.6 3.6',
  chevron: 'M6 3.5 10.5 8 6 12.5',
  dock: 'M2.5 3.5h11v9h-11zM8.5 8.5h5v4h-5z',
  undock: 'M2.5 3.5h11v9h-11zM4.8 6h6.4M4.8 8.5h6.4',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  corner: 'M2.5 7V2.5H7M13.5 9v4.5H9M3 3l4 4M13 13 9 9',
  collapse: 'M3.5 6 8 10.5 12.5 6',
  expand: 'M3.5 10.5 8 6l4.5 4.5',
  settings:
    'M2 4.5h6.4M11.6 4.5H14M2 11.5h2.4M7.6 11.5H14M11.6 4.5a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0zM7.6 11.5a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0z',
} as const;

export type IconName = keyof typeof paths;

/**
 * One of the icons, 16 px, quiet to screen readers: the word beside it, or the name of the button
 * around it, says what it means.
 */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
