import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wirelessType } from './fields';
import { FakeItGlue } from './it-glue.fixture';
import { given } from './it-glue-rows.fixture';
import type { WirelessLedger } from './ledger';
import { accessPoint, fakeNetwork, type FakeNetwork } from './networks.fixture';
import { onlyPassword, onlyRecord, shortcomings } from './planning.fixture';

const networks = (): FakeNetwork[] => [
  fakeNetwork('10', '1', [{}, {}], { accessPoints: [accessPoint('AP', '71')] }),
  fakeNetwork('11', '2', [{}]),
];
const nothing = (): WirelessLedger => new FakeItGlue().ledger;

/** Browsers of a company before one IT Glue, each with its own memory. */
class Company {
  readonly itGlue: FakeItGlue;
  readonly networks = networks();
  readonly #ledgers: WirelessLedger[];

  constructor(
    readonly size: number,
    keysRead: 'value' | 'absent' | 'masked',
    stampsEqual: boolean,
  ) {
    this.itGlue = new FakeItGlue(keysRead);
    this.itGlue.addType(wirelessType.fields);
    this.itGlue.stampsEqual = stampsEqual;
    this.#ledgers = Array.from({ length: size }, nothing);
  }

  #as<Result>(browser: number, work: () => Result): Result {
    this.itGlue.ledger = given(this.#ledgers[browser]);
    const result = work();
    this.#ledgers[browser] = this.itGlue.ledger;
    return result;
  }

  sync(browser: number, upTo = Infinity): void {
    this.#as(browser, () => this.itGlue.sync(this.networks, { upTo }));
  }

  /** All of them plan by what they read before any of them writes. */
  syncAtOnce(): void {
    const plans = this.#ledgers.map((_, browser) =>
      this.#as(browser, () => this.itGlue.plan(this.networks)),
    );
    for (const [browser, plan] of plans.entries())
      this.#as(browser, () => this.itGlue.carryOut(this.networks, plan));
  }

  /** @returns how much was written */
  round(): number {
    const before = this.itGlue.writes;
    for (let browser = 0; browser < this.size; browser++) this.sync(browser);
    return this.itGlue.writes - before;
  }
}

const company = fc
  .tuple(
    fc.integer({ min: 2, max: 4 }),
    fc.constantFrom('value' as const, 'absent' as const, 'masked' as const),
    fc.boolean(),
  )
  .map(([size, keysRead, stampsEqual]) => new Company(size, keysRead, stampsEqual));

describe('browsers of one company', () => {
  it('end in one state, written by none of them any more, after documenting at once', () => {
    fc.assert(
      fc.property(company, (all) => {
        all.syncAtOnce();
        expect(all.itGlue.liveRecords).toHaveLength(3 * all.size);
        all.round();
        expect(shortcomings(all.itGlue, all.networks)).toEqual([]);
        all.round();
        // Where keys cannot be read and their stamps move, each answers once.
        if (all.itGlue.keysRead !== 'value' && all.itGlue.stampsEqual) all.round();
        expect(all.round()).toBe(0);
        expect(shortcomings(all.itGlue, all.networks)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('end in one state in whatever order they sync, kills included', () => {
    const order = fc.array(fc.tuple(fc.nat(3), fc.option(fc.nat(12))), { maxLength: 8 });
    fc.assert(
      fc.property(company, order, (all, syncs) => {
        all.syncAtOnce();
        for (const [browser, killedAt] of syncs) all.sync(browser % all.size, killedAt ?? Infinity);
        for (let round = 0; round < 4; round++) all.round();
        expect(all.round()).toBe(0);
        expect(shortcomings(all.itGlue, all.networks)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('keep the same record and password, whichever of them syncs first', () => {
    const keptBy = (first: number, all: Company) => {
      all.syncAtOnce();
      all.sync(first);
      return [...all.itGlue.liveRecords, ...all.itGlue.livePasswords].map(({ id }) => id).sort();
    };
    fc.assert(
      fc.property(fc.nat(3), (first) => {
        const own = () => new Company(4, 'value', true);
        expect(keptBy(first, own())).toEqual(keptBy(0, own()));
      }),
    );
  });

  it('document again what each of them finds missing, once', () => {
    fc.assert(
      fc.property(company, (all) => {
        all.sync(0);
        for (let round = 0; round < 4; round++) all.round();
        const [record, password] = [all.itGlue.liveRecords[0], all.itGlue.livePasswords[0]];
        all.itGlue.deleteRecord(given(record).id);
        all.itGlue.deletePassword(given(password).id);
        all.syncAtOnce();
        for (let round = 0; round < 4; round++) all.round();
        expect(all.round()).toBe(0);
        expect(shortcomings(all.itGlue, all.networks)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('overwrite what a user changes, and come to rest again', () => {
    fc.assert(
      fc.property(company, (all) => {
        all.networks.splice(0, all.networks.length, fakeNetwork('10', '1', [{}]));
        all.sync(0);
        for (let round = 0; round < 5; round++) all.round();
        expect(all.round()).toBe(0);
        all.itGlue.setPassword(onlyPassword(all.itGlue).id, 'theirs');
        all.itGlue.editTrait(onlyRecord(all.itGlue).id, 'pre-shared-key', 'theirs');
        for (let round = 0; round < 3; round++) all.round();
        expect(all.round()).toBe(0);
        expect(shortcomings(all.itGlue, all.networks)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
