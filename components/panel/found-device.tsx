import { useEffect, useId, useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/i18n';
import { formatMac, type Mac } from '@/lib/model/mac';
import { problemText } from '@/lib/words/problems';
import { refusalText } from '@/lib/words/refusals';
import type { Decided, FoundCalls, FoundDraft } from './found-calls';
import { FoundSearch } from './found-search';

interface Props {
  mac: Mac;
  maker: string | null;
  calls: FoundCalls;
}

/** **Match To** and **Create Configuration** for what nothing documents. */
export function FoundDevice({ mac, maker, calls }: Props) {
  const [open, setOpen] = useState<'match' | 'create' | null>(null);
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<string | null>(null);

  async function decide(deciding: Promise<Decided | null>) {
    setBusy(true);
    const answer = await deciding;
    setBusy(false);
    if (answer === null) return;
    setWhy(whyNot(answer));
    if (answer.ok && answer.value.ok) setOpen(null);
  }
  const close = () => {
    setOpen(null);
    setWhy(null);
  };

  return (
    <div class="found">
      {open === null && (
        <div class="found-actions">
          <Button onClick={() => setOpen('match')}>{t('ports_match_to')}</Button>
          <Button onClick={() => setOpen('create')}>{t('ports_create')}</Button>
        </div>
      )}
      {open === 'match' && (
        <FoundSearch
          busy={busy}
          onSearch={calls.search}
          onPick={(event, to) => void decide(calls.match(event, mac, to))}
          onClose={close}
        />
      )}
      {open === 'create' && (
        <FoundForm
          mac={mac}
          maker={maker}
          busy={busy}
          onPreview={calls.preview}
          onCreate={(event, draft) => void decide(calls.create(event, draft))}
          onClose={close}
        />
      )}
      {why !== null && (
        <Notice tone="warning" role="alert">
          {why}
        </Notice>
      )}
    </div>
  );
}

function whyNot(answer: Decided): string | null {
  if (!answer.ok) return problemText(answer.problem);
  return answer.value.ok ? null : refusalText(answer.value.refusal, 'device');
}

interface FormProps {
  mac: Mac;
  maker: string | null;
  busy: boolean;
  onPreview: FoundCalls['preview'];
  onCreate: (event: Event, draft: FoundDraft) => void;
  onClose: () => void;
}

/** What would be written, before it is. */
function FoundForm({ mac, maker, busy, onPreview, onCreate, onClose }: FormProps) {
  const id = useId();
  const [name, setName] = useState([maker, formatMac(mac)].filter(Boolean).join(' '));
  const [typeId, setTypeId] = useState('');
  const [preview, setPreview] = useState<Awaited<ReturnType<typeof onPreview>> | null>(null);
  useEffect(() => void onPreview(maker).then(setPreview), []);
  if (preview && !preview.ok)
    return (
      <Notice tone="warning" role="alert">
        {problemText(preview.problem)}
      </Notice>
    );
  const shown = preview?.value ?? null;
  const isReady = shown !== null && typeId !== '' && name.trim() !== '';
  return (
    <div class="found-form" role="group" aria-label={t('ports_create')}>
      <label for={`${id}-name`}>{t('panel_name')}</label>
      <input
        id={`${id}-name`}
        class="text-input"
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <label for={`${id}-type`}>{t('ports_type')}</label>
      <select
        id={`${id}-type`}
        class="select"
        value={typeId}
        onChange={(event) => setTypeId(event.currentTarget.value)}
      >
        <option value="">{t('ports_choose_type')}</option>
        {shown?.types.map((type) => (
          <option key={type.id} value={type.id}>
            {type.name}
          </option>
        ))}
      </select>
      <span class="found-label">{t('panel_mac')}</span>
      <span>{formatMac(mac)}</span>
      <span class="found-label">{t('ports_organization')}</span>
      <bdi>{shown?.organizationName ?? '…'}</bdi>
      <span class="found-label">{t('ports_manufacturer')}</span>
      <bdi>{shown ? (shown.manufacturer?.name ?? t('ports_no_manufacturer')) : '…'}</bdi>
      <div class="found-actions">
        <Button
          kind="primary"
          busy={busy}
          disabled={!isReady}
          onClick={(event) =>
            onCreate(event, { mac, name, typeId, manufacturerId: shown?.manufacturer?.id ?? null })
          }
        >
          {t('ports_create')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('panel_search_close')}
        </Button>
      </div>
    </div>
  );
}
