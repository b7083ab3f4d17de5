import fc from 'fast-check';
import { setMaxListeners } from 'node:events';
import { afterAll } from 'vitest';
import { isWhole } from './whole';

// A sync hands one signal to all its requests, and Node warns from the eleventh listener on; browsers do not.
setMaxListeners(100);

// What a change breaks must not depend on chance; `npm run unit:whole` looks for what nobody thought of.
if (!isWhole) fc.configureGlobal({ seed: 1 });

// Files share their workers, and those with a document share it: none finds what another left on the page.
const firstBody = typeof document === 'undefined' ? null : document.body;
afterAll(() => {
  if (!firstBody) return;
  // A test that puts another body in place leaves the testing library with the one that it found first.
  if (document.body !== firstBody) document.body.replaceWith(firstBody);
  document.body.replaceChildren();
  document.body.className = '';
});
