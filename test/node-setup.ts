import { setMaxListeners } from 'node:events';
import { afterAll } from 'vitest';

// A sync hands one signal to all its requests, and Node warns from the eleventh listener on; browsers do not.
setMaxListeners(100);

// Files share their workers, and those with a document share it: none finds what another left on the page.
afterAll(() => {
  if (typeof document === 'undefined') return;
  document.body.replaceChildren();
  document.body.className = '';
});
