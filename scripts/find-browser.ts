import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

/** What finding a browser asks of the machine it runs on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly isRoot: boolean;
  /** Where Playwright keeps its own Chromium, there or not. */
  readonly playwrightChromium: string;
  exists(path: string): boolean;
  /** The version a browser reports, e.g. `Chromium 130.0.6723.58`; `null` for one that does not start. */
  version(path: string): string | null;
  /** Runs a command to its end or for that long; whether it succeeded. */
  run(command: readonly string[], seconds: number): boolean;
  say(text: string): void;
}

/** From this version on Google Chrome ignores --load-extension (Chromium, Edge and Chrome for Testing do not). */
const chromeWithoutLoadExtension = 137;

/**
 * The path of a browser that loads unpacked extensions: the one of `CHROMIUM_PATH`, Playwright's own, an
 * installed one, or else one that is installed now. Throws an error that says what to do when there is none.
 */
export function findBrowser(machine: Machine = thisMachine()): string {
  const wanted = machine.env['CHROMIUM_PATH'];
  if (wanted) {
    if (starts(machine, wanted)) return wanted;
    throw new Error(`CHROMIUM_PATH is ${wanted}, which is not there or does not start.`);
  }
  const found = findInstalled(machine);
  if (found !== undefined) return found;
  for (const { what, commands } of installers(machine)) {
    machine.say(`No Chromium found; trying ${what}.`);
    if (!commands.every(({ command, seconds }) => machine.run(command, seconds))) continue;
    const installed = findInstalled(machine);
    if (installed !== undefined) return installed;
  }
  throw new Error(
    [
      'No browser that can load the extension was found, and none could be installed.',
      'Install Chromium (or run `npx playwright install --with-deps chromium`), or set CHROMIUM_PATH to one.',
      ...(installedChrome(machine).some((path) => machine.exists(path))
        ? [
            `Google Chrome is here, but from version ${chromeWithoutLoadExtension} on it does not load unpacked extensions from the command line.`,
          ]
        : []),
    ].join('\n'),
  );
}

function findInstalled(machine: Machine): string | undefined {
  return (
    [machine.playwrightChromium, ...installedBrowsers(machine)].find((path) =>
      starts(machine, path),
    ) ??
    installedChrome(machine).find((path) => {
      const major = machine.exists(path) && /(\d+)\./.exec(machine.version(path) ?? '')?.[1];
      return Boolean(major) && Number(major) < chromeWithoutLoadExtension;
    })
  );
}

/** Whether a browser is at the path and starts. */
export function starts(machine: Machine, path: string): boolean {
  return machine.exists(path) && machine.version(path) !== null;
}

function installedBrowsers(machine: Machine): string[] {
  const { platform } = machine;
  if (platform === 'win32') {
    return onWindows(machine, [
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]);
  }
  if (platform === 'darwin')
    return onMac(machine, ['Chromium', 'Google Chrome for Testing', 'Microsoft Edge']);
  return onPath(machine, [
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ]);
}

function installedChrome(machine: Machine): string[] {
  const { platform } = machine;
  if (platform === 'win32') return onWindows(machine, ['Google\\Chrome\\Application\\chrome.exe']);
  if (platform === 'darwin') return onMac(machine, ['Google Chrome']);
  return onPath(machine, ['google-chrome-stable', 'google-chrome']);
}

function onWindows({ env }: Machine, names: string[]): string[] {
  const roots = [env['LOCALAPPDATA'], env['PROGRAMFILES'], env['PROGRAMFILES(X86)']];
  return names.flatMap((name) =>
    roots.filter((root) => root !== undefined).map((root) => win32.join(root, name)),
  );
}

function onMac({ home }: Machine, names: string[]): string[] {
  const roots = ['/Applications', posix.join(home, 'Applications')];
  return names.flatMap((name) => roots.map((root) => `${root}/${name}.app/Contents/MacOS/${name}`));
}

function onPath(machine: Machine, names: string[]): string[] {
  return names.flatMap((name) => foldersOfPath(machine).map((folder) => posix.join(folder, name)));
}

/** The folders of `PATH`, and those where Linux distributions put browsers. */
export function foldersOfPath({ env }: Machine): string[] {
  const path = (env['PATH'] ?? '').split(':').filter(Boolean);
  return [...new Set([...path, '/usr/bin', '/snap/bin'])];
}

interface Installer {
  readonly what: string;
  readonly commands: readonly { command: readonly string[]; seconds: number }[];
}

function installers(machine: Machine): Installer[] {
  const debianRoot =
    machine.platform === 'linux' && machine.isRoot && machine.exists('/usr/bin/apt-get');
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const playwright: Installer = {
    what: "Playwright's own",
    commands: [
      {
        command: [
          process.execPath,
          cli,
          'install',
          ...(debianRoot ? ['--with-deps'] : []),
          '--no-shell',
          'chromium',
        ],
        seconds: 180,
      },
    ],
  };
  const debian: Installer = {
    what: "the distribution's",
    commands: [
      { command: ['apt-get', 'update', '-q'], seconds: 90 },
      {
        command: ['apt-get', 'install', '-q', '-y', '--no-install-recommends', 'chromium'],
        seconds: 180,
      },
    ],
  };
  return debianRoot ? [playwright, debian] : [playwright];
}

export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    isRoot: process.getuid?.() === 0,
    playwrightChromium: chromium.executablePath(),
    exists: existsSync,
    version: process.platform === 'win32' ? windowsVersion : reportedVersion,
    run: ([command = '', ...args], seconds) =>
      spawnSync(command, args, {
        // The found path is all that belongs on standard output.
        stdio: ['ignore', 2, 2],
        timeout: seconds * 1000,
        env: {
          ...process.env,
          DEBIAN_FRONTEND: 'noninteractive',
          // Without a way out the download is to give up in seconds, so that the next way gets its turn.
          PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
        },
      }).status === 0,
    say: (text) => console.error(text),
  };
}

/** Starting it for its version also shows that no shared library is missing. */
function reportedVersion(path: string): string | null {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? stdout.trim() : null;
}

/** A browser on Windows opens a window for --version, so its file is asked instead. */
function windowsVersion(path: string): string | null {
  const command = `(Get-Item -LiteralPath '${path.replaceAll("'", "''")}').VersionInfo.ProductVersion`;
  const { status, stdout } = spawnSync('powershell', ['-NoProfile', '-Command', command], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() : null;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(findBrowser());
