// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { watchTheme } from './theme';

const life = new AbortController();
afterEach(() => {
  document.body.className = '';
});

it('follows the class that the portal puts on its body, on a new body too, until the end', async () => {
  const themes: string[] = [];
  document.body.className = 'app ui-theme-dark';
  watchTheme(document, (theme) => themes.push(theme), life.signal);
  expect(themes).toEqual(['dark']);

  document.body.className = 'app';
  await vi.waitFor(() => expect(themes).toEqual(['dark', 'light']));
  document.body.className = 'app busy';
  document.body.replaceWith(document.createElement('body'));
  document.body.className = 'ui-theme-dark';
  await vi.waitFor(() => expect(themes).toEqual(['dark', 'light', 'dark']));

  life.abort();
  document.body.className = '';
  await new Promise((done) => setTimeout(done, 10));
  expect(themes).toHaveLength(3);
});
