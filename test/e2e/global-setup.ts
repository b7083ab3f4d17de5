import { findBrowser } from '@/scripts/find-browser';

/** Finds, or installs, the browser once; the workers inherit its path. */
export default function globalSetup(): void {
  process.env['CHROMIUM_PATH'] = findBrowser();
}
