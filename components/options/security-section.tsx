import { t } from '@/lib/i18n';
import type { SectionProps } from './section';

const hosts = [
  ['api.cloudtrax.com', t('options_security_host_datto')],
  ['api-v2.cloudtrax.com', t('options_security_host_datto_v2')],
  ['api-v3.cloudtrax.com', t('options_security_host_datto_v3')],
  ['*.itglue.com', t('options_security_host_itglue')],
] as const;

/** What is stored where and who is talked to, for whoever has to allow this extension. */
export function SecuritySection({ view }: SectionProps) {
  return (
    <>
      <p>{t('options_security_intro')}</p>
      <h3 id="security-keys" tabIndex={-1}>
        {t('options_security_keys')}
      </h3>
      <p>{t('options_security_keys_text')}</p>
      <p>
        {view.passphrase ? t('options_security_passphrase') : t('options_security_no_passphrase')}{' '}
        <a href="#connection">{t('options_connection')}</a>
      </p>
      <h3 id="security-data" tabIndex={-1}>
        {t('options_security_data')}
      </h3>
      <p>{t('options_security_data_text')}</p>
      <h3 id="security-wifi" tabIndex={-1}>
        {t('options_security_wifi')}
      </h3>
      <p>{t('options_security_wifi_text')}</p>
      <h3 id="security-hosts" tabIndex={-1}>
        {t('options_security_hosts')}
      </h3>
      <p>{t('options_security_hosts_text')}</p>
      <dl class="options-hosts">
        {hosts.map(([host, use]) => (
          <div key={host}>
            <dt>
              <code>{host}</code>
            </dt>
            <dd>{use}</dd>
          </div>
        ))}
      </dl>
      <h3 id="security-pages" tabIndex={-1}>
        {t('options_security_pages')}
      </h3>
      <p>{t('options_security_pages_text')}</p>
    </>
  );
}
