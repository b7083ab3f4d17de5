import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { portalHost } from '@/lib/model/portal';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ConnectionForm } from './connection-form';
import { DisconnectDialog } from './disconnect-dialog';
import { secretFields } from '@/lib/model/connect';
import { LockedPart } from './locked-part';
import { PassphraseMissing } from './passphrase-missing';
import { PolicyFaults } from './policy-faults';
import { PassphrasePart } from './passphrase-part';
import type { SectionProps } from './section';

/** The keys, and connecting and disconnecting with them. */
export function ConnectionSection({ client, view }: SectionProps) {
  const [asking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<string | null>(null);
  const outcomeElement = useRef<HTMLDivElement>(null);
  // The form and the dialog that had the focus are gone by then.
  useEffect(() => {
    if (outcome) outcomeElement.current?.focus();
  }, [outcome]);
  const { connection, status, settings } = view;
  const connected = connection !== null && status.state !== 'not-connected';
  const isLocked = status.state === 'locked';
  const { managed } = view;
  const keysManaged = secretFields.every((field) => managed.fields.includes(field));
  const failedSide = status.state === 'credentials-failed' ? status.side : '';

  return (
    <>
      <p>
        {connected && !failedSide
          ? t('options_connected_to', [connection.dattoHost, portalHost(connection)])
          : t(keysManaged ? 'managed_keys_intro' : 'options_connection_intro')}
      </p>
      <PolicyFaults managed={managed} />
      {isLocked ? (
        status.passphrase === 'set' ? (
          <LockedPart client={client} onDone={setOutcome} />
        ) : (
          <PassphraseMissing client={client} onDone={setOutcome} />
        )
      ) : (
        <ConnectionForm
          // Another connection or policy, or a side that has just been refused, opens the form again.
          key={`${connection?.connectedAt ?? ''} ${failedSide} ${JSON.stringify(managed.values)}`}
          client={client}
          view={view}
          onOutcome={(connected) => {
            const words = t(connection ? 'options_reconnected' : 'options_connected');
            setOutcome(connected ? words : null);
          }}
        />
      )}
      <div ref={outcomeElement} class="options-outcome" role="status" tabIndex={-1}>
        {outcome && <Notice tone="good">{outcome}</Notice>}
      </div>
      {connected && !isLocked && <PassphrasePart client={client} view={view} onDone={setOutcome} />}
      {connection && (
        <div class="options-actions">
          <a href="setup-check.html">{t('setup_check_link')}</a>
          {keysManaged ? (
            <span class="options-hint">{t('managed_keys_keep')}</span>
          ) : (
            <Button id="disconnect" kind="danger" onClick={() => setAsking(true)}>
              {t('options_disconnect')}
            </Button>
          )}
        </div>
      )}
      {!connection && <p class="options-hint">{t('options_before_keys')}</p>}
      {asking && (
        <DisconnectDialog
          client={client}
          documents={settings.autoCreate}
          onClose={(done) => {
            setAsking(false);
            if (done) setOutcome(t('options_disconnected'));
          }}
        />
      )}
    </>
  );
}
