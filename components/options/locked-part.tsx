import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Client } from '@/components/state/client';
import { UnlockForm } from '@/components/vault/unlock-form';
import { ForgetDialog } from './forget-dialog';

/** In the place of the keys while the passphrase locks them. */
export function LockedPart({
  client,
  onDone,
}: {
  client: Client;
  /** Told, in words, what was done. */
  onDone: (words: string) => void;
}) {
  const [asking, setAsking] = useState(false);
  return (
    <div class="vault-part">
      <Notice tone="warning">{t('vault_locked')}</Notice>
      <UnlockForm client={client} onUnlocked={() => onDone(t('vault_unlocked'))} />
      <div class="vault-actions">
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {t('vault_forgot')}
        </Button>
      </div>
      {asking && (
        <ForgetDialog
          client={client}
          onClose={(done) => {
            setAsking(false);
            if (done) onDone(t('vault_forgotten'));
          }}
        />
      )}
    </div>
  );
}
