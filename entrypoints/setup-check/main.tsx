import { render } from 'preact';
import { browser } from 'wxt/browser';
import '@/components/page.css';
import '@/components/setup-check/setup-check.css';
import { SetupCheckPage } from '@/components/setup-check/setup-check-page';
import { speakIn, t } from '@/lib/i18n';
import { onChange, send } from '@/lib/messages/client';

document.title = t('setup_check_title');
speakIn(document.documentElement);
render(
  <SetupCheckPage
    client={{ send, onChange }}
    about={{
      version: browser.runtime.getManifest().version,
      browser: browserName(navigator.userAgent),
    }}
    copy={(text) => navigator.clipboard.writeText(text)}
  />,
  document.body,
);

/** Name and major version, e.g. `Edg 140`; nothing else of the user agent. */
function browserName(userAgent: string): string {
  return /(?:Edg|Firefox|Chrome)\/\d+/.exec(userAgent)?.[0].replace('/', ' ') ?? '-';
}
