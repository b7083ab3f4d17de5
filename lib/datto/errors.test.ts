import { describe, expect, it } from 'vitest';
import { DattoError, errorCodesOf, failureOf } from './errors';

const errors = (...codes: unknown[]) => ({ errors: codes.map((code) => ({ code, message: 'x' })) });

describe('failureOf', () => {
  it.each([
    [403, [13000], 'credentials'],
    [403, [13005], 'credentials'],
    [403, [13006], 'out-of-reach'],
    [403, [13007], 'credentials'],
    [403, [13011], 'credentials'],
    [403, [13015], 'credentials'],
    [403, [13016], 'credentials'],
    [403, [13001], 'bad-request'],
    [403, [13004], 'bad-request'],
    [403, [13012], 'bad-request'],
    [403, [13002], 'clock'],
    [403, [13003], 'nonce'],
    [404, [12000], 'not-found'],
    [404, [1004], 'not-found'],
    [403, [13009], 'not-permitted'],
    [403, [12047], 'not-permitted'],
    [404, [1002], 'not-implemented'],
    [400, [1000], 'transient'],
    [400, [1016], 'transient'],
    [400, [1019], 'transient'],
    [418, [99999], 'bad-request'],
    [500, [99999], 'transient'],
    [200, [13011], 'credentials'],
    [429, [1000], 'rate-limited'],
  ])('takes status %i with %j for %s', (status, codes, kind) => {
    expect(failureOf(status, errors(...codes))).toBe(kind);
  });

  it.each([
    [[13009, 13000], 'credentials'],
    [[13006, 13011], 'credentials'],
    [[1000, 13009], 'not-permitted'],
    [[13002, 13001], 'bad-request'],
    [[99999, 12000], 'not-found'],
  ])('takes the most severe of %j', (codes, kind) => {
    expect(failureOf(403, errors(...codes))).toBe(kind);
    expect(failureOf(403, errors(...codes.toReversed()))).toBe(kind);
  });

  it.each([
    [200, {}, null],
    [200, errors(1009), null],
    [200, undefined, 'malformed'],
    [403, undefined, 'malformed'],
    [403, {}, 'malformed'],
    [404, undefined, 'not-implemented'],
    [408, undefined, 'transient'],
    [502, undefined, 'transient'],
  ])('takes status %i with the body %j for %s', (status, json, kind) => {
    expect(failureOf(status, json)).toBe(kind);
  });
});

describe('errorCodesOf', () => {
  it.each([null, 'text', [], { errors: 'x' }, errors(null, 'x', {}), { errors: [null, 'x'] }])(
    'finds none in %j',
    (json) => {
      expect(errorCodesOf(json)).toEqual([]);
    },
  );

  it('reads codes written as text', () => {
    expect(errorCodesOf(errors('13011', 1009, 13000))).toEqual([13011, 13000]);
  });
});

describe('DattoError', () => {
  it('says host, codes and status', () => {
    const error = new DattoError('not-found', 'api.cloudtrax.com', { codes: [12000], status: 404 });
    expect(error.message).toBe('api.cloudtrax.com: not-found · 12000 · 404');
  });

  it.each([
    [[13011], 'publicKey'],
    [[13000], 'secretKey'],
    [[13015], 'secretKey'],
    [[13007], null],
    [[], null],
  ])('with %j blames %j', (codes, field) => {
    expect(new DattoError('credentials', 'api.cloudtrax.com', { codes }).field).toBe(field);
  });
});
