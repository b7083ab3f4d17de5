import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { serve } from '@/lib/messages/router';
import { extensionPlatform } from '@/lib/worker/extension-platform';
import { createWorker } from '@/lib/worker/worker';

export default defineBackground({
  type: 'module',
  main() {
    const worker = createWorker(extensionPlatform());
    serve(browser.runtime.onMessage, worker.handlers, worker.router);
    const wake = () => void worker.wake();
    browser.storage.managed.onChanged.addListener(() => void worker.policyChanged());
    browser.alarms.onAlarm.addListener(wake);
    browser.runtime.onStartup.addListener(() => void worker.start());
    browser.runtime.onInstalled.addListener(({ reason }) => {
      wake();
      if (reason === 'install') void worker.installed();
    });
    // Whatever woke the worker, a run that an earlier one left open is taken further.
    wake();
  },
});
