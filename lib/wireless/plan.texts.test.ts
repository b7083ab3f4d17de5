import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewriteMarkup } from '@/test/simulator/itglue/markup';
import { Random } from '@/test/simulator/tenant/random';
import { FakeItGlue } from './it-glue.fixture';
import { given } from './it-glue-rows.fixture';
import { accessPoint, fakeNetwork } from './networks.fixture';
import { asText, kinds, onlyPassword, onlyRecord, synced } from './planning.fixture';

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('<', '&', '"', ' ', '\u00a0', '\n', '<br>', '&amp;', 'e\u0301', '🌊', 'Café'),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));
const network = fc
  .record({
    wifiName: text,
    name: text,
    networkName: text,
    location: text,
    accessPoints: fc.array(text, { maxLength: 3 }),
  })
  .map(({ wifiName, name, networkName, location, accessPoints }) =>
    fakeNetwork('10', '1', [{ wifiName, name }], {
      name: networkName,
      location,
      accessPoints: accessPoints.map((one) => accessPoint(one)),
    }),
  );

/** What a server may do to a text; nobody can foresee the last ones. */
const ways: readonly ((text: string) => string)[] = [
  (one) => one,
  (one) => one.trim(),
  (one) => one.normalize('NFC').replaceAll('\u00a0', ' ').trim(),
  (one) => one.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  (one) => one.replaceAll(/\p{Extended_Pictographic}/gu, '?').slice(0, 40),
];
const reformats = fc
  .tuple(fc.nat(ways.length - 1), fc.nat())
  .map(([way, seed]) => (one: string, kind: 'text' | 'textbox') => {
    const kept = given(ways[way])(one);
    return kind === 'text' ? kept : rewriteMarkup(one, Random.of(seed, one));
  });

describe('texts that IT Glue keeps in a form of its own', () => {
  it('are written once, whatever the form', () => {
    fc.assert(
      fc.property(network, reformats, (one, keeps) => {
        const itGlue = new FakeItGlue('value', keeps);
        itGlue.sync([one]);
        expect(asText(itGlue.sync([one]))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('are written once when they change', () => {
    fc.assert(
      fc.property(network, network, reformats, (one, other, keeps) => {
        const itGlue = new FakeItGlue('value', keeps);
        itGlue.sync([one]);
        itGlue.sync([other]);
        expect(asText(itGlue.sync([other]))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('do not keep another browser from finding record, password and link again', () => {
    fc.assert(
      fc.property(network, fc.nat(), (one, seed) => {
        const itGlue = new FakeItGlue('value', (each, kind) =>
          kind === 'text' ? each.trim() : rewriteMarkup(each, Random.of(seed, each)),
        );
        itGlue.sync([one]);
        itGlue.ledger = new FakeItGlue().ledger;
        // Its value is not known there.
        expect(asText(itGlue.sync([one]))).toEqual(['update-password · Password']);
        expect(itGlue.sync([one])).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['cut off', (one: string) => one.slice(0, 5)],
    ['trimmed', (one: string) => one.trim()],
  ])('are corrected where a user changes what was %s', (_, keeps) => {
    const one = fakeNetwork('10', '1', [{ name: ' a long name ' }], { location: 'Main Street 1 ' });
    const itGlue = new FakeItGlue('value', keeps);
    itGlue.sync([one]);
    itGlue.editTrait(onlyRecord(itGlue).id, 'location', 'else');
    onlyPassword(itGlue).name = 'else';
    expect(asText(itGlue.sync([one]))).toEqual([
      'update-record · Location',
      'update-password · Name',
    ]);
    expect(itGlue.sync([one])).toEqual([]);
  });
});

it('finds its password and link by notes that were made HTML', () => {
  const one = fakeNetwork('10', '1', [{}], { accessPoints: [accessPoint('AP', '71')] });
  const itGlue = synced([one]);
  const password = onlyPassword(itGlue);
  password.notes = `<p>${password.notes?.replace('\n', '<br />')}</p>`;
  itGlue.relations = itGlue.relations.map((link) => ({ ...link, notes: `<p>${link.notes}</p>` }));
  expect(itGlue.sync([one])).toEqual([]);
  itGlue.ledger = new FakeItGlue().ledger;
  password.name = 'renamed by a user';
  expect(asText(itGlue.sync([one]))).toEqual(['update-password · Name · Password']);
  one.accessPoints = [];
  expect(kinds(itGlue.sync([one]))).toEqual(['update-record', 'unrelate']);
});

it('writes access points escaped, a line each', () => {
  const one = fakeNetwork('10', '1', [{}], {
    accessPoints: [accessPoint('Yard <2>'), accessPoint('Roof & attic')],
  });
  expect(onlyRecord(synced([one])).traits['wireless-devices-unmatched']).toBe(
    'Roof &amp; attic<br>Yard &lt;2&gt;',
  );
});
