import { render } from 'preact';
import { browser } from 'wxt/browser';
import '@/components/page.css';
import '@/components/sync/sync.css';
import '@/components/popup/popup.css';
import { Popup } from '@/components/popup/popup';
import { t } from '@/lib/i18n';
import { onChange, send } from '@/lib/messages/client';

// The file's own title is the toolbar button's in the manifest, where the browser fills it in.
document.title = t('extension_name');
render(
  <Popup
    client={{ send, onChange }}
    options={() => void browser.runtime.openOptionsPage().then(() => window.close())}
    matching={() => void showMatching().then(() => window.close())}
  />,
  document.body,
);

/** Shows the matching page: the tab that has it, wherever in it somebody is, or else a new one. */
async function showMatching(): Promise<void> {
  const url = browser.runtime.getURL('/matching.html');
  const [open] = await browser.tabs.query({ url: `${url}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}
