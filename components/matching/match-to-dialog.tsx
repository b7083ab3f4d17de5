import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { SearchHit } from '@/lib/views/matching';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Dialog } from './dialog';
import { problemInFull } from '@/lib/words/problems';
import { Facts, Name } from './row-text';
import { useAnswer } from '@/components/state/use-answer';
import type { Replied } from '@/components/state/use-answer';
import { matchSearches } from '@/lib/words/decisions';
import { inSentence } from '@/lib/words/in-sentence';

const maxHits = 50;

interface Props<Id extends string> {
  what: 'organizations' | 'configurations';
  title: string;
  /** What the row is matched to now. */
  current: Id | null;
  /** Shown first as long as nothing is typed. */
  suggested: readonly SearchHit<Id>[];
  search: (text: string) => Promise<Replied<readonly SearchHit<Id>[]>>;
  onChoose: (hit: SearchHit<Id>) => void;
  onClose: () => void;
}

/** Search as you type over everything the row can be matched to: a combobox with its list always open. */
export function MatchToDialog<Id extends string>(props: Props<Id>) {
  const { what, title, current, suggested, search, onChoose, onClose } = props;
  const [text, setText] = useState('');
  const [active, setActive] = useState<number | null>(null);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const answer = useAnswer(text.trim(), () => search(text.trim()), 120);
  const found = answer.value ?? [];
  const first = text.trim() === '' ? suggested : [];
  const hits = [...first, ...found.filter((hit) => !first.some((each) => each.id === hit.id))];
  const free = (hit: SearchHit<Id>) => hit.takenBy === null && hit.id !== current;
  const chosen = active ?? Math.max(0, hits.findIndex(free));

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, hits.length]);

  function choose(hit: SearchHit<Id> | undefined) {
    if (hit && free(hit)) onChoose(hit);
  }

  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by !== undefined) setActive(Math.max(0, Math.min(hits.length - 1, chosen + by)));
    // Enter takes no result of an earlier text; a click takes what is shown.
    else if (event.key === 'Enter' && !answer.asking) choose(hits[chosen]);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <label class="matching-field">
        <span>{t(matchSearches[what].label)}</span>
        <input
          class="text-input"
          type="text"
          role="combobox"
          autoComplete="off"
          spellcheck={false}
          maxLength={200}
          autofocus
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={hits.length > 0 ? `${id}-${chosen}` : undefined}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setActive(null);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      {answer.problem && (
        <Notice
          tone="bad"
          role="alert"
          action={<Button onClick={answer.retry}>{t('matching_retry')}</Button>}
        >
          {t('matching_match_failed', [problemInFull(answer.problem)])}
        </Notice>
      )}
      <ul
        ref={list}
        class="matching-hits"
        id={`${id}-list`}
        role="listbox"
        aria-label={t(matchSearches[what].found)}
        aria-busy={answer.asking}
      >
        {hits.map((hit, index) => (
          <li
            key={hit.id}
            id={`${id}-${index}`}
            role="option"
            class="matching-hit"
            aria-selected={index === chosen}
            aria-disabled={!free(hit) || undefined}
            onPointerMove={() => index !== chosen && setActive(index)}
            onClick={() => choose(hit)}
          >
            <Name text={hit.name} strong />
            <Facts
              facts={[
                hit.id === current ? t('matching_current') : null,
                hit.takenBy !== null && hit.id !== current
                  ? t('matching_taken', [inSentence(hit.takenBy)])
                  : null,
                hit.namesake && hit.id !== current ? t('matching_namesake') : null,
                hit.archived ? t('matching_archived') : null,
                ...hit.facts,
              ]}
            />
          </li>
        ))}
      </ul>
      <p class="matching-quiet" role="status">
        {answer.value === null || answer.asking
          ? ''
          : hits.length === 0
            ? t(matchSearches[what].none)
            : found.length >= maxHits
              ? t('matching_match_more')
              : t('matching_match_count', hits.length)}
      </p>
    </Dialog>
  );
}
