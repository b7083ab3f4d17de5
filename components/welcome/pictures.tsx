import type { ComponentChildren } from 'preact';

/** A picture of what the product does, drawn with the tokens of the page it stands on; the words beside it say the same. */
function Picture({ children }: { children: ComponentChildren }) {
  return (
    <svg class="welcome-picture" viewBox="0 0 240 150" aria-hidden="true" focusable="false">
      <rect class="picture-page" x="0.5" y="0.5" width="239" height="149" rx="6" />
      {children}
    </svg>
  );
}

/** Text that is not to be read. */
const Bar = ({ x, y, width, kind = 'quiet' }: Bar) => (
  <rect class={`picture-${kind}`} x={x} y={y} width={width} height="6" rx="3" />
);

interface Bar {
  x: number;
  y: number;
  width: number;
  kind?: 'quiet' | 'text' | 'accent';
}

/** A configuration's page with the panel on it: a status, and fields in two columns. */
export function PanelPicture() {
  return (
    <Picture>
      <path class="picture-bar" d="M0.5 6.5a6 6 0 0 1 6-6h227a6 6 0 0 1 6 6V18H0.5z" />
      <Bar x={14} y={29} width={86} kind="text" />
      <rect class="picture-card" x="14" y="44" width="212" height="68" rx="5" />
      <circle class="picture-good" cx="27" cy="58" r="4" />
      <Bar x={37} y={55} width={30} kind="text" />
      <path class="picture-line" d="M14.5 69.5h211" />
      {[78, 90, 102].map((y) => (
        <g key={y}>
          <Bar x={26} y={y} width={34} />
          <Bar x={68} y={y} width={y === 90 ? 40 : 30} kind="text" />
          <Bar x={130} y={y} width={28} />
          <Bar x={170} y={y} width={y === 102 ? 26 : 42} kind="text" />
        </g>
      ))}
      <Bar x={14} y={122} width={120} />
      <Bar x={14} y={134} width={90} />
    </Picture>
  );
}

/** Networks on the left, organizations on the right, and what joins them: two for certain, one suggested. */
export function MatchPicture() {
  return (
    <Picture>
      {[16, 62, 108].map((y, place) => (
        <g key={y}>
          <rect class="picture-card" x="14" y={y} width="76" height="28" rx="5" />
          <path
            class="picture-sign"
            d={`M24 ${y + 13}a8 8 0 0 1 11 0M26.8 ${y + 16}a4 4 0 0 1 5.4 0M29.5 ${y + 18.6}h.01`}
          />
          <Bar x={43} y={y + 11} width={place === 1 ? 28 : 38} kind="text" />
          <rect class="picture-card" x="150" y={y} width="76" height="28" rx="5" />
          <Bar x={160} y={y + 11} width={place === 1 ? 34 : 46} kind="text" />
          <path
            class={place === 2 ? 'picture-joined picture-suggested' : 'picture-joined'}
            d={`M92 ${y + 14}h56`}
          />
          {place !== 2 && (
            <>
              <circle class="picture-badge" cx="120" cy={y + 14} r="8" />
              <path class="picture-tick" d={`m116 ${y + 14} 3 3 5-6`} />
            </>
          )}
        </g>
      ))}
    </Picture>
  );
}

/** A Wi-Fi network, and the record and password that document it. */
export function WifiPicture() {
  return (
    <Picture>
      <circle class="picture-badge" cx="52" cy="75" r="34" />
      <path class="picture-wave" d="M35 69a24 24 0 0 1 34 0M42 77a14 14 0 0 1 20 0M52 87h.01" />
      <path class="picture-joined" d="M88 75h18M106 75c10 0 8-37 24-37M106 75c10 0 8 37 24 37" />
      {[18, 92].map((y) => (
        <rect key={y} class="picture-card" x="132" y={y} width="94" height="40" rx="5" />
      ))}
      <Bar x={143} y={28} width={50} kind="text" />
      <Bar x={143} y={41} width={70} />
      <path class="picture-sign" d="M145 108h12v9h-12zM147.5 108v-3a3.5 3.5 0 0 1 7 0v3" />
      <path class="picture-dots" d="M168 112h.01M178 112h.01M188 112h.01M198 112h.01M208 112h.01" />
    </Picture>
  );
}
