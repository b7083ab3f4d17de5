import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ProductMark } from '@/components/icons/product-mark';
import type { Client } from '@/components/state/client';
import { useLive } from '@/components/state/use-live';
import { useNow } from '@/components/state/use-now';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { StatusLine } from '@/components/ui/status-line';
import { t } from '@/lib/i18n';
import { exactTime, relativeTime, zoneName } from '@/lib/i18n/time';
import { organizationId, type OrganizationId } from '@/lib/model/ids';
import type { NetworkSheetView } from '@/lib/views/network-sheet';
import type { StatusView } from '@/lib/views/status';
import { problemText } from '@/lib/words/problems';
import { OrganizationList } from './organization-list';
import { NetworkSheet } from './sheet';

/** An organization's network sheet, by the id in the page's fragment; without one, the organizations to choose from. */
export function NetworkPage({ client }: { client: Client }) {
  const organization = useOrganization();
  const { view: status } = useLive(client, 'status.view');
  return organization === null ? (
    <Frame status={status.value} title={t('sheet_heading')}>
      <OrganizationList client={client} status={status.value} />
    </Frame>
  ) : (
    <Organization
      key={organization}
      client={client}
      organization={organization}
      status={status.value}
    />
  );
}

interface OrganizationProps {
  client: Client;
  organization: OrganizationId;
  status: StatusView | null;
}

function Organization({ client, organization, status }: OrganizationProps) {
  const live = useLive(client, 'network.sheet', { organizationId: organization });
  const now = useNow();
  const view = live.view.value;
  const problem = live.problem.value;
  const readAt = view?.networks.flatMap((each) => each.readAt ?? []).sort()[0];
  const instead = reasonNotTo(status, view, problem?.kind ?? null);
  useEffect(() => {
    document.title = view ? `${view.organization.name} · ${t('sheet_title')}` : t('sheet_title');
  }, [view?.organization.name]);
  const isShown = view !== null && instead === null;
  return (
    <Frame
      status={status}
      title={view?.organization.name ?? t('sheet_heading')}
      busy={view === null && problem === null && instead === null}
      about={
        isShown && (
          <>
            <p class="sheet-printed">
              {t('sheet_printed', [exactTime(new Date(now).toISOString()), zoneName()])}
            </p>
            {readAt !== undefined && (
              <>
                <p class="sheet-printed">{t('sheet_as_of', [exactTime(readAt)])}</p>
                <p class="sheet-unprinted" title={exactTime(readAt)}>
                  {t('sheet_as_of', [relativeTime(readAt, now)])}
                </p>
              </>
            )}
          </>
        )
      }
      actions={
        <>
          <a href="#">{t('sheet_all_organizations')}</a>
          {isShown && (
            <Button kind="primary" onClick={() => print()}>
              {t('sheet_print')}
            </Button>
          )}
        </>
      }
    >
      {problem && instead === null && (
        <Notice
          tone="warning"
          role="alert"
          action={<Button onClick={() => void live.reload()}>{t('matching_retry')}</Button>}
        >
          {t(view ? 'sheet_failed_stale' : 'sheet_failed', [problemText(problem)])}
        </Notice>
      )}
      {instead ??
        (view ? (
          <NetworkSheet view={view} now={now} />
        ) : (
          problem === null && <p class="sheet-quiet">{t('sheet_loading')}</p>
        ))}
    </Frame>
  );
}

/** Why there is nothing to show, with the next step; `null` where there is. */
function reasonNotTo(
  status: StatusView | null,
  view: NetworkSheetView | null,
  problem: string | null,
): ComponentChildren | null {
  if (status?.status.state === 'not-connected')
    return (
      <Instead action={<a href="options.html#connection">{t('matching_open_connection')}</a>}>
        {t('sheet_not_connected')}
      </Instead>
    );
  if (problem === 'not-permitted')
    return (
      <Instead action={<a href="options.html#access">{t('matching_open_access')}</a>}>
        {t('matching_not_yours')}
      </Instead>
    );
  if (view?.networks.length !== 0) return null;
  if (status?.lastSync === null && status.status.state === 'syncing')
    return <Instead>{t('sheet_first_sync')}</Instead>;
  return (
    <Instead action={<a href="matching.html">{t('sheet_open_matching')}</a>}>
      {t('sheet_no_networks')}
    </Instead>
  );
}

function Instead({
  children,
  action,
}: {
  children: ComponentChildren;
  action?: ComponentChildren;
}) {
  return (
    <div class="sheet-instead">
      <p>{children}</p>
      {action}
    </div>
  );
}

interface FrameProps {
  status: StatusView | null;
  title: string;
  busy?: boolean;
  about?: ComponentChildren;
  actions?: ComponentChildren;
  children: ComponentChildren;
}

function Frame({ status, title, busy = false, about, actions, children }: FrameProps) {
  const now = useNow();
  return (
    <main class="sheet" aria-busy={busy}>
      <header class="sheet-header">
        <ProductMark />
        <div class="sheet-heading">
          <p class="sheet-quiet">
            {t('extension_name')} · {t('sheet_heading')}
          </p>
          <h1>
            <bdi>{title}</bdi>
          </h1>
          <div class="sheet-about sheet-quiet">{about}</div>
        </div>
        <div class="sheet-actions">
          {status && <StatusLine status={status.status} now={now} />}
          {actions}
        </div>
      </header>
      {status?.status.state === 'locked' && (
        <Notice tone="warning" action={<a href="options.html#connection">{t('vault_unlock')}</a>}>
          {t('problem_locked')}
        </Notice>
      )}
      {children}
    </main>
  );
}

/** The organization in the page's fragment; `null` where that names none. */
function useOrganization(): OrganizationId | null {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const look = () => setHash(location.hash);
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  const [id] = /^\d{1,30}$/.exec(hash.slice(1)) ?? [];
  return id === undefined ? null : organizationId(id);
}
