// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { createShadowHost } from './shadow-host';

it('is styled apart from the page, in the language of its words', () => {
  const { host, root } = createShadowHost(document, '.card { color: red }');
  expect(host.lang).toBe('en');
  expect(host.isConnected).toBe(false);
  expect(root.getRootNode()).toBe(host.shadowRoot);
  const sheets = host.shadowRoot?.adoptedStyleSheets.length ?? 0;
  expect(sheets + (host.shadowRoot?.querySelectorAll('style').length ?? 0)).toBe(1);
});
