import { describe, expect, it } from 'vitest';
import { indexPage, type Picture } from './index-page';

const picture = (entry: string, theme: Picture['theme'], width: number): Picture => ({
  surface: 'popup',
  entry,
  theme,
  width,
  file: `popup-${entry}-${theme}-${width}.png`,
});

describe('the index of the pictures', () => {
  const page = indexPage([
    picture('ok', 'light', 360),
    picture('ok', 'light', 320),
    picture('ok', 'dark', 320),
    picture('<b>', 'light', 320),
    { ...picture('devices', 'dark', 480), surface: 'matching' },
  ]);

  it('links to each picture by surface, entry, theme and width', () => {
    const links = [...page.matchAll(/<a href="([^"#]+)">(\d+)<\/a>/g)].map(([, file, width]) => [
      decodeURIComponent(file ?? ''),
      width,
    ]);
    expect(links).toEqual([
      ['popup-ok-light-320.png', '320'],
      ['popup-ok-light-360.png', '360'],
      ['popup-ok-dark-320.png', '320'],
      ['popup-<b>-light-320.png', '320'],
      ['popup-devices-dark-480.png', '480'],
    ]);
    expect(page).toContain('<h2 id="popup">popup</h2>');
    expect(page).toContain('<h2 id="matching">matching</h2>');
    expect(page).toContain('<h1>5 pictures</h1>');
  });

  it('shows the widest light one small', () => {
    expect(page).toContain('src="popup-ok-light-360.png"');
  });

  it('takes names for text', () => {
    expect(page).toContain('&lt;b&gt;');
    expect(page).not.toContain('<b>');
  });
});
