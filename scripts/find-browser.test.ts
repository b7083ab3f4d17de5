import { describe, expect, it } from 'vitest';
import { findBrowser } from './find-browser';
import type { Machine } from './find-browser';

interface Given extends Partial<Machine> {
  /** Browsers that are there, with what they report; `null` for one that does not start. */
  browsers?: Record<string, string | null>;
  /** Files other than browsers. */
  files?: string[];
  /** Paths a successful command brings about, by a word of the command. */
  installs?: Record<string, string>;
}

function machine({ browsers = {}, files = [], installs = {}, ...rest }: Given) {
  const there: Record<string, string | null> = { ...browsers };
  const ran: string[] = [];
  const fake: Machine = {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    home: '/home/me',
    isRoot: false,
    playwrightChromium: '/cache/chromium-1/chrome',
    exists: (path) => path in there || files.includes(path),
    version: (path) => there[path] ?? null,
    run: (command) => {
      const text = command.slice(command[0] === process.execPath ? 2 : 0).join(' ');
      ran.push(text);
      const word = Object.keys(installs).find((key) => text.includes(key));
      const path = word && installs[word];
      if (path) there[path] = 'Chromium 140.0.1.2';
      return Boolean(path) || text.includes('apt-get update');
    },
    say: () => undefined,
    ...rest,
  };
  return { fake, ran };
}

describe('finding a browser', () => {
  it('takes the one of CHROMIUM_PATH before all others', () => {
    const { fake } = machine({
      env: { CHROMIUM_PATH: '/opt/mine' },
      browsers: {
        '/opt/mine': 'Chromium 140.0.0.0',
        '/cache/chromium-1/chrome': 'Chromium 141.0.0.0',
      },
    });
    expect(findBrowser(fake)).toBe('/opt/mine');
  });

  it('says that CHROMIUM_PATH is wrong instead of taking another', () => {
    const { fake } = machine({
      env: { CHROMIUM_PATH: '/opt/mine', PATH: '/usr/bin' },
      browsers: { '/usr/bin/chromium': 'Chromium 140.0.0.0' },
    });
    expect(() => findBrowser(fake)).toThrow(/CHROMIUM_PATH is \/opt\/mine/);
  });

  it("prefers Playwright's own to an installed one", () => {
    const { fake, ran } = machine({
      browsers: {
        '/usr/bin/chromium': 'Chromium 130.0.0.0',
        '/cache/chromium-1/chrome': 'Chromium 141.0.0.0',
      },
    });
    expect(findBrowser(fake)).toBe('/cache/chromium-1/chrome');
    expect(ran).toEqual([]);
  });

  it('passes over a browser that does not start', () => {
    const { fake } = machine({
      browsers: {
        '/cache/chromium-1/chrome': null,
        '/usr/bin/chromium-browser': 'Chromium 130.0.0.0',
      },
    });
    expect(findBrowser(fake)).toBe('/usr/bin/chromium-browser');
  });

  it('takes Edge before Google Chrome', () => {
    const { fake } = machine({
      platform: 'darwin',
      browsers: {
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome': 'Google Chrome 120.0.0.0',
        '/home/me/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge':
          'Microsoft Edge 140.0.0.0',
      },
    });
    expect(findBrowser(fake)).toContain('Microsoft Edge');
  });

  it('takes Google Chrome only while it still loads unpacked extensions', () => {
    const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    const on = (version: string) =>
      machine({
        platform: 'win32',
        env: { PROGRAMFILES: 'C:\\Program Files' },
        browsers: { [chrome]: version },
      }).fake;
    expect(findBrowser(on('136.0.7103.93'))).toBe(chrome);
    expect(() => findBrowser(on('137.0.7151.40'))).toThrow(
      /Google Chrome is here, but from version 137/,
    );
  });

  it("installs Playwright's own when there is none", () => {
    const { fake, ran } = machine({
      installs: { 'install --no-shell chromium': '/cache/chromium-1/chrome' },
    });
    expect(findBrowser(fake)).toBe('/cache/chromium-1/chrome');
    expect(ran).toEqual(['install --no-shell chromium']);
  });

  it("falls back to the distribution's for root on Debian", () => {
    const { fake, ran } = machine({
      isRoot: true,
      files: ['/usr/bin/apt-get'],
      installs: { 'apt-get install': '/usr/bin/chromium' },
    });
    expect(findBrowser(fake)).toBe('/usr/bin/chromium');
    expect(ran[0]).toBe('install --with-deps --no-shell chromium');
    expect(ran.slice(1).map((command) => command.split(' ').slice(0, 2).join(' '))).toEqual([
      'apt-get update',
      'apt-get install',
    ]);
  });

  it('asks no package manager without being root', () => {
    const { fake, ran } = machine({ files: ['/usr/bin/apt-get'] });
    expect(() => findBrowser(fake)).toThrow(/Install Chromium .* set CHROMIUM_PATH/s);
    expect(ran.filter((command) => command.includes('apt-get'))).toEqual([]);
  });
});
