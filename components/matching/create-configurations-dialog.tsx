import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { DeviceKey } from '@/lib/model/device';
import type { CreationPreview, DeviceRow } from '@/lib/views/matching';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Client } from '@/components/state/client';
import { Dialog } from './dialog';
import { PreviewAnswer } from './preview-answer';
import { sameNameWords } from '@/lib/words/decisions';
import { refusalText } from '@/lib/words/refusals';
import { notDoneText } from '@/lib/words/problems';
import { Name } from './row-text';
import { useAnswer } from '@/components/state/use-answer';
import { inSentence } from '@/lib/words/in-sentence';

/** Shows what creating configurations would write, and starts it only then. */
export function CreateConfigurationsDialog({
  client,
  title,
  organization,
  deviceKeys,
  onStarted,
  onClose,
}: {
  client: Client;
  title: string;
  organization: DeviceRow['organization'];
  deviceKeys: readonly DeviceKey[];
  onStarted: (count: number) => void;
  onClose: () => void;
}) {
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const request = { organizationId: organization.id, deviceKeys: [...deviceKeys] };
  const answer = useAnswer('', () => client.send('creation.preview', request), 0);
  const preview = answer.problem ? null : answer.value;
  /** Rows that are not to be created. */
  const [unchosen, setUnchosen] = useState<ReadonlySet<DeviceKey>>(new Set());
  const chosen = preview?.rows.filter(({ deviceKey }) => !unchosen.has(deviceKey)) ?? [];
  const count = chosen.length;

  async function start() {
    if (!preview || pending) return;
    setPending(true);
    setRefusal(null);
    const reply = await client.send('creation.start', {
      organizationId: organization.id,
      // What was shown and chosen, and nothing else.
      deviceKeys: chosen.map(({ deviceKey }) => deviceKey),
    });
    setPending(false);
    if (!reply.ok) setRefusal(notDoneText(reply.problem));
    else if (reply.value.ok) onStarted(count);
    else setRefusal(refusalText(reply.value.refusal, 'device'));
  }

  return (
    <Dialog
      wide
      title={title}
      busy={pending}
      onClose={onClose}
      actions={
        <Button kind="primary" busy={pending} disabled={count === 0} onClick={() => void start()}>
          {count === 0 ? t('matching_create_configuration') : t('matching_preview_create', count)}
        </Button>
      }
    >
      <PreviewAnswer answer={answer} />
      {preview &&
        (preview.rows.length > 0 ? (
          <>
            <p>{t('matching_preview_intro', [inSentence(organization.name)])}</p>
            <PreviewTable rows={preview.rows} unchosen={unchosen} onChoose={setUnchosen} />
          </>
        ) : (
          <p>{t('matching_preview_nothing')}</p>
        ))}
      {preview && preview.left.length > 0 && <Left rows={preview.left} />}
      {refusal !== null && (
        <Notice tone="bad" role="alert">
          {refusal}
        </Notice>
      )}
    </Dialog>
  );
}

function PreviewTable({
  rows,
  unchosen,
  onChoose,
}: Pick<CreationPreview, 'rows'> & {
  unchosen: ReadonlySet<DeviceKey>;
  onChoose: (unchosen: ReadonlySet<DeviceKey>) => void;
}) {
  const all = rows.map(({ deviceKey }) => deviceKey);
  const chosen = all.filter((key) => !unchosen.has(key)).length;
  function toggle(key: DeviceKey) {
    const next = new Set(unchosen);
    if (!next.delete(key)) next.add(key);
    onChoose(next);
  }
  return (
    <>
      <div
        class="matching-preview"
        role="region"
        tabIndex={0}
        aria-label={t('matching_preview_table')}
      >
        <table>
          <thead>
            <tr>
              {all.length > 1 && (
                <td>
                  <input
                    type="checkbox"
                    aria-label={t('matching_preview_choose_all')}
                    checked={chosen === all.length}
                    indeterminate={chosen > 0 && chosen < all.length}
                    onChange={() => onChoose(new Set(chosen === all.length ? all : []))}
                  />
                </td>
              )}
              <th scope="col">{t('matching_preview_name')}</th>
              <th scope="col">{t('matching_preview_type')}</th>
              <th scope="col">{t('matching_column_mac')}</th>
              <th scope="col">{t('matching_column_ip')}</th>
              <th scope="col">{t('matching_preview_serial')}</th>
              <th scope="col">{t('matching_column_model')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.deviceKey}>
                {all.length > 1 && (
                  <td>
                    <input
                      type="checkbox"
                      aria-label={t('matching_preview_choose', [inSentence(row.name)])}
                      checked={!unchosen.has(row.deviceKey)}
                      onChange={() => toggle(row.deviceKey)}
                    />
                  </td>
                )}
                <th scope="row">
                  <Name text={row.name} />
                  {row.nameCut && (
                    <span class="matching-badge tone-warning">{t('matching_preview_cut')}</span>
                  )}
                  {row.sameName && (
                    <span class="matching-badge tone-warning">
                      {t(sameNameWords[row.sameName])}
                    </span>
                  )}
                </th>
                {[row.type, row.mac, row.ip, row.serialNumber, row.model].map((text, place) => (
                  <td key={place}>
                    <bdi>{text ?? '—'}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.some(({ serialNumber }) => serialNumber === null) && (
        <p class="matching-quiet">{t('matching_preview_serial_later')}</p>
      )}
    </>
  );
}

function Left({ rows }: { rows: CreationPreview['left'] }) {
  const why = {
    'suggestion-undecided': t('matching_preview_left_undecided'),
    decided: t('matching_preview_left_decided'),
    'no-type': t('matching_preview_left_no_type'),
  } as const;
  return (
    <details class="matching-left" open={rows.length <= 5}>
      <summary>{t('matching_preview_left', rows.length)}</summary>
      <ul>
        {rows.map((row) => (
          <li key={row.deviceKey}>
            <Name text={row.name} />
            <span class="matching-quiet">{why[row.why]}</span>
          </li>
        ))}
      </ul>
      {rows.some((row) => row.why === 'no-type') && (
        <a href="options.html#types">{t('matching_preview_types')}</a>
      )}
    </details>
  );
}
