import { render } from 'preact';
import { browser } from 'wxt/browser';
import '@/components/page.css';
import '@/components/sync/sync.css';
import '@/components/popup/popup.css';
import { Popup } from '@/components/popup/popup';
import { onChange, send } from '@/lib/messages/client';

render(
  <Popup
    client={{ send, onChange }}
    options={() => void browser.runtime.openOptionsPage().then(() => window.close())}
  />,
  document.body,
);
