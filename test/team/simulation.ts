import type { SharedEntry } from '@/lib/model/shared-entry';
import { pack, unpack, type Unpacked } from '@/lib/team/codec';
import { readContent } from '@/lib/team/content';
import type { Codec } from '@/lib/team/it-glue-state';
import { MemoryInMemory } from '@/lib/team/memory.fixture';
import { teamRules, type TeamRules } from '@/lib/team/rules';
import { compareStamps } from '@/lib/team/stamp';
import { Random } from '@/test/simulator/tenant/random';
import { Account } from './account';
import { Scheduler } from './scheduler';
import { SimulatedBrowser, unpublished, type World } from './simulated-browser';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.UTC(2026, 0, 5);

export interface SimulationOptions {
  readonly seed: number;
  readonly browsers: number;
  readonly days: number;
  /** Requests of the account in 5 minutes. */
  readonly limit?: number;
  /** A rule that is left out, to see that this finds it. */
  readonly broken?: keyof typeof brokenRules;
}

/** The rules with one of them left out. */
export const brokenRules = {
  /** Nothing that a person deleted is published again. */
  adoption: { adopts: false },
  /** Stamps are what the computer's clock shows. */
  clock: {
    stampOf: (clock, now, browser) => ({
      clock,
      stamp: { ms: Math.floor(now), counter: 0, browser },
    }),
  },
  /** What was read last counts. */
  order: { compare: (a, b) => (compareStamps(a.at, b.at) === 0 ? 0 : 1) },
  /** Records are removed in an order of the browser's own, as if no other did so at the same time. */
  lease: {},
} as const satisfies Record<string, Partial<TeamRules>>;

export interface SimulationResult {
  readonly seed: number;
  readonly decisions: number;
  readonly keys: number;
  readonly decidedUnseen: number;
  /** Different states at the end. */
  readonly states: number;
  /** Keys of which some browser has another than the latest decision. */
  readonly lostForBrowsers: number;
  /** Keys of which no record holds the latest decision. */
  readonly lostInItGlue: number;
  readonly lostByRemoval: number;
  readonly causalityBreaks: number;
  readonly unpublished: number;
  readonly actsOfPeople: number;
  readonly syncs: number;
  /** Syncs that another overlapped. */
  readonly overlaps: number;
  readonly leadersDied: number;
  readonly forks: number;
  readonly lostAnswers: number;
  readonly refusedForRate: number;
  readonly records: number;
  readonly requests: number;
  readonly requestsOfSyncs: number;
  /** Requests of all browsers in 5 minutes. */
  readonly mean: number;
  readonly most: number;
}

/** Whether one state was reached, no decision got lost, and none fell behind what its maker saw. */
export const isSound = (result: SimulationResult): boolean =>
  result.states === 1 &&
  result.lostForBrowsers === 0 &&
  result.lostInItGlue === 0 &&
  result.lostByRemoval === 0 &&
  result.causalityBreaks === 0 &&
  result.unpublished === 0;

/** Some days of a company whose browsers share decisions through IT Glue; the same seed, the same days. */
export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const { seed, broken } = options;
  const clock = new Scheduler(start);
  const random = (...name: (string | number)[]) => Random.of(seed, ...name);
  const packed = new Map<string, readonly SharedEntry[]>();
  const account = new Account(clock, random('account'), options.limit ?? 3000, packed);
  const world: World = {
    clock,
    account,
    codec: codecIn(clock, packed),
    syncs: [],
    isQuiet: false,
    decided: new Map(),
    causalityBreaks: 0,
    decidedUnseen: 0,
    requestsOfSyncs: 0,
    leadersDied: 0,
  };
  const rulesOf = (name: string): TeamRules => ({
    ...teamRules,
    ...(broken && brokenRules[broken]),
    ...(broken === 'lease' && {
      standsFor: (record, removed) => random(name, record).next() > random(name, removed).next(),
    }),
  });
  const browserWith = (name: string, memory: MemoryInMemory) => {
    const draw = random('settings', name);
    return new SimulatedBrowser(world, memory, random('browser', name), rulesOf(name), {
      skew: draw.chance(0.3)
        ? draw.between(-30 * minute, 30 * minute)
        : draw.between(-5 * second, 5 * second),
      version: '1.0.0',
    });
  };
  const browsers = Array.from({ length: options.browsers }, (_, index) =>
    browserWith(`b${index}`, MemoryInMemory.fresh(`b${index}`)),
  );
  for (const browser of browsers) browser.start();
  const end = start + options.days * day;
  // A profile is copied to another computer: the same id and memory twice.
  clock.at(start + (options.days * day) / 2, () => {
    const copy = browserWith('copy', browsers[0]!.memory.copy());
    browsers.push(copy);
    copy.start();
    for (const each of [browsers[0]!, copy])
      events.decisions(each, random('after copy', each.now()));
  });
  let actsOfPeople = 0;
  const events = eventsOf(world, end);
  for (const [index, browser] of browsers.entries()) {
    events.decisions(browser, random('decisions', index));
    events.absences(browser, random('absences', index));
    events.stops(browser, random('stops', index));
  }
  events.meetings(browsers, random('meetings'));
  const people = random('people');
  events.repeat(
    () => people.between(8, 30) * hour,
    () => {
      actsOfPeople += 1;
      account.people();
    },
  );
  // Two leave the company for good, once all they decided is published and others have read it.
  for (const index of [2, 3].filter((each) => each < browsers.length - 2))
    clock.at(start + day * (0.6 + index / 5), () => {
      if (clock.now - account.lastActOfPeople > hour)
        void browsers[index]!.leave().catch(() => undefined);
    });

  await clock.run(end);
  const requests = account.requests.filter((at) => at <= end);
  world.isQuiet = true;
  account.isFaulty = false;
  const staying = browsers.filter(({ hasLeft }) => !hasLeft);
  for (const browser of staying) {
    browser.isOnline = true;
    browser.stop();
    browser.start();
  }
  for (let round = 1; round <= 3; round++) {
    await Promise.all(
      staying.map(({ memory }) =>
        memory.transact(async (transaction) =>
          transaction.putState({ ...(await transaction.state()), nextWholeRead: 0 }),
        ),
      ),
    );
    await clock.run(end + round * hour);
  }
  return {
    ...judged(world, staying),
    seed,
    actsOfPeople,
    forks:
      new Set(staying.map(({ memory }) => memory.state.browser)).size -
      new Set(staying.map(({ memory }) => memory.state.browser).filter((id) => /^b\d+$/.test(id)))
        .size,
    lostAnswers: account.lostAnswers,
    refusedForRate: account.refusedForRate,
    records: account.rows.size,
    requests: requests.length,
    requestsOfSyncs: world.requestsOfSyncs,
    mean: round(requests.length / ((options.days * day) / (5 * minute))),
    most: mostWithin(requests, 5 * minute),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The real codec, each text unpacked once, as the machine's work that takes no time of the simulation. */
function codecIn(clock: Scheduler, packed: Map<string, readonly SharedEntry[]>): Codec {
  const known = new Map<string, Unpacked>();
  return {
    async pack(value) {
      const text = await clock.outsideTime(() => pack(value));
      const content = readContent(value, Infinity);
      packed.set(text, content?.kind === 'entries' ? content.entries : []);
      return text;
    },
    async unpack(text) {
      const before = known.get(text);
      if (before) return before;
      const unpacked = await clock.outsideTime(() => unpack(text));
      known.set(text, unpacked);
      return unpacked;
    },
  };
}

function judged({ decided, ...world }: World, staying: readonly SimulatedBrowser[]) {
  const latest = new Map<string, SharedEntry>();
  for (const [key, entries] of decided)
    for (const entry of entries) {
      const known = latest.get(key);
      if (!known || teamRules.compare(entry, known) > 0) latest.set(key, entry);
    }
  const states = new Set(
    staying.map(({ memory }) =>
      JSON.stringify(
        [...memory.entries.values()]
          .sort((a, b) => (a.key < b.key ? -1 : 1))
          .map(({ key, value, at }) => [key, value, at.ms, at.counter, at.browser]),
      ),
    ),
  );
  const held = world.account.held();
  const differs = (entry: SharedEntry, other: SharedEntry | undefined) =>
    !other || teamRules.compare(other, entry) !== 0;
  const wrong = (entry: SharedEntry) =>
    staying.some(({ memory }) => differs(entry, memory.entries.get(entry.key)));
  const overlapping = world.syncs.filter((sync) =>
    world.syncs.some(
      (other) => other !== sync && other.from <= sync.until && sync.from <= other.until,
    ),
  );
  return {
    decisions: [...decided.values()].reduce((sum, entries) => sum + entries.length, 0),
    keys: decided.size,
    decidedUnseen: world.decidedUnseen,
    states: states.size,
    lostForBrowsers: [...latest.values()].filter(wrong).length,
    lostInItGlue: [...latest.values()].filter((entry) => differs(entry, held.get(entry.key)))
      .length,
    lostByRemoval: world.account.lostByRemoval,
    causalityBreaks: world.causalityBreaks,
    unpublished: staying.reduce((sum, { memory }) => sum + unpublished(memory).length, 0),
    syncs: world.syncs.length,
    overlaps: overlapping.length,
    leadersDied: world.leadersDied,
    requestsOfSyncs: world.requestsOfSyncs,
  };
}

function mostWithin(times: readonly number[], span: number): number {
  let most = 0;
  let first = 0;
  for (const [index, time] of times.entries()) {
    while ((times[first] ?? time) <= time - span) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

/** What happens to browsers and by people until the end. */
function eventsOf(world: World, end: number) {
  const { clock } = world;
  const repeat = (pause: () => number, happen: () => void) => {
    const next = () =>
      clock.at(clock.now + pause(), () => {
        if (clock.now >= end) return;
        happen();
        next();
      });
    next();
  };
  const decide = (browser: SimulatedBrowser, key: string, random: Random) => {
    if (browser.hasLeft) return;
    const value = random.pick(['c1', 'c2', 'c3', 'c4', 'ignored', 'none']);
    void browser.decide(key, value);
  };
  return {
    repeat,
    /** In working hours, some at a time, most about things of one's own. */
    decisions(browser: SimulatedBrowser, random: Random) {
      repeat(
        () => random.between(5, 100) * minute,
        () => {
          if ((clock.now - start) % day > 9 * hour) return;
          const count = random.chance(0.05) ? 40 : random.between(1, 3);
          for (let index = 0; index < count; index++) {
            const key = random.chance(0.25)
              ? `n:${random.between(1, 20)}`
              : random.chance(0.3)
                ? `n:${random.between(1, 1000)}`
                : `d:switch:${random.between(1, 20_000)}`;
            clock.at(clock.now + index * random.between(1, 15) * second, () =>
              decide(browser, key, random),
            );
          }
        },
      );
    },
    /** Everybody decides on the same few things at once. */
    meetings(browsers: readonly SimulatedBrowser[], random: Random) {
      repeat(
        () => 11 * hour,
        () => {
          for (const browser of browsers)
            for (let index = 0; index < 3; index++)
              clock.at(clock.now + random.between(0, 60) * second, () =>
                decide(browser, `n:${random.between(1, 5)}`, random),
              );
        },
      );
    },
    absences(browser: SimulatedBrowser, random: Random) {
      repeat(
        () => random.between(5, 72) * hour,
        () => {
          browser.isOnline = false;
          const away = random.chance(0.15) ? random.between(24, 96) : random.between(0, 10);
          clock.at(clock.now + away * hour + 10 * minute, () => (browser.isOnline = true));
        },
      );
    },
    stops(browser: SimulatedBrowser, random: Random) {
      repeat(
        () => random.between(6, 480) * minute,
        () => {
          browser.stop();
          clock.at(clock.now + random.between(1, 300) * second, () => {
            browser.stop();
            if (!browser.hasLeft) browser.start();
          });
        },
      );
    },
  };
}
