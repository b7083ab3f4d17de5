import { t } from '@/lib/i18n';
import { passphraseActs } from '@/lib/words/passphrase';
import { Notice } from '@/components/ui/notice';
import type { Client } from '@/components/state/client';
import { PassphraseForm } from './passphrase-form';

/** In the place of the keys while the company requires a passphrase and none is set. */
export function PassphraseMissing({
  client,
  onDone,
}: {
  client: Client;
  /** Told, in words, what was done. */
  onDone: (words: string) => void;
}) {
  return (
    <div class="vault-part">
      <Notice tone="warning">{t('vault_required_now')}</Notice>
      <PassphraseForm client={client} act="set" onDone={() => onDone(t(passphraseActs.set.done))} />
    </div>
  );
}
