import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { OrganizationId } from '@/lib/model/ids';
import type { NetworkRow, SearchHit, SimilarOrganizations } from '@/lib/views/matching';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Client } from '@/components/state/client';
import { Dialog } from './dialog';
import { refusalText } from '@/lib/words/refusals';
import { notDoneText, problemInFull } from '@/lib/words/problems';
import { organizationUrl } from './organization-url';
import { Facts, PortalLink } from './row-text';
import { useAnswer } from '@/components/state/use-answer';
import { inSentence } from '@/lib/words/in-sentence';

/** Looks into IT Glue for the same and similar names before it creates an organization, and asks. */
export function CreateOrganizationDialog({
  client,
  row,
  portal,
  onMatch,
  onCreated,
  onClose,
}: {
  client: Client;
  row: NetworkRow;
  /** The portal's address; `null` where none is connected. */
  portal: string | null;
  /** One that is there already was chosen instead. */
  onMatch: (hit: SearchHit<OrganizationId>) => void;
  /** `twice`: the browser sent it twice, and one is to be deleted in IT Glue. */
  onCreated: (name: string, twice: boolean) => void;
  onClose: () => void;
}) {
  const [name, setName] = useState(row.name);
  const [duplicate, setDuplicate] = useState(false);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const asked = name.trim();
  const answer = useAnswer<SimilarOrganizations>(
    asked,
    () =>
      asked === ''
        ? Promise.resolve({
            ok: true as const,
            value: { name: '', same: [], similar: [], problem: null },
          })
        : client.send('creation.similar-organizations', { name: asked }),
    400,
  );
  const found = answer.asking ? null : answer.value;
  const problem = answer.problem ?? found?.problem ?? null;
  const same = found?.same ?? [];
  const similar = found?.similar ?? [];
  const ready =
    found !== null && problem === null && asked !== '' && (same.length === 0 || duplicate);

  async function create() {
    if (!ready || pending) return;
    setPending(true);
    setRefusal(null);
    const reply = await client.send('creation.organization', {
      networkId: row.id,
      version: row.version,
      name: asked,
      acknowledged: [...same, ...similar].map(({ id }) => id),
    });
    setPending(false);
    if (!reply.ok) setRefusal(notDoneText(reply.problem));
    else if (reply.value.ok) onCreated(asked, reply.value.twice ?? false);
    else {
      setRefusal(refusalText(reply.value.refusal, 'network'));
      // What is there by now is to be seen.
      if (reply.value.refusal.kind === 'exists') answer.retry();
    }
  }

  return (
    <Dialog
      title={t('matching_create_organization')}
      busy={pending}
      onClose={onClose}
      actions={
        <Button kind="primary" busy={pending} disabled={!ready} onClick={() => void create()}>
          {t(pending ? 'matching_organization_creating' : 'matching_create_organization')}
        </Button>
      }
    >
      <p class="matching-quiet">{t('matching_organization_intro')}</p>
      <label class="matching-field">
        <span>{t('matching_organization_name')}</span>
        <input
          class="text-input"
          type="text"
          dir="auto"
          autoComplete="off"
          autofocus
          maxLength={1000}
          value={name}
          onInput={(event) => {
            setName(event.currentTarget.value);
            setDuplicate(false);
            setRefusal(null);
          }}
          onKeyDown={(event) => event.key === 'Enter' && void create()}
        />
      </label>
      <div class="matching-found" aria-live="polite" aria-busy={answer.asking}>
        {answer.asking && <p class="matching-quiet">{t('matching_organization_searching')}</p>}
        {problem && (
          <Notice tone="bad" action={<Button onClick={answer.retry}>{t('matching_retry')}</Button>}>
            {t('matching_organization_failed', [problemInFull(problem)])}
          </Notice>
        )}
        {found && found.name !== '' && found.name !== asked && (
          <p class="matching-quiet">{t('matching_organization_cut', [inSentence(found.name)])}</p>
        )}
        {same.length > 0 && (
          <>
            <Notice tone="warning">{t('matching_organization_same', same.length)}</Notice>
            <Hits hits={same} portal={portal} busy={pending} onMatch={onMatch} />
            <label class="matching-check">
              <input
                type="checkbox"
                checked={duplicate}
                onChange={(event) => setDuplicate(event.currentTarget.checked)}
              />
              {t('matching_organization_duplicate')}
            </label>
          </>
        )}
        {similar.length > 0 && (
          <>
            <h3>{t('matching_organization_similar')}</h3>
            <Hits hits={similar} portal={portal} busy={pending} onMatch={onMatch} />
          </>
        )}
        {found && asked !== '' && !problem && same.length + similar.length === 0 && (
          <p>{t('matching_organization_none')}</p>
        )}
      </div>
      {refusal !== null && (
        <Notice tone="bad" role="alert">
          {refusal}
        </Notice>
      )}
    </Dialog>
  );
}

function Hits({
  hits,
  portal,
  busy,
  onMatch,
}: {
  hits: readonly SearchHit<OrganizationId>[];
  portal: string | null;
  busy: boolean;
  onMatch: (hit: SearchHit<OrganizationId>) => void;
}) {
  return (
    <ul class="matching-instead">
      {hits.map((hit) => (
        <li key={hit.id}>
          <div class="matching-stack">
            <PortalLink url={organizationUrl(portal, hit.id)} text={hit.name} />
            <Facts facts={[hit.namesake ? t('matching_namesake') : null, ...hit.facts]} />
          </div>
          <Button
            busy={busy}
            label={t('matching_match_instead', [inSentence(hit.name)])}
            onClick={() => onMatch(hit)}
          >
            {t('matching_match_to')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
