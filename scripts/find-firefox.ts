import { posix, win32 } from 'node:path';
import { foldersOfPath, starts, thisMachine } from './find-browser';
import type { Machine } from './find-browser';

/**
 * The path of an installed Firefox: the one of `FIREFOX_PATH`, or else the first that starts; `null` when there is
 * none. Throws when `FIREFOX_PATH` is wrong.
 */
export function findFirefox(machine: Machine = thisMachine()): string | null {
  const wanted = machine.env['FIREFOX_PATH'];
  if (wanted) {
    if (starts(machine, wanted)) return wanted;
    throw new Error(`FIREFOX_PATH is ${wanted}, which is not there or does not start.`);
  }
  return installed(machine).find((path) => starts(machine, path)) ?? null;
}

function installed(machine: Machine): string[] {
  const { platform, env, home } = machine;
  if (platform === 'win32')
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
      .filter((root) => root !== undefined)
      .map((root) => win32.join(root, 'Mozilla Firefox\\firefox.exe'));
  if (platform === 'darwin')
    return ['/Applications', posix.join(home, 'Applications')].map(
      (root) => `${root}/Firefox.app/Contents/MacOS/firefox`,
    );
  return ['firefox', 'firefox-esr'].flatMap((name) =>
    foldersOfPath(machine).map((folder) => posix.join(folder, name)),
  );
}
