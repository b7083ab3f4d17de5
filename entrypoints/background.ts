import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { serve } from '@/lib/messages/router';
import { createBackground } from '@/lib/worker/background';

export default defineBackground({
  type: 'module',
  main() {
    const background = createBackground();
    serve(background.handlers, background.router);
    const wake = () => void background.wake();
    browser.alarms.onAlarm.addListener(wake);
    browser.runtime.onStartup.addListener(wake);
    browser.runtime.onInstalled.addListener(wake);
    // Whatever woke the worker, a run that an earlier one left open is taken further.
    wake();
  },
});
