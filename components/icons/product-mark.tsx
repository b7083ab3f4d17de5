/** The extension's mark as in public/icons: a page of documentation whose content is a wireless network. */
export function ProductMark() {
  return (
    <svg class="mark" viewBox="0 0 128 128" aria-hidden="true" focusable="false">
      <path
        fill="#13759a"
        d="M34 6h45l31 31v69a16 16 0 0 1-16 16H34a16 16 0 0 1-16-16V22A16 16 0 0 1 34 6Z"
      />
      <path fill="#8ad0e4" d="M79 6l31 31H91a12 12 0 0 1-12-12Z" />
      <g fill="none" stroke="#fff" stroke-width="10" stroke-linecap="round">
        <path d="M48 81a22.6 22.6 0 0 1 32 0" />
        <path d="M34.5 65.5a42 42 0 0 1 59 0" />
      </g>
      <circle fill="#7ff0b6" cx="64" cy="99" r="8.5" />
    </svg>
  );
}
