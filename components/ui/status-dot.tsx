import type { Tone } from '@/lib/words/tone';

/** A coloured dot with its word: the colour never speaks alone. */
export function StatusDot({ tone, word }: { tone: Tone; word: string }) {
  return (
    <span class={`status-dot tone-${tone}`}>
      <span class="dot" aria-hidden="true" />
      {word}
    </span>
  );
}
