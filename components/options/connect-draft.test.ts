import { describe, expect, it } from 'vitest';
import { emptyOptions, sampleOptions } from '@/components/state/client.fixture';
import { draftOf, requestOf, withAddressRead } from './connect-draft';
import type { ConnectDraft } from './connect-draft';

const { saved } = sampleOptions;
const nothingSaved = emptyOptions.saved;
const typed: ConnectDraft = {
  dattoPublicKey: 'public',
  dattoSecretKey: 'secret',
  itGlueApiKey: 'ITG.key',
  region: 'us',
  subdomain: 'acme',
};

describe('draftOf', () => {
  it('keeps what is saved and opens what is not', () => {
    expect(draftOf(sampleOptions)).toEqual({
      dattoPublicKey: null,
      dattoSecretKey: null,
      itGlueApiKey: null,
      region: 'eu',
      subdomain: 'acme',
    });
    expect(draftOf(emptyOptions)).toEqual({
      dattoPublicKey: '',
      dattoSecretKey: '',
      itGlueApiKey: '',
      region: 'us',
      subdomain: '',
    });
  });

  it.each([
    ['datto', ['', '', null]],
    ['itglue', [null, null, '']],
  ] as const)('opens the keys of the side that was refused: %s', (side, keys) => {
    const status = { state: 'credentials-failed', side, detail: null } as const;
    const draft = draftOf({ ...sampleOptions, status });
    expect([draft.dattoPublicKey, draft.dattoSecretKey, draft.itGlueApiKey]).toEqual(keys);
  });
});

describe('withAddressRead', () => {
  it('takes subdomain and region from a pasted address', () => {
    const pasted = { ...typed, subdomain: 'https://beta.au.itglue.com/1/configurations/2' };
    expect(withAddressRead(pasted)).toEqual({ ...typed, subdomain: 'beta', region: 'au' });
  });

  it('leaves the chosen region to a bare subdomain, and text that is no address as typed', () => {
    const chosen = { ...typed, region: 'eu', subdomain: 'Acme ' } as const;
    expect(withAddressRead(chosen)).toEqual({ ...chosen, subdomain: 'acme' });
    const wrong = { ...typed, subdomain: 'acme.example.com' };
    expect(withAddressRead(wrong)).toEqual(wrong);
  });
});

describe('requestOf', () => {
  it('sends what was typed, without the white space around', () => {
    expect(requestOf({ ...typed, dattoSecretKey: ' secret\n' }, nothingSaved)).toEqual({
      request: typed,
    });
  });

  it('leaves out secrets whose saved value is kept, also those opened and left empty', () => {
    const kept = { ...typed, dattoPublicKey: null, dattoSecretKey: null, itGlueApiKey: '' };
    expect(requestOf(kept, saved)).toEqual({ request: { region: 'us', subdomain: 'acme' } });
  });

  it('names everything that is missing, in the order of the form', () => {
    const empty = { ...typed, dattoSecretKey: '  ', itGlueApiKey: '', subdomain: ' ' };
    expect(requestOf(empty, nothingSaved)).toEqual({
      failures: [
        { field: 'dattoSecretKey', reason: 'missing' },
        { field: 'itGlueApiKey', reason: 'missing' },
        { field: 'subdomain', reason: 'missing' },
      ],
    });
  });

  it('refuses an address of another site before anything is sent', () => {
    expect(requestOf({ ...typed, subdomain: 'https://evil.test/itglue.com' }, saved)).toEqual({
      failures: [{ field: 'subdomain', reason: 'malformed' }],
    });
  });
});
