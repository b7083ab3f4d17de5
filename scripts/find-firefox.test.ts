import { describe, expect, it } from 'vitest';
import type { Machine } from './find-browser';
import { findFirefox } from './find-firefox';

const machine = (
  browsers: Record<string, string | null>,
  rest: Partial<Machine> = {},
): Machine => ({
  platform: 'linux',
  env: { PATH: '/usr/local/bin:/usr/bin' },
  home: '/home/me',
  isRoot: false,
  playwrightChromium: '/cache/chrome',
  exists: (path) => path in browsers,
  version: (path) => browsers[path] ?? null,
  run: () => false,
  say: () => undefined,
  ...rest,
});

describe('finding Firefox', () => {
  it('takes the one of FIREFOX_PATH before all others', () => {
    const given = machine(
      { '/opt/fox': 'Mozilla Firefox 140.0', '/usr/bin/firefox': 'Mozilla Firefox 128.0' },
      { env: { FIREFOX_PATH: '/opt/fox', PATH: '/usr/bin' } },
    );
    expect(findFirefox(given)).toBe('/opt/fox');
  });

  it('says that FIREFOX_PATH is wrong instead of taking another', () => {
    const given = machine(
      { '/usr/bin/firefox': 'Mozilla Firefox 128.0' },
      { env: { FIREFOX_PATH: '/opt/fox', PATH: '/usr/bin' } },
    );
    expect(() => findFirefox(given)).toThrow(/FIREFOX_PATH is \/opt\/fox/);
  });

  it('takes an extended support release where that is all there is', () => {
    expect(findFirefox(machine({ '/usr/bin/firefox-esr': 'Mozilla Firefox 140.0esr' }))).toBe(
      '/usr/bin/firefox-esr',
    );
  });

  it('passes over one that does not start', () => {
    const given = machine({
      '/usr/bin/firefox': null,
      '/usr/bin/firefox-esr': 'Mozilla Firefox 140.0esr',
    });
    expect(findFirefox(given)).toBe('/usr/bin/firefox-esr');
  });

  it('finds the application of macOS and of Windows', () => {
    const onMac = '/home/me/Applications/Firefox.app/Contents/MacOS/firefox';
    expect(findFirefox(machine({ [onMac]: 'Mozilla Firefox 140.0' }, { platform: 'darwin' }))).toBe(
      onMac,
    );
    const onWindows = 'C:\\Program Files\\Mozilla Firefox\\firefox.exe';
    const env = { PROGRAMFILES: 'C:\\Program Files' };
    expect(findFirefox(machine({ [onWindows]: '140.0' }, { platform: 'win32', env }))).toBe(
      onWindows,
    );
  });

  it('says that there is none', () => {
    expect(findFirefox(machine({}))).toBeNull();
  });
});
