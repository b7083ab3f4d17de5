import { render } from 'preact';
import { browser } from 'wxt/browser';
import '@/components/page.css';
import '@/components/sync/sync.css';
import '@/components/vault/vault.css';
import '@/components/popup/popup.css';
import { Popup } from '@/components/popup/popup';
import { speakIn, t } from '@/lib/i18n';
import { onChange, send } from '@/lib/messages/client';
import { openMatching, openOptions, openWelcome } from '@/lib/worker/browser';

// The file's own title is the toolbar button's in the manifest, where the browser fills it in.
document.title = t('extension_name');
speakIn(document.documentElement);
render(
  <Popup
    client={{ send, onChange }}
    options={(section) => void openOptions(browser, section).then(() => window.close())}
    welcome={() => void openWelcome(browser).then(() => window.close())}
    matching={() => void openMatching(browser, null).then(() => window.close())}
  />,
  document.body,
);
