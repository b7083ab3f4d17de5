import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';
import type { ConfigurationId } from '@/lib/model/ids';
import type { SearchHit } from '@/lib/views/matching';
import { problemText } from '@/lib/words/problems';
import type { FoundCalls } from './found-calls';

interface Props {
  busy: boolean;
  onSearch: FoundCalls['search'];
  onPick: (event: Event, to: ConfigurationId) => void;
  onClose: () => void;
}

/** So many of what is found are offered; typing on finds the others. */
const most = 6;
/** How long a person pauses before it is searched, milliseconds. */
const pause = 150;

/** The search for the configuration that what was found is documented in. */
export function FoundSearch({ busy, onSearch, onPick, onClose }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly SearchHit<ConfigurationId>[]>([]);
  const [said, say] = useState('');
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    setFound([]);
    say('');
    if (text.trim() === '') return;
    let isOld = false;
    const timer = setTimeout(() => {
      void onSearch(text).then((answer) => {
        if (isOld) return;
        if (!answer.ok) return say(problemText(answer.problem));
        setFound(answer.value.slice(0, most));
        say(answer.value.length === 0 ? t('ports_found_none', [text]) : '');
      });
    }, pause);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [text]);

  return (
    <div class="found-search" role="group" aria-label={t('ports_match_to')}>
      <label for={id}>{t('ports_search')}</label>
      <div class="found-actions">
        <input
          ref={input}
          id={id}
          class="text-input"
          autocomplete="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <Button kind="quiet" onClick={onClose}>
          {t('panel_search_close')}
        </Button>
      </div>
      <p class="port-hint">{t('ports_match_hint')}</p>
      <ul class="port-plugged" aria-label={t('ports_found')}>
        {found.map((hit) => (
          <li key={hit.id}>
            <Button kind="quiet" busy={busy} onClick={(event) => onPick(event, hit.id)}>
              <bdi>{hit.name}</bdi>
              {hit.facts.length > 0 && <span class="plugged-why">{hit.facts.join(' · ')}</span>}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" class="port-hint">
        {said}
      </p>
    </div>
  );
}
