import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/icons/icon';

/** The pause in typing before the rows are searched, milliseconds. */
const waitMs = 150;

/** Searches the rows while typing; Escape empties it, Enter and Arrow Down go on to the rows. */
export function SearchBox({
  label,
  hint,
  text,
  onSearch,
  onLeave,
}: {
  label: string;
  hint: string;
  text: string;
  onSearch: (text: string) => void;
  onLeave: () => void;
}) {
  const [typed, setTyped] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // The address may change it too: Back, or Clear filters.
  useLayoutEffect(() => setTyped((now) => (now.trim() === text ? now : text)), [text]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function search(next: string, soon: boolean) {
    clearTimeout(timer.current);
    setTyped(next);
    if (soon) timer.current = setTimeout(() => onSearch(next.trim()), waitMs);
    else if (next.trim() !== text) onSearch(next.trim());
  }

  return (
    <div class="matching-search">
      <Icon name="search" />
      <input
        class="text-input"
        type="search"
        data-search
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={hint}
        autoComplete="off"
        spellcheck={false}
        maxLength={200}
        value={typed}
        onInput={(event) => search(event.currentTarget.value, true)}
        onKeyDown={(event) => {
          const { value } = event.currentTarget;
          if (event.key === 'Escape' && value !== '') search('', false);
          else if (event.key === 'Enter' || event.key === 'ArrowDown') {
            search(value, false);
            onLeave();
          } else if (event.key === 'Escape') onLeave();
          else return;
          event.preventDefault();
        }}
      />
    </div>
  );
}
