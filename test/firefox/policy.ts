import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the Firefox of a Linux machine reads what its administrator has set. */
const folder = '/etc/firefox/policies';
const file = join(folder, 'policies.json');

/**
 * Sets the policy of this machine for one extension; Firefox reads it when it starts.
 * @returns what takes it away, or why it cannot be set here
 */
export function setPolicy(
  extensionId: string,
  says: Readonly<Record<string, unknown>>,
): (() => void) | string {
  if (process.platform !== 'linux') return 'only the policies of a Linux machine are tried';
  if (existsSync(file)) return `this machine has policies of its own: ${file}`;
  const policies = { '3rdparty': { Extensions: { [extensionId]: says } } };
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify({ policies }));
  } catch {
    return `policies of this machine are its administrator's: ${folder}`;
  }
  return () => rmSync(file, { force: true });
}
