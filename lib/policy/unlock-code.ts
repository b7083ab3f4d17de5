/** Whether a code is the one whose SHA-256 a policy holds, in hexadecimal digits. */
export async function isUnlockCode(code: string, sha256: string): Promise<boolean> {
  const bytes = new TextEncoder().encode(code.trim());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}
