import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { problemText } from '@/lib/words/problems';
import { t } from '@/lib/i18n';
import type { PanelCandidate } from '@/lib/views/matching';
import { Candidate } from './candidate';
import type { Found, Search } from './use-search';
import { useSearch } from './use-search';

interface Props {
  onSearch: Search;
  onPick: (event: Event, device: PanelCandidate) => void;
  onClose: () => void;
}

/**
 * The search for a device, as a combobox with a list: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 * Enter takes only what the arrow keys chose, so that no device is matched by typing on.
 */
export function MatchTo({ onSearch, onPick, onClose }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [text, setText] = useState('');
  const { found, find } = useSearch(onSearch);
  const { devices } = found;
  // What the arrow keys chose holds for the list it was chosen in.
  const [chosen, choose] = useState({ found, at: -1 });
  const active = chosen.found === found ? chosen.at : -1;

  // Before the next key, which may come at once.
  useLayoutEffect(() => input.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  function onKeyDown(event: KeyboardEvent) {
    const { length } = devices;
    switch (event.key) {
      case 'ArrowDown':
        choose({ found, at: active + 1 < length ? active + 1 : 0 });
        break;
      case 'ArrowUp':
        choose({ found, at: active > 0 ? active - 1 : length - 1 });
        break;
      case 'Enter': {
        const device = devices[active];
        if (device) onPick(event, device);
        break;
      }
      case 'Escape':
        if (text === '') onClose();
        else type('');
        break;
      default:
        return;
    }
    // The portal has keys of its own, and some of these scroll.
    event.preventDefault();
    event.stopPropagation();
  }

  function type(next: string) {
    setText(next);
    void find(next);
  }

  return (
    <div class="match-to">
      <label class="match-to-label" for={`${id}-text`}>
        {t('panel_match_to')}
      </label>
      <div class="match-to-row">
        <input
          ref={input}
          class="text-input"
          id={`${id}-text`}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={devices.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={devices[active] && `${id}-${active}`}
          aria-describedby={`${id}-hint`}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Button kind="quiet" onClick={onClose}>
          {t('panel_search_close')}
        </Button>
      </div>
      <p class="match-to-hint" id={`${id}-hint`}>
        {t('panel_search_hint')}
      </p>
      <ul
        ref={list}
        class="match-to-list"
        id={`${id}-list`}
        role="listbox"
        aria-label={t('panel_search_devices')}
        hidden={devices.length === 0}
      >
        {devices.map((device, at) => (
          <li
            key={device.deviceKey}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            // The focus stays in the field.
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => onPick(event, device)}
          >
            <Candidate candidate={device} />
          </li>
        ))}
      </ul>
      <p class={`match-to-announcement${devices.length > 0 ? ' hidden-text' : ''}`} role="status">
        {foundText(found)}
      </p>
    </div>
  );
}

function foundText({ text, devices, problem }: Found): string {
  if (problem) return problemText(problem);
  if (text === '') return '';
  return devices.length > 0
    ? t('panel_search_found', devices.length)
    : t('panel_search_none', [text]);
}
