import { describe, expect, it } from 'vitest';
import { createVault } from './vault';
import type { Sealed } from './vault';

const secrets = { dattoPublicKey: 'public', dattoSecretKey: 'geheim', itGlueApiKey: 'ITG.key' };

function memory() {
  let sealed: Sealed | undefined;
  return {
    load: () => Promise.resolve(sealed),
    save: (next: Sealed | undefined) => Promise.resolve(void (sealed = next)),
    get sealed() {
      return sealed;
    },
  };
}

describe('the vault', () => {
  it('gives back what was written, and nothing once cleared', async () => {
    const vault = createVault(memory());
    expect(await vault.read()).toBeNull();
    await vault.write(secrets);
    expect(await vault.read()).toEqual(secrets);
    await vault.clear();
    expect(await vault.read()).toBeNull();
  });

  it('keeps no secret readable and no key exportable', async () => {
    const storage = memory();
    await createVault(storage).write(secrets);
    const sealed = storage.sealed as Sealed;
    expect(Buffer.from(sealed.data).toString('latin1')).not.toContain('geheim');
    expect(sealed.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', sealed.key)).rejects.toThrow();
  });

  it('reads damaged data as nothing saved', async () => {
    const storage = memory();
    const vault = createVault(storage);
    await vault.write(secrets);
    new Uint8Array((storage.sealed as Sealed).data)[3]! ^= 1;
    expect(await vault.read()).toBeNull();
  });

  it('encrypts the same secrets differently each time', async () => {
    const storage = memory();
    const vault = createVault(storage);
    await vault.write(secrets);
    const first = Buffer.from((storage.sealed as Sealed).data).toString('hex');
    await vault.write(secrets);
    expect(Buffer.from((storage.sealed as Sealed).data).toString('hex')).not.toBe(first);
  });
});
