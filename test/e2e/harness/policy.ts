import { createHash, randomUUID } from 'node:crypto';
import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the Chromium and the Chrome of a Linux machine read what its administrator has set. */
const folders = ['/etc/chromium/policies/managed', '/etc/opt/chrome/policies/managed'];

/** The id of an extension that is loaded from a folder, as Chromium derives it from the folder's path. */
export const extensionIdOf = (folder: string): string =>
  [...createHash('sha256').update(folder).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + parseInt(digit, 16)))
    .join('');

/** A policy of this machine for one extension, in a file of its own. */
export interface MachinePolicy {
  /** What it says from now on; the browser looks within some seconds. */
  set(says: Readonly<Record<string, unknown>>): void;
  remove(): void;
}

/** @returns why the machine's policies cannot be written, or the policy, of which nothing is written yet */
export function machinePolicy(extensionId: string): MachinePolicy | string {
  const name = `datto-networking-test-${randomUUID()}.json`;
  try {
    for (const folder of folders) {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
    }
  } catch {
    return `policies of this machine are its administrator's: ${dirname(folders[0] ?? '')}`;
  }
  const files = folders.map((folder) => join(folder, name));
  return {
    set(says) {
      const policy = JSON.stringify({ '3rdparty': { extensions: { [extensionId]: says } } });
      for (const file of files) writeFileSync(file, policy);
    },
    remove() {
      for (const file of files) rmSync(file, { force: true });
    },
  };
}
