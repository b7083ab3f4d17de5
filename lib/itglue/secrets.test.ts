import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flexibleAssetTypeId, organizationId, passwordId } from '@/lib/model/ids';
import { itGlueProblem } from './errors';
import { secretsIn, repeatsSecret } from './secrets';
import { failureOf, fakeClient, json } from './client.fixture';

/** As a server may repeat what it was sent. */
const repeated: ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => JSON.stringify(secret),
  (secret) => encodeURIComponent(secret),
  (secret) => secret.slice(0, 12),
  (secret) => secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;'),
];

/** Pre-shared keys: 8 to 63 printable ASCII characters. */
const preSharedKey = fc.stringMatching(/^[\x20-\x7e]{8,63}$/);

describe('a pre-shared key', () => {
  test('appears in no error of a refused password, however the answer repeats it', async () => {
    await fc.assert(
      fc.asyncProperty(
        preSharedKey,
        fc.constantFrom(...repeated),
        fc.boolean(),
        async (value, repeat, create) => {
          const errors = [
            {
              detail: `Password ${repeat(value)} is not allowed`,
              source: { pointer: `/data/attributes/${repeat(value)}` },
            },
          ];
          const { client } = fakeClient(() => json({ errors }, 422));
          const failure = await failureOf(
            create
              ? client.createPassword(organizationId('2'), { name: 'Office Wi-Fi', value })
              : client.updatePassword(passwordId('5'), { value }),
          );
          const shown = JSON.stringify({ ...failure, text: String(failure), stack: failure.stack });
          expect(failure.withheld).toBe(true);
          expect(itGlueProblem(failure).cause).toEqual({ kind: 'words-withheld' });
          for (const form of repeated.slice(0, 4))
            expect(failure.message).not.toContain(form(value));
          expect(shown).not.toContain(JSON.stringify(value).slice(1, -1));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('appears in no error of a refused record, whose traits carry it', async () => {
    const key = 'correct horse "battery" & staple';
    const { client } = fakeClient(() =>
      json({ errors: [{ detail: `Pre-shared Key (${key}) is invalid` }] }, 422),
    );
    const failure = await failureOf(
      client.createFlexibleAsset(organizationId('2'), flexibleAssetTypeId('33'), {
        'ssid-name': 'Office',
        'pre-shared-key': key,
      }),
    );
    expect(failure.message).not.toContain('horse');
  });
});

test('the secrets of a body are found wherever they stand', () => {
  const body = {
    data: [
      { attributes: { name: 'a', password: 'one' } },
      { attributes: { traits: { 'pre-shared-key': 'two', location: 'x' } } },
    ],
  };
  expect(secretsIn(body)).toEqual(['one', 'two']);
});

test('a text that repeats a part of a secret too short to tell is shown', () => {
  expect(repeatsSecret("Name can't be blank", ['Nameless-Key-1'])).toBe(false);
  expect(repeatsSecret("Nameless can't be blank", ['Nameless-Key-1'])).toBe(true);
});

test.each([
  ['correct horse', true],
  ['another', false],
  ['', null],
  ['********', null],
  [undefined, null],
  [null, null],
])(
  'a value that reads %j is compared, and does not leave the client',
  async (password, matches) => {
    const { client } = fakeClient(() =>
      json({
        data: {
          id: '5',
          type: 'passwords',
          attributes: { 'organization-id': 2, name: 'a', password },
        },
      }),
    );
    const compared = await client.comparePassword(passwordId('5'), 'correct horse');
    expect(compared).toMatchObject({ id: '5', name: 'a', matches });
    expect(JSON.stringify(compared)).not.toMatch(/correct horse|another/);
  },
);
