import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flexibleAssetId, organizationId, passwordId } from '@/lib/model/ids';
import { FakeItGlue } from './it-glue.fixture';
import { accessPoint, fakeNetwork, type FakeNetwork, type FakeSsid } from './networks.fixture';
import { naturalKey } from './operation';
import { planWireless } from './plan';
import { shortcomings } from './planning.fixture';

const organizations = ['1', '2', '3'];
const names = ['Staff', 'Guest', ' two  spaces ', 'é "📶" <b>', ''];
const authTypes = ['wpa-2only-psk', 'wpa-mixed-psk', 'sae', 'sae-mixed'];
const keyless = ['open', 'wpa-2only-e', 'wpa-mixed-e', 'owe-transition'];

/** Recognizable anywhere, since a network's name may by chance be its key. */
const key = fc
  .string({ unit: 'grapheme-ascii', minLength: 4, maxLength: 59 })
  .map((text) => `KEY~${text}`);
const name = fc.constantFrom(...names);
const ssid = (number: number) =>
  fc.record({
    number: fc.constant(number),
    name,
    wifiName: name,
    authType: fc.constantFrom(...authTypes, ...authTypes, ...keyless),
    key: fc.oneof(key, key, key, fc.constant(null), fc.constant('KEY~same for many')),
  });
const accessPoints = fc.array(
  fc
    .tuple(fc.constantFrom('AP 1', 'AP 2', 'AP 3'), fc.constantFrom(null, '71', '72', '73'))
    .map(([one, configuration]) => accessPoint(one, configuration)),
  { maxLength: 3 },
);
const network = (id: string) =>
  fc
    .record({
      organization: fc.constantFrom(...organizations, null),
      name: fc.constantFrom('Main', 'Main', 'Annex'),
      location: fc.constantFrom('Street 1', '', null),
      accessPoints,
      ssids: fc
        .tuple(...[1, 2, 3, 4].map((number) => fc.option(ssid(number))))
        .map((some) => some.filter((one) => one !== null)),
    })
    .map(({ organization, ssids, ...rest }) => fakeNetwork(id, organization, ssids, rest));
const networksArbitrary = fc.tuple(network('9'), network('10'), network('11'));

type Step = (networks: FakeNetwork[], itGlue: FakeItGlue) => void;
const picked = <Row>(rows: readonly Row[], index: number): Row | undefined =>
  rows[index % Math.max(rows.length, 1)];
const withNetwork = (change: (one: FakeNetwork, index: number) => void, index: number): Step => {
  return (networks) => {
    const one = picked(networks, index);
    if (one) change(one, index);
  };
};
const withSsid = (change: (one: FakeSsid) => void, index: number) =>
  withNetwork((one) => {
    const chosen = picked(one.ssids, index >> 2);
    if (chosen) change(chosen);
  }, index);

/** What happens at Datto, and decisions about matches. */
const dattoStep: fc.Arbitrary<Step> = fc
  .tuple(fc.nat(7), fc.nat(40), name, key, fc.constantFrom(...organizations, null))
  .map(([kind, index, text, newKey, organization]) => {
    const steps: Step[] = [
      withNetwork((one) => (one.name = `renamed ${text}`), index),
      withSsid((one) => (one.wifiName = text), index),
      withSsid((one) => (one.name = text), index),
      withSsid((one) => (one.key = newKey), index),
      withSsid((one) => (one.authType = one.authType === 'open' ? 'sae' : 'open'), index),
      withNetwork((one) => one.ssids.splice(index % 4, 1), index),
      withNetwork((one) => (one.organization = organization), index),
      withNetwork((one) => one.accessPoints.splice(0, 1), index),
    ];
    return steps[kind] ?? steps[0];
  })
  .filter((step) => step !== undefined);

/** What users do in IT Glue. */
const userStep: fc.Arbitrary<Step> = fc
  .tuple(fc.nat(13), fc.nat(40), fc.constantFrom(...organizations), name)
  .map(([kind, index, organization, text]): Step => {
    const step: Step = (_networks, itGlue) => {
      const records = [...itGlue.records.values()];
      const record = picked(records, index);
      const liveRecord = picked(itGlue.liveRecords, index);
      const password = picked(itGlue.generalPasswords, index);
      const livePassword = picked(itGlue.livePasswords, index);
      const fields = itGlue.type?.fields ?? [];
      const steps = [
        () => record && (record.archived = !record.archived),
        () => liveRecord && itGlue.deleteRecord(liveRecord.id),
        () => record && itGlue.editTrait(record.id, 'location', text),
        () => record && itGlue.editTrait(record.id, 'pre-shared-key', 'theirs'),
        () => livePassword && itGlue.deletePassword(livePassword.id),
        () => password && (password.archived = !password.archived),
        () => password && itGlue.setPassword(password.id, 'changed by people'),
        () => livePassword && (livePassword.notes = text),
        () => livePassword && (livePassword.name = text),
        () =>
          liveRecord &&
          (itGlue.relations = itGlue.relations.filter(({ source }) => source !== liveRecord.id)),
        () =>
          liveRecord && livePassword && itGlue.relate(liveRecord.id, 'password', livePassword.id),
        () => fields.length > 0 && itGlue.removeField(picked(fields, index)?.name ?? ''),
        () => itGlue.type && (itGlue.type.enabled = !itGlue.type.enabled),
        () =>
          fields.length === 7 &&
          itGlue.addRecord(organizationId(organization), {
            'wi-fi-network-name': 'theirs',
            'ssid-name': text,
          }),
      ];
      steps[kind]?.();
    };
    return Object.assign(step, {
      [fc.toStringMethod]: () => `people ${kind} at ${index}, ${organization}, ${text}`,
    });
  });

/** Steps, then a sync, maybe one whose worker is killed. */
const round = (step: fc.Arbitrary<Step>) =>
  fc.record({
    steps: fc.array(step, { maxLength: 5 }),
    killedAt: fc.option(fc.nat(30)),
    remembers: fc.boolean(),
  });
const keysRead = fc.constantFrom('value' as const, 'absent' as const, 'masked' as const);

describe('planWireless', () => {
  it('ends with exactly one live record and password and their links for each key, whatever happened', () => {
    fc.assert(
      fc.property(
        networksArbitrary,
        keysRead,
        fc.array(round(fc.oneof(dattoStep, userStep)), { maxLength: 4 }),
        (networks, access, rounds) => {
          const itGlue = new FakeItGlue(access);
          for (const { steps, killedAt, remembers } of [
            { steps: [], killedAt: null, remembers: true },
            ...rounds,
          ]) {
            for (const step of steps) step(networks, itGlue);
            if (killedAt !== null) itGlue.sync(networks, { upTo: killedAt, remembers });
            itGlue.sync(networks);
            expect(itGlue.plan(networks).operations.map(naturalKey)).toEqual([]);
            expect(shortcomings(itGlue, networks)).toEqual([]);
            // Finds the stamps of passwords at rest: one that moves again before is taken for another browser's.
            itGlue.sync(networks);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('recognizes everything without a ledger, through renames and kills: no id changes, nothing is made twice', () => {
    fc.assert(
      fc.property(
        networksArbitrary,
        keysRead,
        fc.array(round(dattoStep), { minLength: 1, maxLength: 3 }),
        (networks, access, rounds) => {
          const itGlue = new FakeItGlue(access);
          itGlue.sync(networks);
          for (const { steps, killedAt, remembers } of rounds) {
            const idsBefore = idsBySlot(itGlue);
            itGlue.ledger = new FakeItGlue().ledger;
            for (const step of steps) step(networks, itGlue);
            if (killedAt !== null) itGlue.sync(networks, { upTo: killedAt, remembers });
            itGlue.sync(networks);
            expect(itGlue.plan(networks).operations.map(naturalKey)).toEqual([]);
            expect(shortcomings(itGlue, networks)).toEqual([]);
            const idsAfter = idsBySlot(itGlue);
            for (const [slot, ids] of idsBefore)
              expect([slot, idsAfter.get(slot)]).toEqual([slot, ids]);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reaches the same end by way of any kill as undisturbed', () => {
    fc.assert(
      fc.property(networksArbitrary, fc.nat(60), fc.boolean(), (networks, upTo, remembers) => {
        const undisturbed = new FakeItGlue();
        undisturbed.sync(networks);
        const killed = new FakeItGlue();
        killed.sync(networks, { upTo, remembers });
        killed.sync(networks);
        expect(shortcomings(killed, networks)).toEqual([]);
        const counts = ({ records, passwords, relations }: FakeItGlue) => [
          records.size,
          passwords.size,
          relations.length,
        ];
        expect(counts(killed)).toEqual(counts(undisturbed));
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same ids back after off and on, creating only what is missing', () => {
    fc.assert(
      fc.property(
        networksArbitrary,
        fc.array(userStep, { maxLength: 3 }),
        fc.option(fc.nat(20)),
        fc.boolean(),
        (networks, steps, killedAt, deletes) => {
          const itGlue = new FakeItGlue();
          itGlue.sync(networks);
          for (const step of steps) step(networks, itGlue);
          itGlue.sync(networks);
          const live = () => ({
            records: itGlue.liveRecords.map(({ id }) => id).sort(),
            passwords: itGlue.livePasswords.map(({ id }) => id).sort(),
          });
          const before = live();
          if (killedAt !== null) itGlue.sync(networks, { autoCreate: false, upTo: killedAt });
          itGlue.sync(networks, { autoCreate: false });
          expect(itGlue.liveRecords).toEqual([]);
          expect(itGlue.livePasswords.filter(({ byPeople }) => !byPeople)).toEqual([]);
          expect(itGlue.type?.enabled ?? false).toBe(false);
          expect(itGlue.plan(networks, false).operations).toEqual([]);

          const gone = deletes
            ? [...itGlue.records.values()].find(({ byPeople }) => !byPeople)
            : undefined;
          if (gone) itGlue.deleteRecord(gone.id);
          const size = itGlue.records.size;
          itGlue.sync(networks);
          expect(itGlue.plan(networks).operations).toEqual([]);
          expect(shortcomings(itGlue, networks)).toEqual([]);
          const after = live();
          expect(after.passwords).toEqual(before.passwords);
          const kept = before.records.filter((id) => id !== gone?.id);
          expect(after.records).toEqual(expect.arrayContaining(kept));
          expect(itGlue.records.size - size).toBe(
            before.records.includes(flexibleAssetId(gone?.id ?? '')) ? 1 : 0,
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('plans nothing for SSIDs without a pre-shared key', () => {
    fc.assert(
      fc.property(networksArbitrary, fc.constantFrom(...keyless), (networks, authType) => {
        for (const one of networks) one.ssids = one.ssids.map((each) => ({ ...each, authType }));
        expect(new FakeItGlue().plan(networks).operations).toEqual([]);
      }),
    );
  });

  it('does not depend on the order of its input', () => {
    fc.assert(
      fc.property(
        networksArbitrary,
        fc.array(fc.oneof(dattoStep, userStep), { maxLength: 6 }),
        fc.boolean(),
        fc.boolean(),
        (networks, steps, autoCreate, forgets) => {
          const itGlue = new FakeItGlue();
          itGlue.sync(networks);
          for (const step of steps) step(networks, itGlue);
          if (forgets) itGlue.ledger = new FakeItGlue().ledger;
          const input = itGlue.input(networks, autoCreate);
          const backwards = planWireless({
            ...input,
            organizations: input.organizations.toReversed().map((organization) => ({
              ...organization,
              networks: organization.networks.toReversed().map((one) =>
                one.readable
                  ? {
                      ...one,
                      ssids: one.ssids.toReversed(),
                      accessPoints: one.accessPoints.toReversed(),
                    }
                  : one,
              ),
            })),
            records: input.records.toReversed(),
            passwords: input.passwords.toReversed(),
            recordRelations: new Map(
              [...input.recordRelations].reverse().map(([id, links]) => [id, links.toReversed()]),
            ),
            ledger: { ...input.ledger, entries: input.ledger.entries.toReversed() },
          });
          expect(backwards).toEqual(planWireless(input));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('keeps keys out of the plan, and gives each operation a natural key of its own', () => {
    fc.assert(
      fc.property(
        networksArbitrary,
        fc.array(fc.oneof(dattoStep, userStep), { maxLength: 6 }),
        fc.boolean(),
        (networks, steps, autoCreate) => {
          const itGlue = new FakeItGlue('absent');
          itGlue.sync(networks);
          for (const step of steps) step(networks, itGlue);
          const plan = itGlue.plan(networks, autoCreate);
          expect(JSON.stringify(plan)).not.toContain('KEY~');
          const keys = plan.operations.map(naturalKey);
          expect(new Set(keys).size).toBe(keys.length);
          expect(plan.operations.map(naturalKey)).toEqual(keys);
        },
      ),
    );
  });
});

/** Ids by the marker's line and organization: of passwords, and of the records they are linked from. */
function idsBySlot(itGlue: FakeItGlue): Map<string, string[]> {
  return new Map(
    itGlue.generalPasswords.map(({ id, notes, organizationId: organization }) => [
      `${organization} ${notes?.split('\n').at(-1) ?? ''}`,
      [
        passwordId(id),
        ...itGlue.relations
          .filter(({ destinationId }) => destinationId === id)
          .map(({ source }) => source),
      ],
    ]),
  );
}
