import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from './json';

test('an integer of any length survives with all its digits', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (id) => {
      const { attributes } = parseJson(`{"attributes": {"organization-id": ${id}}}`) as {
        attributes: Record<string, string | number>;
      };
      expect(String(attributes['organization-id'])).toBe(String(id));
    }),
  );
});

test('the first integer that a number cannot hold becomes a string, the one before stays a number', () => {
  expect(parseJson('[9007199254740991, 9007199254740993, -9007199254740993]')).toEqual([
    9007199254740991,
    '9007199254740993',
    '-9007199254740993',
  ]);
});

test('everything without such integers reads as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const usual = JSON.parse(text) as unknown;
      // Only where no integer lies beyond what is safe, which JSON.parse cannot read exactly.
      fc.pre(!/(?<![.\d])\d{16,}(?![.\deE])/.test(text));
      expect(parseJson(text)).toEqual(usual);
    }),
  );
});

test('digits inside a text stay text', () => {
  expect(parseJson(String.raw`{"notes": "see \"id\": 12345678901234567890, ok"}`)).toEqual({
    notes: 'see "id": 12345678901234567890, ok',
  });
});

test('the last of two equal keys counts, as with JSON.parse', () => {
  expect(parseJson('{"id": 1, "id": 2}')).toEqual({ id: 2 });
});

test.each(['', '{', '{"data": [{"id": "1"', '<html>busy</html>', '{"a": 01}'])(
  'text that is not JSON is refused: %j',
  (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  },
);
