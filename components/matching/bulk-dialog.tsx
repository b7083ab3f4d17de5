import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { BulkDecision, BulkPreviewRequest } from '@/lib/messages/bulk';
import type { OrganizationId } from '@/lib/model/ids';
import type { BulkAction } from '@/lib/model/bulk-action';
import { bulkDone, bulkTitle, type BulkSubject } from '@/lib/words/bulk';
import type { Subject } from '@/lib/words/refusals';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Client } from '@/components/state/client';
import { useAnswer } from '@/components/state/use-answer';
import { BulkRows } from './bulk-rows';
import type { Decisions } from './decisions';
import { Dialog } from './dialog';
import { PreviewAnswer } from './preview-answer';
import { LeftRows } from './left-rows';

/** An action on many rows that a person is asked about. */
export interface BulkQuestion {
  readonly action: BulkAction;
  readonly keys: readonly string[];
  /** What they are to be matched to. */
  readonly to?: { readonly id: OrganizationId; readonly name: string };
}

const subjects = { networks: 'network', devices: 'device', findings: 'finding' } as const;

/** Asks before many rows are changed: which they are, and which are left out and why. */
export function BulkDialog({
  client,
  decisions,
  subject,
  question,
  onDone,
  onClose,
}: {
  client: Client;
  decisions: Decisions;
  subject: BulkSubject;
  question: BulkQuestion;
  /** The rows that it was done about. */
  onDone: (keys: readonly string[]) => void;
  onClose: () => void;
}) {
  const { action, keys, to } = question;
  const worded = { action, subject, to: to?.name };
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  /** Rows that are to be left as they are. */
  const [unchosen, setUnchosen] = useState<ReadonlySet<string>>(new Set());
  const answer = useAnswer(
    '',
    () =>
      client.send('bulk.preview', {
        subject,
        action,
        keys: [...keys],
        organizationId: to?.id ?? null,
      } as BulkPreviewRequest),
    0,
  );
  const preview = answer.problem ? null : answer.value;
  const rows = preview?.rows.filter(({ key }) => !unchosen.has(key)) ?? [];
  const count = rows.length;

  async function confirm() {
    if (pending || count === 0) return;
    setPending(true);
    setFailure(null);
    const touched = rows.map(({ key }) => key);
    const done = await decisions.run({
      subject: subjects[subject] satisfies Subject,
      keys: touched,
      name: '',
      send: () =>
        client.send('bulk.decide', {
          subject,
          action,
          rows: rows.map(({ key, version, target }) => ({
            key,
            version,
            target: to?.id ?? target?.id ?? null,
          })),
        } as BulkDecision),
      done: (changed, { left }) => bulkDone(worded, changed, left?.length ?? 0),
    });
    setPending(false);
    if (done) onDone(touched);
    else setFailure(decisions.announcement.peek().text);
  }

  return (
    <Dialog
      wide
      title={bulkTitle(worded, count === 0 ? keys.length : count)}
      busy={pending}
      onClose={onClose}
      actions={
        <>
          <Button busy={pending} onClick={onClose}>
            {t('matching_bulk_cancel')}
          </Button>
          <Button
            kind="primary"
            autofocus
            busy={pending}
            aria-disabled={count === 0 || undefined}
            onClick={() => void confirm()}
          >
            {bulkTitle(worded, count)}
          </Button>
        </>
      }
    >
      <PreviewAnswer answer={answer} />
      {preview &&
        (preview.rows.length > 0 ? (
          <>
            <p class="matching-quiet">
              {t(action === 'accept' ? 'matching_bulk_least_sure' : 'matching_bulk_one_step')}
            </p>
            <BulkRows rows={preview.rows} unchosen={unchosen} onChoose={setUnchosen} />
          </>
        ) : (
          <p>{t('matching_bulk_nothing')}</p>
        ))}
      {preview && preview.left.length > 0 && <LeftRows rows={preview.left} />}
      {failure !== null && (
        <Notice tone="bad" role="alert">
          {failure}
        </Notice>
      )}
    </Dialog>
  );
}
