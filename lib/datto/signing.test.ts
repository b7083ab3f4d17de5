import { describe, expect, it } from 'vitest';
import { cryptographicNonce, sign } from './signing';

const known = {
  key: '1b88730ac5ba',
  secret: 's3cr3t',
  timestamp: 1440424320,
  nonce: 'ThisIsANonce',
  body: '',
};

describe('sign', () => {
  it.each([
    ['/network/list', 'c1259b4976418cccbe52bc9a89a9e5d28990aca8c30fa9385586746896657669'],
    [
      '/history/network/12478/nodes?period=week',
      '1121d9d14fd40fabc60ee6023883026c34fe3a88d42dc7f21cefe1b698a1475c',
    ],
  ])('gives the known answer for %s', async (path, signature) => {
    expect(await sign({ ...known, path })).toEqual({
      Authorization: 'key=1b88730ac5ba,timestamp=1440424320,nonce=ThisIsANonce',
      Signature: signature,
    });
  });

  it('covers the body', async () => {
    const path = '/network';
    const without = await sign({ ...known, path });
    const withBody = await sign({ ...known, path, body: '{"name":"ä"}' });
    expect(withBody.Authorization).toBe(without.Authorization);
    expect(withBody.Signature).not.toBe(without.Signature);
  });
});

describe('cryptographicNonce', () => {
  it('is 32 hexadecimal digits and does not repeat', () => {
    const nonces = Array.from({ length: 1000 }, cryptographicNonce);
    expect(new Set(nonces).size).toBe(nonces.length);
    for (const nonce of nonces) expect(nonce).toMatch(/^[0-9a-f]{32}$/);
  });
});
