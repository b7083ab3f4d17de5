import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policyFields, type PolicyField } from '@/lib/model/policy';
import { readPolicy } from './read-policy';

const whole = {
  dattoPublicKey: ' public ',
  dattoSecretKey: 'secret',
  itGlueApiKey: 'ITG.key',
  region: 'EU',
  subdomain: 'acme',
  passphraseRequired: true,
  syncEveryHours: 6,
  autoCreate: false,
  accessPointType: 'Access Point',
  switchType: 'Switch',
  managedPowerType: 'PDU',
  routerType: 'Router',
  teamHome: 4711,
  userUnlock: 'c0'.repeat(32),
  firstRun: false,
} satisfies Record<PolicyField, unknown>;

describe('a policy', () => {
  it('says each of its values, in the form that is used here', () => {
    expect(readPolicy(whole)).toEqual({
      values: { ...whole, dattoPublicKey: 'public', region: 'eu', teamHome: '4711' },
      faults: [],
    });
  });

  it('that is not there says nothing', () => {
    expect(readPolicy({})).toEqual({ values: {}, faults: [] });
  });

  it('may have numbers for truth values, as the registry of Windows does', () => {
    const { values } = readPolicy({ autoCreate: 0, passphraseRequired: 1, firstRun: 0 });
    expect(values).toEqual({ autoCreate: false, passphraseRequired: true, firstRun: false });
  });

  it('may hold an address for a subdomain, which then says the region', () => {
    const { values, faults } = readPolicy({ subdomain: 'https://acme.au.itglue.com/12' });
    expect(values).toEqual({ subdomain: 'acme', region: 'au' });
    expect(faults).toEqual([]);
  });

  it('of two regions keeps neither rather than another tenant', () => {
    const { values, faults } = readPolicy({ subdomain: 'acme.au.itglue.com', region: 'eu' });
    expect(values).toEqual({ subdomain: 'acme' });
    expect(faults).toEqual([{ field: 'region', found: 'eu', reason: 'no-value-of-it' }]);
  });

  const nonsense: [PolicyField, unknown][] = [
    ['region', 'uk'],
    ['subdomain', 'https://acme.example.com'],
    ['syncEveryHours', 5],
    ['syncEveryHours', '6'],
    ['autoCreate', 'yes'],
    ['routerType', ''],
    ['teamHome', '-1'],
    ['passphraseRequired', 2],
    ['accessPointType', ['Access Point']],
    ['subdomain', null],
  ];
  it.each(nonsense)('with nonsense for %s (%j) names it, and the rest counts', (field, value) => {
    const { values, faults } = readPolicy({ ...whole, [field]: value });
    expect(faults).toEqual([
      {
        field,
        found: typeof value === 'string' ? value : JSON.stringify(value),
        reason: 'no-value-of-it',
      },
    ]);
    const without: Partial<typeof values> = { ...readPolicy(whole).values };
    delete (without as Record<string, unknown>)[field];
    expect(values).toEqual(without);
  });

  it('never tells a key that means nothing', () => {
    const { faults } = readPolicy({ itGlueApiKey: 'k'.repeat(500), dattoSecretKey: 12345 });
    expect(faults.map(({ found }) => found)).toEqual([null, null]);
    expect(JSON.stringify(faults)).not.toContain('12345');
  });

  it('with names of nothing names them, shortened', () => {
    const { faults } = readPolicy({ regoin: 'eu', [`x${'y'.repeat(100)}`]: 1 });
    expect(faults).toEqual([
      { field: 'regoin', found: null, reason: 'unknown-name' },
      { field: `x${'y'.repeat(38)}…`, found: null, reason: 'unknown-name' },
    ]);
  });

  it('whatever it holds, is read: each value or its fault, and no more than can be shown', () => {
    const values = fc.dictionary(
      fc.oneof(fc.constantFrom(...policyFields), fc.string()),
      fc.jsonValue(),
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(values, (raw) => {
        const { values, faults } = readPolicy(raw);
        for (const field of policyFields) {
          if (!Object.hasOwn(raw, field) || field in values || faults.length === 20) continue;
          expect(faults.map((fault) => fault.field)).toContain(field);
        }
        expect(faults.length).toBeLessThanOrEqual(20);
      }),
    );
  });
});

it('is described to the browser by a schema with just its names, and the types that are read', () => {
  const { properties } = JSON.parse(readFileSync('public/managed-schema.json', 'utf8')) as {
    properties: Record<string, { type: string }>;
  };
  expect(Object.keys(properties)).toEqual([...policyFields]);
  const sample = { string: ['eu', '4711', '0'.repeat(64)], integer: [6], boolean: [true] };
  for (const [field, { type }] of Object.entries(properties)) {
    const samples: readonly unknown[] = sample[type as keyof typeof sample];
    expect(samples.some((value) => field in readPolicy({ [field]: value }).values)).toBe(true);
  }
});
