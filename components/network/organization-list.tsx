import type { Client } from '@/components/state/client';
import { useLive } from '@/components/state/use-live';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/i18n';
import type { StatusView } from '@/lib/views/status';
import { problemText } from '@/lib/words/problems';

/** The organizations with networks that the person may see, each leading to its sheet. */
export function OrganizationList({
  client,
  status,
}: {
  client: Client;
  status: StatusView | null;
}) {
  const live = useLive(client, 'matching.organizations');
  const view = live.view.value;
  const problem = live.problem.value;
  if (status?.status.state === 'not-connected')
    return (
      <div class="sheet-instead">
        <p>{t('sheet_not_connected')}</p>
        <a href="options.html#connection">{t('matching_open_connection')}</a>
      </div>
    );
  if (view === null)
    return problem === null ? (
      <p class="sheet-quiet">{t('sheet_loading')}</p>
    ) : (
      <Notice
        tone="warning"
        role="alert"
        action={<Button onClick={() => void live.reload()}>{t('matching_retry')}</Button>}
      >
        {t('sheet_failed', [problemText(problem)])}
      </Notice>
    );
  const { access, organizations } = view;
  if (access === 'panels' || access === 'no-user')
    return (
      <div class="sheet-instead">
        <p>{t(access === 'panels' ? 'sheet_panels_only' : 'sheet_nobody_chosen')}</p>
        <a href="options.html#access">{t('matching_open_access')}</a>
      </div>
    );
  if (organizations.length === 0)
    return (
      <div class="sheet-instead">
        <p>{t('sheet_no_organizations')}</p>
        <a href="matching.html">{t('sheet_open_matching')}</a>
      </div>
    );
  return (
    <>
      <p class="sheet-quiet">{t('sheet_choose')}</p>
      <ul class="sheet-organizations">
        {organizations.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
