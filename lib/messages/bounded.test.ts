import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounded } from './bounded';

const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(texts)
      : [];

describe('an answer', () => {
  it('has no text longer than is read, and is else as it was', () => {
    const long = fc
      .integer({ min: 990, max: 1020 })
      .map((length) => 'ö𝒳'.repeat(length).slice(0, length));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string({ maxLength: 5 }),
        long,
        fc.constantFrom(null, undefined, 0, true),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string({ maxLength: 3 }), tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, (answer) => {
        const short = bounded(answer);
        const [before, after] = [texts(answer), texts(short)];
        expect(after).toHaveLength(before.length);
        for (const [at, text] of after.entries()) {
          expect(text.length).toBeLessThanOrEqual(1001);
          if (before[at]!.length <= 1001) expect(text).toBe(before[at]);
          else expect(before[at]!.startsWith(text.slice(0, -1)) && text.endsWith('…')).toBe(true);
        }
        if (before.every((text) => text.length <= 1001)) expect(short).toBe(answer);
      }),
    );
  });

  it('has whole what the activity keeps of a value', () => {
    // A thousand letters, and that there were more.
    const changes = [{ field: 'Location', after: `${'x'.repeat(1000)}…` }];
    expect(bounded(changes)).toBe(changes);
  });

  it('is not cut within a character', () => {
    expect(bounded(`${'a'.repeat(999)}𝒳${'b'.repeat(10)}`)).toBe(`${'a'.repeat(999)}…`);
  });
});
