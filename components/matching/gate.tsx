import type { ComponentChildren } from 'preact';
import { t } from '@/lib/i18n';
import type { StatusView } from '@/lib/views/status';
import type { Access } from '@/lib/views/matching';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { loadingWords } from '@/lib/words/decisions';
import { problemText } from '@/lib/words/problems';
import type { Client } from '@/components/state/client';
import type { Live } from '@/components/state/live';
import type { Address } from './address';
import { EmptyState } from './empty-state';
import { SyncButton } from './sync-button';

interface Props<View extends { readonly access: Access }> {
  client: Client;
  level: keyof typeof loadingWords;
  address: Address;
  view: Live<View>;
  status: Live<StatusView>;
  /** Whether there is nothing at all to show. */
  isEmpty: (view: View) => boolean;
  children: (view: View) => ComponentChildren;
}

/** Shows a level to whom it is for; to others why there is nothing to see, and what to do about it. */
export function Gate<View extends { readonly access: Access }>(props: Props<View>) {
  const { level, view } = props;
  const { value } = view.view;
  const problem = view.problem.value;
  const instead = reasonNotTo(props);
  return (
    <main class="matching-main" aria-busy={value === null && problem === null && instead === null}>
      {problem && value && instead === null && (
        <Notice tone="warning" role="alert" action={<Failing onRetry={() => void view.reload()} />}>
          {t('matching_failed_stale', [problemText(problem)])}
        </Notice>
      )}
      {instead ??
        (value === null ? (
          <EmptyState busy action={<p class="matching-quiet">{t('matching_loading_next')}</p>}>
            {t(loadingWords[level])}
          </EmptyState>
        ) : (
          props.children(value)
        ))}
    </main>
  );
}

function Failing({ onRetry }: { onRetry: () => void }) {
  return (
    <>
      <Button onClick={onRetry}>{t('matching_retry')}</Button>{' '}
      <a href="setup-check.html">{t('setup_check_link')}</a>
    </>
  );
}

function reasonNotTo<View extends { readonly access: Access }>({
  client,
  level,
  address,
  view,
  status,
  isEmpty,
}: Props<View>): ComponentChildren | null {
  const { value } = view.view;
  const problem = view.problem.value;
  const at = status.view.value;
  if (at?.status.state === 'not-connected')
    return (
      <EmptyState action={<a href="options.html#connection">{t('matching_open_connection')}</a>}>
        {t('matching_not_connected')}
      </EmptyState>
    );
  if (level === 'devices' && problem && ['not-permitted', 'not-found'].includes(problem.kind))
    return (
      <EmptyState
        action={<Button onClick={() => address.go({})}>{t('matching_all_networks')}</Button>}
      >
        {t('matching_not_yours')}
      </EmptyState>
    );
  if (value === null)
    return problem === null ? null : (
      <EmptyState action={<Failing onRetry={() => void view.reload()} />}>
        {t('matching_failed', [problemText(problem)])}
      </EmptyState>
    );
  // Users come with a sync, so before the first one no user can be chosen either.
  if (isEmpty(value) && at?.lastSync === null && value.access !== 'panels') {
    const syncing = at.status.state === 'syncing';
    return (
      <EmptyState
        action={
          syncing ? (
            <a href="options.html#access">{t('matching_open_access')}</a>
          ) : (
            <SyncButton client={client} />
          )
        }
      >
        {t(syncing ? 'matching_first_sync' : 'matching_never_synced')}
      </EmptyState>
    );
  }
  if (value.access === 'no-user' || value.access === 'panels')
    return (
      <EmptyState action={<a href="options.html#access">{t('matching_open_access')}</a>}>
        {t(value.access === 'panels' ? 'matching_panels_only' : 'matching_nobody_chosen')}
      </EmptyState>
    );
  return null;
}
