import { render } from 'preact';
import { defineContentScript } from 'wxt/utils/define-content-script';
import chartStyles from '@/components/charts/charts.css?inline';
import type { HistoryProps } from '@/components/history/ask';
import { History } from '@/components/history/history';
import historyStyles from '@/components/history/history.css?inline';
import { offerPart } from '@/lib/portal/panel-parts';

const css = [chartStyles, historyStyles].join('\n');
/** Elements that are drawn into. */
const watched = new WeakSet<HTMLElement>();

/** Only a person asks for more. */
function takeTrustedOnly(root: HTMLElement): void {
  if (watched.has(root)) return;
  watched.add(root);
  for (const type of ['click', 'input'])
    root.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) event.stopImmediatePropagation();
      },
      { capture: true },
    );
}

/** The code of a device's history, injected by the background when a person first asks for one. */
export default defineContentScript({
  matches: ['https://*.itglue.com/*'],
  registration: 'runtime',
  main() {
    offerPart<HistoryProps>('history', css, (root, props) => {
      takeTrustedOnly(root);
      render(props && <History {...props} />, root);
    });
  },
});
