import { describe, expect, it } from 'vitest';
import type { Problem } from '@/lib/model/problem';
import { causeText, notDoneText, problemDetail, problemInFull, problemText } from './problems';

const answer = (failure: 'clock' | null, codes: number[], status: number | null): Problem => ({
  kind: 'refused',
  side: 'datto',
  cause: { kind: 'datto-answer', failure, host: 'api.cloudtrax.com', codes, status },
});
const conflict: Problem = {
  kind: 'refused',
  side: 'itglue',
  cause: {
    kind: 'field-of-another-kind',
    field: 'Location',
    type: 'Datto Networking Wireless',
    expected: 'Text',
    actual: 'Number',
  },
};

describe('what the extension found', () => {
  it.each<[Problem, string | null]>([
    [{ kind: 'offline', side: 'datto' }, null],
    [answer(null, [], null), '(api.cloudtrax.com)'],
    [answer(null, [13011, 13005], 403), '(api.cloudtrax.com, code 13011, 13005, HTTP 403)'],
    [
      answer('clock', [13002], 403),
      "This computer's clock and Datto's differ too much: set this computer's clock. (api.cloudtrax.com, code 13002, HTTP 403)",
    ],
    [
      conflict,
      'The field "Location" of the flexible asset type "Datto Networking Wireless" is of the kind Number instead of Text; rename the field or the type in IT Glue, then sync again.',
    ],
    [
      {
        kind: 'refused',
        cause: {
          kind: 'reference-refused',
          reference: 'model',
          name: 'AP 840',
          problem: { kind: 'refused', detail: 'Name is too long' },
        },
      },
      'IT Glue refused its model AP 840: Name is too long',
    ],
  ])('%o is said in words', (problem, text) => {
    expect(causeText(problem)).toBe(text);
  });

  it('tells a right that a person lacks from one that the keys lack', () => {
    expect(problemText({ kind: 'not-permitted' })).toMatch(/^Your role or groups in IT Glue/);
    expect(problemText({ kind: 'not-permitted', side: 'datto' })).toMatch(/^Datto .* these keys/);
    expect(problemText({ kind: 'not-found' })).toMatch(/^This is no longer there/);
  });

  it('says to try again only where what keeps it from being done may pass', () => {
    const again = 'Try again in a moment.';
    expect(notDoneText({ kind: 'timeout', side: 'itglue' })).toContain(again);
    expect(notDoneText({ kind: 'credentials', side: 'itglue' })).not.toContain(again);
  });

  it('names each of several things with what is to correct, the server’s words first', () => {
    const several: Problem = {
      kind: 'refused',
      side: 'itglue',
      cause: {
        kind: 'several',
        problems: [
          { subject: 'Café', problem: { kind: 'refused', detail: 'Name is too long' } },
          { subject: 'Lobby', problem: { kind: 'server', side: 'itglue' } },
          { subject: 'Location', problem: conflict },
        ],
      },
    };
    const [first, second, third] = problemDetail(several).split(' · ');
    expect(first).toBe('Café: Name is too long');
    expect(second).toMatch(/^Lobby: .*IT Glue/);
    expect(third).toMatch(/^The field "Location"/);
  });

  it('is added to the sentence where something was refused', () => {
    expect(problemInFull(answer('clock', [], null))).toContain('differ too much');
    expect(problemInFull({ ...conflict, kind: 'server' })).not.toContain('Location');
  });

  it.each<[Problem, string]>([
    [
      {
        kind: 'server',
        side: 'itglue',
        cause: {
          kind: 'unreadable-rows',
          rows: [
            {
              id: '7',
              fields: [
                { field: 'attributes.name', expected: 'string' },
                { field: 'id', expected: null },
              ],
            },
            { id: '#2', fields: [{ field: '', expected: 'object' }] },
            { id: '#3', fields: [{ field: '', expected: null }] },
          ],
        },
      },
      '7 (“attributes.name” is not text · “id” has a value that is not possible) · ' +
        '#2 (the row is not an object) · #3 (the row is not as documented)',
    ],
    [
      { kind: 'refused', side: 'itglue', cause: { kind: 'words-withheld' } },
      'What it said is not shown, because it repeats a key.',
    ],
    [
      {
        kind: 'server',
        side: 'datto',
        cause: {
          kind: 'datto-answer',
          failure: 'malformed',
          host: 'api.cloudtrax.com',
          codes: [],
          status: null,
          wrong: [{ field: 'networks', expected: 'array' }],
        },
      },
      'The answer was not from the Datto API or was cut off. (api.cloudtrax.com, “networks” is not a list)',
    ],
  ])('names what could not be read, without any of its values', (problem, text) => {
    expect(problemDetail(problem)).toBe(text);
  });
});
