import { afterEach, describe, expect, it, vi } from 'vitest';
import { calm, rough, runChaos } from './run';
import { deviations } from './verdict';

const expected = await runChaos({ seed: 0, rates: calm });

/** Found by longer runs, and mended since. */
const mended = [111, 1106];

it.each([...Array.from({ length: 18 }, (_, seed) => seed + 1), ...mended])(
  'seed %i ends as a calm run does, whatever went wrong',
  async (seed) => {
    const result = await runChaos({ seed, rates: rough });
    expect(deviations(result, expected)).toEqual([]);
  },
);

it('a calm run documents everything, and nothing goes wrong in it', () => {
  expect(deviations(expected, expected)).toEqual([]);
  expect([expected.mishaps, expected.kills, expected.aborts]).toEqual([[], [], []]);
  expect(expected.picture['configurations']).toHaveLength(11);
  expect(expected.picture['records']).toHaveLength(4);
  expect(expected.picture['deviceMatches']).toHaveLength(8);
});

it('a seed replays exactly', async () => {
  const [one, other] = [
    await runChaos({ seed: 5, rates: rough }),
    await runChaos({ seed: 5, rates: rough }),
  ];
  expect(one.mishaps.length).toBeGreaterThan(5);
  expect(other).toEqual(one);
});

// Takes a minute: `npm run chaos:mutants`.
describe.runIf(import.meta.env.MODE === 'mutants')('without the mending of', () => {
  afterEach(() => {
    vi.doUnmock('@/lib/journal/unknown-outcome');
    vi.doUnmock('@/lib/itglue/look-up');
    vi.doUnmock('@/lib/journal/copies');
    vi.doUnmock('@/lib/decisions/create/follow-up');
    vi.doUnmock('@/lib/store/failure');
    vi.resetModules();
  });

  /** @param from a seed shortly before one that is known to show what is taken out; any other may */
  async function isCaught(
    path: string,
    taken: (original: object) => object,
    from = 1,
  ): Promise<boolean> {
    vi.resetModules();
    vi.doMock(path, async (original) => {
      const real = await original<object>();
      return { ...real, ...taken(real) };
    });
    const mutant = await import('./run');
    for (let seed = from; seed < from + 80; seed++) {
      const result = await mutant.runChaos({ seed, rates: { ...rough, faults: 0.25 } });
      if (deviations(result, expected).length > 0) return true;
    }
    return false;
  }

  it('waiting for as long as a gateway holds a request, something is there twice', async () => {
    const untilNextLook = (since: number) => Math.max(0, 30_000 - since);
    expect(await isCaught('@/lib/journal/unknown-outcome', () => ({ untilNextLook }))).toBe(true);
  });

  it('look-ups that cannot tell, something is there twice', async () => {
    expect(
      await isCaught('@/lib/itglue/look-up', () => ({ sureOfNone: () => undefined }), 41),
    ).toBe(true);
  });

  it('copies that come late, something stays twice', async () => {
    const nothing = () => Promise.resolve();
    expect(await isCaught('@/lib/journal/copies', () => ({ removeCopies: nothing }), 7)).toBe(true);
  });

  it('serial numbers that were missed, one is lost', async () => {
    const nothing = () => Promise.resolve();
    expect(await isCaught('@/lib/decisions/create/follow-up', () => ({ followUp: nothing }))).toBe(
      true,
    );
  });

  it('aborts of IndexedDB, something is refused for good', async () => {
    const taken = {
      untilCommitted: (_store: unknown, work: () => Promise<unknown>) => work(),
      storageProblem: () => null,
    };
    expect(await isCaught('@/lib/store/failure', () => taken)).toBe(true);
  });
});
