import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkId, organizationId } from '@/lib/model/ids';
import type { NetworkMatch } from '@/lib/model/match';
import type { Network } from '@/lib/model/network';
import type { Organization } from '@/lib/model/organization';
import { matchNetworks } from './at-once.fixture';
import { organization } from '@/lib/model/samples.fixture';
import { matchedNetwork } from './samples.fixture';

const now = '2026-01-02T03:04:05Z';
const network = (id: string, name: string): Network => ({
  id: networkId(id),
  name,
  latitude: null,
  longitude: null,
});
const run = (networks: Network[], organizations: Organization[], matches: NetworkMatch[] = []) =>
  matchNetworks({ networks, organizations, matches, now });
const customers = [
  organization('1', 'Blue Harbor Dental Clinic, Inc.'),
  organization('2', 'Smith & Sons Plumbing'),
  organization('3', 'Müller Maschinenbau GmbH', 'MMB'),
  organization('4', 'Titan Fitness'),
  organization('5', 'Titan Fitness Tulsa'),
  organization('6', 'Prairie State Manufacturing'),
  organization('7', 'Keystone Drywall'),
  organization('8', 'Keystone Flooring'),
];
/** The only suggestion for a network of this name, as `<organization's id> <reason>`. */
const suggested = (name: string) => {
  const { matches, suggestions } = run([network('n', name)], customers);
  expect(matches).toEqual([]);
  return (suggestions.get(networkId('n')) ?? []).map(
    ({ organizationId, reason }) => `${organizationId} ${Object.values(reason).join(' ')}`,
  );
};

describe('matchNetworks', () => {
  it('matches a name that one organization has, however it is spaced and cased', () => {
    expect(run([network('n', '  smith & SONS  plumbing ')], customers).matches).toEqual([
      {
        networkId: 'n',
        at: now,
        state: 'matched',
        organizationId: '2',
        rule: 'name',
      },
    ]);
  });

  it.each([
    ['ATT Store 12', 'AT&T Store #12', 'spelling'],
    ['AT T Store 12', 'AT&T Store #12', 'spelling'],
    ['ATT-Store-12', 'AT&T Store #12', 'spelling'],
    ['ATT Store 12 Denver', 'AT&T Store #12', 'site'],
    ['St Mary s Hospital', 'St. Mary’s Hospital', 'spelling'],
    ['St Marys Hospital', 'St. Mary’s Hospital', 'spelling'],
    ['St Mary s Hospital Denver', 'St. Mary’s Hospital', 'site'],
    ['L Oreal USA', "L'Oréal USA", 'spelling'],
    ['BarnesNoble Books', 'Barnes/Noble Books', 'spelling'],
    ['A W', 'A&W', 'spelling'],
  ])(
    'suggests what Network Manager, which takes few characters, leaves %j of: %j',
    (name, of, why) => {
      const all = [of, 'AT&T Store #13', 'St. Mary’s Clinic', 'Main Street Books', 'W&A'];
      const organizations = all.map((each, place) => organization(String(place), each));
      const { matches, suggestions } = run([network('n', name)], organizations);
      expect(matches).toEqual([]);
      const found = suggestions.get(networkId('n')) ?? [];
      expect(found.map(({ organizationId: id, reason }) => [id, reason.kind])).toEqual([
        ['0', why],
      ]);
    },
  );

  it('suggests each of several organizations that leave the same name', () => {
    const organizations = [organization('1', 'A & B Dental'), organization('2', 'A+B Dental')];
    const { matches, suggestions } = run([network('n', 'A B Dental')], organizations);
    expect(matches).toEqual([]);
    expect((suggestions.get(networkId('n')) ?? []).map((each) => each.organizationId)).toEqual([
      '1',
      '2',
    ]);
  });

  it('gives several networks to one organization', () => {
    const { matches } = run(
      [network('a', 'Titan Fitness'), network('b', 'Titan Fitness')],
      customers,
    );
    expect(matches.map(({ networkId }) => networkId)).toEqual(['a', 'b']);
  });

  it('suggests each of several organizations of one name', () => {
    const twins = [organization('2', 'Harmony'), organization('1', 'harmony')];
    const { matches, suggestions } = run([network('n', 'Harmony')], twins);
    expect(matches).toEqual([]);
    expect(suggestions.get(networkId('n'))).toEqual([
      { organizationId: '1', score: 1, reason: { kind: 'same-name' } },
      { organizationId: '2', score: 1, reason: { kind: 'same-name' } },
    ]);
  });

  it('leaves decided networks alone', () => {
    const decided: NetworkMatch[] = [
      matchedNetwork('a', '7'),
      { networkId: networkId('b'), at: now, state: 'ignored' },
    ];
    const { matches, suggestions } = run(
      [network('a', 'Titan Fitness'), network('b', 'Titan Fitness HQ')],
      customers,
      decided,
    );
    expect([matches.length, suggestions.size]).toEqual([0, 0]);
  });

  it.each(['', '  ', '\u200b', '???', '-', '🦷'])('finds nothing for the empty name %j', (name) => {
    const { matches, suggestions } = run(
      [network('n', name)],
      [...customers, organization('9', '')],
    );
    expect([matches.length, suggestions.size]).toEqual([0, 0]);
  });

  it.each([
    ['Blue Harbor Dental Clinic', '1 legal-form Inc.'],
    ['The Smith and Sons Plumbing', '2 spelling'],
    ['Mueller Maschinenbau GmbH', '3 spelling'],
    ['BlueHarborDental', '1 part Clinic'],
    ['blue_harbor-dental_clinic', '1 legal-form Inc.'],
    ['Blue Harbor Dental Clinic - Denver', '1 site Denver'],
    ['Smith & Sons Plumbing (Warehouse 2)', '2 site Warehouse 2'],
    ['[MMB] Main', '3 short-name'],
    ['BHDC', '1 acronym BHDC'],
    ['Blue Habror Dental Clinic', '1 similar'],
    ['Prairie State Mfg', '6 abbreviation'],
    ['Titan Fitness - Corporate', '4 site Corporate'],
    ['Titan Fitness - Tulsa', '5 spelling'],
    ['1042 - Prairie State Manufacturing', '6 spelling'],
  ])('recognizes %j', (name, expected) => {
    expect(suggested(name)).toEqual([expected]);
  });

  it.each([
    'Smith & Sons Roofing',
    'Blue Harbor Roofing',
    'Keystone',
    'Titan Towing',
    'Prairie View Manufacturing',
    'Guest WiFi',
    'Spare APs',
    'John’s house',
    'Smith Residence',
    'Dental',
  ])('suggests nothing for %j', (name) => {
    expect(suggested(name)).toEqual([]);
  });

  const rivals = [
    organization('1', 'Copper Ridge Pediatrics'),
    organization('2', 'Copper Ridge Oral Surgery'),
    organization('3', 'Jade Dragon Chinese Restaurant'),
    organization('4', 'Northfield Baptist Church'),
    organization('5', 'Northfield Elementary PTA'),
    organization('6', 'Lowell Engineering'),
    organization('7', 'Lowell Engineering Consultants Ltd'),
    organization('8', 'Velvet Door Spa'),
    organization('9', 'Velvet Door Realty'),
    organization('10', 'Weatherby Plumbing'),
    organization('11', 'Duraplex Coatings'),
    organization('12', 'DuraPlex Flooring'),
    organization('13', 'Tolland County Ambulance'),
    organization('14', 'Congregation Beth Aviv'),
    organization('15', 'Dover Community Hospital'),
    organization('16', 'Midvale Dental - Albany'),
    organization('17', 'Midvale Dental - Troy'),
    organization('18', 'Midvale Dental Holdings'),
  ];
  const meant = (name: string) =>
    (run([network('n', name)], rivals).suggestions.get(networkId('n')) ?? []).map(
      ({ organizationId }) => organizationId,
    );

  it.each([
    ['the beginning of no other name', 'Jade Dragon', '3'],
    ['the beginning and a site', 'Jade Dragon - Kitchen', '3'],
    ['a name without what makes it fuller', 'Dover Hospital', '15'],
    ['a name without the kind of institution before it', 'Beth Aviv', '14'],
    ['either side of a trade name', 'Ostrum Foods LLC dba Jade Dragon', '3'],
    ['a whole name that another goes on from', 'Lowell Engineering - Shop', '6'],
  ])('suggests the organization for %s', (_, name, expected) => {
    expect(meant(name)).toEqual([expected]);
  });

  it.each([
    ['the beginning of two names of unequal length', 'Copper Ridge'],
    ['the beginning of a holding and its branches', 'Midvale Dental'],
    ['a branch in another town', 'Midvale Dental - Utica'],
    ['a legal form that only the longer name has', 'Lowell Engineering Ltd'],
    ['two names of which one ends like a legal form', 'Velvet Door'],
    ['a name that one writes together and another apart', 'Duraplex'],
    ['a school of which only the parents are a customer', 'Northfield Elementary'],
    ['a county of which only a service is a customer', 'Tolland County'],
    ['a family that differs in a letter that is not mistyped', 'Weatherly Plumbing'],
  ])('suggests nothing for %s', (_, name) => {
    expect(meant(name)).toEqual([]);
  });

  it('takes a name of thousands of characters', () => {
    expect(suggested('Titan '.repeat(2000))).toEqual([]);
  });
});

describe('the laws of network matching', () => {
  const part = fc.constantFrom(
    ...[
      'Titan',
      'Fitness',
      'Tulsa',
      'Keystone',
      'Drywall',
      'Inc.',
      '-',
      '&',
      'Guest',
      'Titna',
      'BHDC',
      '',
    ],
  );
  const name = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(' '));
  const networks = fc
    .array(fc.oneof(name, fc.string({ unit: 'grapheme' })), { maxLength: 6 })
    .map((names) => names.map((each, i) => network(`${i}`, each)));
  const organizations = fc
    .array(name, { maxLength: 8 })
    .map((names) => names.map((each, i) => organization(`${i}`, each)));

  it('does not depend on the order of its input', () => {
    fc.assert(
      fc.property(networks, organizations, (networks, organizations) => {
        const there = run(networks, organizations);
        const back = run(networks.toReversed(), organizations.toReversed());
        expect(back.matches.toReversed()).toEqual(there.matches);
        expect(back.suggestions).toEqual(there.suggestions);
      }),
    );
  });

  it('finds nothing new the second time, and suggests the same', () => {
    fc.assert(
      fc.property(networks, organizations, (networks, organizations) => {
        const first = run(networks, organizations);
        const second = run(networks, organizations, first.matches);
        expect(second.matches).toEqual([]);
        expect(second.suggestions).toEqual(first.suggestions);
      }),
    );
  });

  describe('beside companies that resemble the network', () => {
    const resembling = [
      'Guardian Alarm of Toledo',
      'Town of Easton Falls',
      'Westfield Pumps',
      'New Hope Fellowship',
      'Skinner Dental',
      'Skinner Family Dentistry',
      'Brand Mechanical',
      'Brandt Mechanical Contractors',
      'The Fox & Hounds (Lymington) Ltd',
      'Keystone Concrete',
      'Newport Title Group',
      'Wolfram Tool & Die',
      'Number Nine Bookkeeping',
    ];
    const answer = (name: string) => {
      const organizations = resembling.map((each, at) => organization(String(at), each));
      const { suggestions } = run([network('n', name)], organizations);
      return (suggestions.get(networkId('n')) ?? []).map(
        ({ organizationId }) => resembling[Number(organizationId)],
      );
    };

    it.each([
      ['in another town', 'Guardian Alarm of Cleveland'],
      ['a town whose name begins alike', 'Town of Easton'],
      ['a compound of its trade', 'Westfield Pump Station'],
      ['without what its name begins with', 'Hope Fellowship'],
      ['spelled like one and worded like another', 'Skinner Dentistry'],
      ['one letter from two of them', 'Brandl Mechanical'],
      ['of another place than in parentheses', 'Fox & Hounds Brockenhurst'],
      ['with one more trade', 'Keystone Concrete Pumping'],
      ['of a place that only begins alike', 'Newport Beach Title'],
    ])('suggests nothing for a name %s', (_, name) => {
      expect(answer(name)).toEqual([]);
    });

    it.each([
      ['Wolfram T&D', 'Wolfram Tool & Die'],
      ['Number 9 Bookkeeping', 'Number Nine Bookkeeping'],
      ['Keystone Concrete & Masonry', 'Keystone Concrete'],
      ['Fox and Hounds', 'The Fox & Hounds (Lymington) Ltd'],
    ])('knows %s as %s', (name, meant) => {
      expect(answer(name)).toEqual([meant]);
    });
  });

  it('decides or suggests, never both, and never with a score beyond 0 to 1', () => {
    fc.assert(
      fc.property(networks, organizations, (networks, organizations) => {
        const { matches, suggestions } = run(networks, organizations);
        for (const { networkId } of matches) expect(suggestions.has(networkId)).toBe(false);
        for (const { score } of [...suggestions.values()].flat()) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('never changes a decision made by hand', () => {
    fc.assert(
      fc.property(networks, organizations, (networks, organizations) => {
        const byHand = networks.map(({ id }) => matchedNetwork(id, organizationId('elsewhere')));
        const { matches, suggestions } = run(networks, organizations, byHand);
        expect([matches.length, suggestions.size]).toEqual([0, 0]);
      }),
    );
  });
});
