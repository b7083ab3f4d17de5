import { numberText } from '@/lib/i18n/number';

/**
 * A number beside a button's words that is no part of its name but describes it, by `aria-describedby`: drawn by the
 * style sheet, since words that are seen on a button must be in its name.
 */
export function Count({ id, count }: { id: string; count: number }) {
  const text = numberText(count);
  return (
    <span class="matching-count" data-count={text}>
      <span id={id} hidden>
        {text}
      </span>
    </span>
  );
}
