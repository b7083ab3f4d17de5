import { t } from '@/lib/i18n';
import { changesPlanned } from '@/lib/words/auto-create';
import type { Problem } from '@/lib/model/problem';
import type { DocumentedCount, MadeByPeople, WirelessPreview } from '@/lib/views/wireless';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ProblemWords } from './problem-words';
import type { PreviewState } from './use-preview';

/** What saving the setting will write to IT Glue, in numbers. */
export function AutoCreatePreview(props: PreviewState) {
  return (
    <div class="auto-create-preview" role="status" aria-busy={props.state === 'loading'}>
      {props.state === 'loading' && <p>{t('options_auto_previewing')}</p>}
      {props.state === 'failed' && <Failed problem={props.problem} onRetry={props.retry} />}
      {props.state === 'known' &&
        (props.preview.problem ? (
          <Failed problem={props.preview.problem} onRetry={props.retry} />
        ) : (
          <Numbers preview={props.preview} />
        ))}
    </div>
  );
}

function Failed({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  return (
    <Notice tone="warning" action={<Button onClick={onRetry}>{t('options_retry')}</Button>}>
      {t('options_auto_preview_failed')} <ProblemWords problem={problem} />
    </Notice>
  );
}

function Numbers({ preview }: { preview: WirelessPreview }) {
  const { networksUnread, archivesIn } = preview;
  return (
    <>
      <h3>{t('options_auto_preview')}</h3>
      <ul>
        {previewSentences(preview).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {archivesIn.length > 0 && (
        <Names summary={t('options_auto_archives_in', archivesIn.length)} names={archivesIn} />
      )}
      {networksUnread.length > 0 && (
        <Names summary={t('options_auto_unread', networksUnread.length)} names={networksUnread} />
      )}
    </>
  );
}

function Names({ summary, names }: { summary: string; names: readonly string[] }) {
  return (
    <details>
      <summary>{summary}</summary>
      <ul>
        {names.map((name, index) => (
          <li key={index}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** "Creates 14 records and 14 passwords in 9 organizations.", one sentence for each kind of change. */
function previewSentences(preview: WirelessPreview): string[] {
  const changes = (['creates', 'unarchives', 'updates', 'archives'] as const).flatMap((change) => {
    const counted = countText(preview[change]);
    return counted === null ? [] : [{ change, ...counted }];
  });
  const where = t('options_auto_organizations', preview.organizations);
  const [only, ...others] = changes;
  const sentences: string[] = [];
  if (only === undefined)
    sentences.push(t(preview.on ? 'options_auto_nothing_on' : 'options_auto_nothing_off'));
  else if (others.length === 0)
    sentences.push(
      t(changesPlanned[only.change], [
        t(only.endsInClause ? 'options_auto_clause_in' : 'options_auto_in', [only.words, where]),
      ]),
    );
  else
    sentences.push(
      ...changes.map(({ change, words }) => t(changesPlanned[change], [words])),
      t('options_auto_altogether', [where]),
    );
  if (preview.createsType) sentences.push(t('options_auto_creates_type'));
  return sentences;
}

/** "16 records, 2 of them made by people, and 16 passwords"; `null` for none. */
function countText(count: DocumentedCount & Partial<MadeByPeople>) {
  const { records, passwords, madeByPeople = 0, recordsMadeByPeople = 0 } = count;
  const parts = [
    ...(records > 0 ? [part(t('options_auto_records', records), recordsMadeByPeople)] : []),
    ...(passwords > 0
      ? [part(t('options_auto_passwords', passwords), madeByPeople - recordsMadeByPeople)]
      : []),
  ];
  const [first, second] = parts;
  if (first === undefined || second === undefined) return first ?? null;
  const words = t(first.endsInClause ? 'options_auto_clause_and' : 'options_auto_and', [
    first.words,
    second.words,
  ]);
  return { ...second, words };
}

function part(words: string, ofPeople: number) {
  return ofPeople > 0
    ? { words: t('options_auto_of_people', [words, ofPeople]), endsInClause: true }
    : { words, endsInClause: false };
}
