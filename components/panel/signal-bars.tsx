/** How well something is heard, of four bars; the words beside it say the same. */
export function SignalBars({ bars }: { bars: number }) {
  return (
    <svg class="signal-bars" viewBox="0 0 16 12" aria-hidden="true">
      {[0, 1, 2, 3].map((place) => (
        <rect
          key={place}
          class={place < bars ? 'signal-bar' : 'signal-bar-none'}
          x={place * 4 + 0.5}
          y={8.5 - place * 2.6}
          width="3"
          height={3 + place * 2.6}
        />
      ))}
    </svg>
  );
}
