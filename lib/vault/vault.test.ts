import { beforeEach, describe, expect, it } from 'vitest';
import { hasPassphrase, type Guarded, type Sealed, type Unguarded } from '@/lib/model/sealed';
import { createVault, type Vault } from './vault';

const secrets = { dattoPublicKey: 'public', dattoSecretKey: 'geheim', itGlueApiKey: 'ITG.key' };
const passphrase = 'träge Katzen 9';

/** What is kept in the profile, and what only in the browser's session. */
class Browser {
  sealed: Sealed | undefined;
  session: string | null = null;

  readonly storage = {
    load: () => Promise.resolve(this.sealed),
    save: (next: Sealed | undefined) => Promise.resolve(void (this.sealed = next)),
  };
  readonly inSession = {
    load: () => Promise.resolve(this.session),
    save: (next: string | null) => Promise.resolve(void (this.session = next)),
  };

  /** A worker as the browser starts one. Each guess costs next to nothing here. */
  vault(): Vault {
    return createVault(this.storage, this.inSession, 10);
  }

  restart(): Vault {
    this.session = null;
    return this.vault();
  }
}

let browser: Browser;
let vault: Vault;
beforeEach(async () => {
  browser = new Browser();
  vault = browser.vault();
  await vault.write(secrets);
});

const hex = (data: ArrayBuffer) => Buffer.from(data).toString('hex');

describe('without a passphrase', () => {
  it('gives back what was written, and nothing once cleared', async () => {
    expect(await vault.state()).toBe('open');
    expect(await browser.restart().read()).toEqual(secrets);
    await vault.clear();
    expect(await vault.read()).toBeNull();
    expect(await vault.state()).toBe('empty');
  });

  it('keeps no secret in plain sight and no key that can be exported', async () => {
    const { data, key } = browser.sealed as Unguarded;
    expect(Buffer.from(data).toString('latin1')).not.toContain('geheim');
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });

  it('reads damaged data as nothing saved', async () => {
    new Uint8Array(browser.sealed!.data)[3]! ^= 1;
    expect(await vault.read()).toBeNull();
  });

  it('encrypts the same secrets differently each time', async () => {
    const first = hex(browser.sealed!.data);
    await vault.write(secrets);
    expect(hex(browser.sealed!.data)).not.toBe(first);
  });

  it('opens what versions before passphrases left', async () => {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(secrets));
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text);
    browser.sealed = { key, iv, data };
    const later = browser.restart();
    expect(await later.read()).toEqual(secrets);
    expect(await later.protect(passphrase, null)).toBe(true);
    expect(await browser.restart().state()).toBe('locked');
  });

  it('has nothing to lock', async () => {
    await vault.lock();
    expect(await vault.read()).toEqual(secrets);
  });
});

describe('with a passphrase', () => {
  let before: Unguarded;
  beforeEach(async () => {
    before = browser.sealed as Unguarded;
    expect(await vault.protect(passphrase, null)).toBe(true);
  });

  it('keeps no key but the wrapped one, and encrypts the secrets again', async () => {
    expect(Object.keys(browser.sealed!).sort()).toEqual(['data', 'iv', 'wrapped']);
    const { iv, data } = browser.sealed as Guarded;
    const old = crypto.subtle.decrypt({ name: 'AES-GCM', iv }, before.key, data);
    await expect(old).rejects.toThrow();
  });

  it('makes each guess cost what is recommended', async () => {
    const real = createVault(browser.storage, browser.inSession);
    await real.protect('a new passphrase', passphrase);
    expect((browser.sealed as Guarded).wrapped.iterations).toBeGreaterThanOrEqual(600_000);
  });

  it('stays unlocked for workers to come, until the browser ends', async () => {
    expect(await browser.vault().state()).toBe('unlocked');
    expect(await browser.vault().read()).toEqual(secrets);
    const later = browser.restart();
    expect(await later.state()).toBe('locked');
    expect(await later.read()).toBeNull();
  });

  it('is unlocked by that passphrase alone, however its letters are composed', async () => {
    const later = browser.restart();
    expect(await later.unlock('träge Katzen 8')).toBe(false);
    expect(await later.state()).toBe('locked');
    expect(await later.unlock(passphrase.normalize('NFD'))).toBe(true);
    expect(await later.state()).toBe('unlocked');
    expect(await later.read()).toEqual(secrets);
  });

  it('is locked for workers to come, too', async () => {
    await vault.lock();
    expect(await vault.state()).toBe('locked');
    expect(await vault.read()).toBeNull();
    expect(await browser.vault().read()).toBeNull();
  });

  it('takes other secrets under the same passphrase, and none while it is locked', async () => {
    const others = { ...secrets, itGlueApiKey: 'ITG.other' };
    await vault.write(others);
    const later = browser.restart();
    await expect(later.write(secrets)).rejects.toThrow();
    await later.unlock(passphrase);
    expect(await later.read()).toEqual(others);
  });

  it('is changed by who knows it, and is then unlocked by the new one alone', async () => {
    const first = browser.sealed as Guarded;
    expect(await vault.protect('a new passphrase', 'a wrong one')).toBe(false);
    expect(browser.sealed).toBe(first);
    expect(await vault.protect('a new passphrase', passphrase)).toBe(true);
    const second = browser.sealed as Guarded;
    expect(hex(second.wrapped.salt.buffer)).not.toBe(hex(first.wrapped.salt.buffer));
    const later = browser.restart();
    expect(await later.unlock(passphrase)).toBe(false);
    expect(await later.unlock('a new passphrase')).toBe(true);
    expect(await later.read()).toEqual(secrets);
  });

  it('is removed by who knows it, with nothing left in the session', async () => {
    expect(await vault.protect(null, null)).toBe(false);
    expect(await vault.protect(null, 'a wrong one')).toBe(false);
    expect(hasPassphrase(browser.sealed!)).toBe(true);
    expect(await vault.protect(null, passphrase)).toBe(true);
    expect(browser.session).toBeNull();
    expect(await browser.restart().read()).toEqual(secrets);
  });

  it('takes no key that the session has of another vault', async () => {
    const held = browser.session;
    await vault.protect('a new passphrase', passphrase);
    browser.session = held;
    expect(await browser.vault().state()).toBe('locked');
  });

  it('forgets the key of the session with the secrets', async () => {
    await vault.clear();
    expect(browser.session).toBeNull();
    await vault.write(secrets);
    expect(await vault.state()).toBe('open');
  });
});

it('protects nothing where nothing is saved', async () => {
  await vault.clear();
  expect(await vault.protect(passphrase, null)).toBe(false);
  expect(await vault.state()).toBe('empty');
});

describe('withheld, since a passphrase is to be set first', () => {
  beforeEach(() => vault.withhold());

  it('leaves no key in the profile, and goes on within the session, in later workers too', async () => {
    expect(Object.keys(browser.sealed!).sort()).toEqual(['data', 'iv', 'withheld']);
    for (const each of [vault, browser.vault()]) {
      expect(await each.state()).toBe('withheld');
      expect(await each.read()).toEqual(secrets);
    }
  });

  it('is gone with the session', async () => {
    const later = browser.restart();
    expect(await later.state()).toBe('empty');
    expect(await later.read()).toBeNull();
    expect(await later.protect(passphrase, null)).toBe(false);
  });

  it('is kept under the passphrase that is set', async () => {
    expect(await vault.protect(passphrase, null)).toBe(true);
    const later = browser.restart();
    expect(await later.state()).toBe('locked');
    await later.unlock(passphrase);
    expect(await later.read()).toEqual(secrets);
  });

  it('is not locked by hand, which would lose it', async () => {
    await vault.lock();
    expect(await vault.read()).toEqual(secrets);
  });

  it('changes nothing where a passphrase protects the secrets, or there are none', async () => {
    await vault.protect(passphrase, null);
    const before = browser.sealed;
    await vault.withhold();
    expect(browser.sealed).toBe(before);
    await vault.clear();
    await vault.withhold();
    expect(browser.sealed).toBeUndefined();
  });
});

it('takes first secrets under a passphrase at once', async () => {
  await vault.clear();
  await vault.write(secrets, passphrase);
  expect(await vault.state()).toBe('unlocked');
  const later = browser.restart();
  expect(await later.state()).toBe('locked');
  await later.unlock(passphrase);
  expect(await later.read()).toEqual(secrets);
});
