import { expect, it } from 'vitest';
import { lookAgain } from './first-seen';

const minute = 60_000;
const noon = Date.parse('2026-01-01T12:00:00Z');
const at = (minutes: number) => new Date(noon + minutes * minute).toISOString();

it('keeps what is new marked through a visit, over loads of the page, and not in the next', () => {
  const first = lookAgain({ since: at(-500), at: at(-300) }, noon);
  expect(first).toEqual({ since: at(-300), at: at(0) });
  const again = lookAgain(first, noon + 20 * minute);
  expect(again).toEqual({ since: at(-300), at: at(20) });
  expect(lookAgain(again, noon + 80 * minute)).toEqual({ since: at(20), at: at(80) });
});

it('marks for who never looked what came after the first sync', () => {
  expect(lookAgain(undefined, noon).since).toBe('');
});
