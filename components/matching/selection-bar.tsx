import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { BulkCountsRequest } from '@/lib/messages/bulk';
import type { BulkAction } from '@/lib/model/bulk-action';
import type { MatchingTab } from '@/lib/views/matching-address';
import { bulkButtons, type BulkSubject } from '@/lib/words/bulk';
import { Button } from '@/components/ui/button';
import type { Client } from '@/components/state/client';
import { useAnswer } from '@/components/state/use-answer';
import { Count } from './count';
import type { Chosen } from './use-selection';

/** What can be done at once about rows of a tab, what is most often meant first. */
const actions = {
  networks: {
    unmatched: ['accept', 'match', 'ignore'],
    matched: ['match', 'unmatch'],
    ignored: ['unignore'],
  },
  devices: {
    unmatched: ['accept', 'create', 'ignore'],
    matched: ['unmatch'],
    ignored: ['unignore'],
  },
  findings: { open: ['legitimate'], legitimate: ['not-legitimate'] },
} as const satisfies Record<
  BulkSubject,
  Partial<Record<MatchingTab, readonly (BulkAction | 'create')[]>>
>;

const actionsOf = (subject: BulkSubject, tab: MatchingTab): readonly (BulkAction | 'create')[] => {
  const ofSubject: Partial<Record<MatchingTab, readonly (BulkAction | 'create')[]>> =
    actions[subject];
  return ofSubject[tab] ?? [];
};

/** How long the choice must stand before the rows are counted, milliseconds. */
const waitMs = 150;

/** Below the rows as long as some are chosen: how many, and what can be done about them. */
export function SelectionBar({
  client,
  subject,
  tab,
  chosen,
  shown,
  view,
  onAction,
}: {
  client: Client;
  subject: BulkSubject;
  tab: MatchingTab;
  chosen: Chosen;
  /** How many rows the filters show. */
  shown: number;
  /** What the background holds, by which the counts may change. */
  view: unknown;
  onAction: (action: BulkAction | 'create', keys: readonly string[]) => void;
}) {
  const bar = useRef<HTMLElement>(null);
  const keys = useMemo(() => [...chosen.keys], [chosen.keys]);
  const asked = useRef(0);
  const question = useMemo(() => String(++asked.current), [keys, view]);
  const answer = useAnswer(
    question,
    () => client.send('bulk.counts', { subject, state: tab, keys } as BulkCountsRequest),
    waitMs,
  );
  const counts = answer.value?.counts;
  const elsewhere = answer.asking ? undefined : answer.value?.elsewhere;
  useEffect(() => {
    if (elsewhere && elsewhere.length > 0) chosen.drop(elsewhere);
  }, [elsewhere]);

  // Where nothing is chosen any more, the rows have the focus again.
  useLayoutEffect(
    () => () => {
      if (bar.current?.contains(document.activeElement))
        document.querySelector<HTMLElement>('[data-key][tabindex="0"]')?.focus();
    },
    [],
  );

  return (
    <section ref={bar} class="matching-selection" aria-label={t('matching_selection')}>
      <p role="status">
        <strong>{t('matching_chosen', keys.length)}</strong>
        {chosen.outside > 0 && (
          <span class="matching-attention">{t('matching_chosen_outside', chosen.outside)}</span>
        )}
      </p>
      {chosen.shown !== 'all' && shown > 0 && (
        <Button kind="quiet" onClick={chosen.all}>
          {t('matching_chosen_shown', shown)}
        </Button>
      )}
      <Button kind="quiet" aria-keyshortcuts="Escape" onClick={chosen.clear}>
        {t('matching_chosen_clear')}
      </Button>
      <div class="matching-selection-actions">
        {actionsOf(subject, tab).map((action) => (
          <Button
            key={action}
            label={t(bulkButtons[action])}
            aria-describedby={`bulk-${action}`}
            disabled={counts?.[action] === 0}
            onClick={() => onAction(action, keys)}
          >
            {t(bulkButtons[action])}
            {counts && <Count id={`bulk-${action}`} count={counts[action]} />}
          </Button>
        ))}
      </div>
    </section>
  );
}
