import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { OddFields } from './odd-fields';
import { wrongFields } from './wrong-fields';
import { keyed, list, strictly } from './shapes';

const schema = z.object({
  id: z.union([z.string().check(z.minLength(1)), z.int()]),
  mac: strictly(z.nullish(z.string()), 'string'),
  text: z.nullish(z.string()),
  number: z.nullish(z.number()),
  whole: z.nullish(z.int()),
  flag: z.nullish(z.boolean()),
  inner: z.nullish(z.object({ number: z.nullish(z.number()) })),
  ports: z.nullish(z.array(z.nullish(z.object({ on: z.nullish(z.boolean()) })))),
  extra: z.nullish(z.record(z.string(), z.unknown())),
});
const read = (row: object) => {
  const odd = new OddFields();
  return { row: odd.parse('switch', schema, { id: 1, ...row }), odd: odd.list };
};

describe('a value of an unexpected type', () => {
  it.each<[string, unknown, unknown]>([
    ['text', 7, '7'],
    ['text', -1.5, '-1.5'],
    ['number', '49.44', 49.44],
    ['number', ' -40 ', -40],
    ['whole', '12', 12],
    ['flag', 0, false],
    ['flag', 1, true],
    ['flag', '1', true],
    ['flag', 'True', true],
    ['flag', 'false', false],
    ['text', [], undefined],
    ['text', {}, undefined],
    ['number', [], undefined],
    ['flag', {}, undefined],
    ['inner', [], undefined],
    ['ports', {}, []],
    ['ports', { 1: { on: true }, 2: { on: false } }, [{ on: true }, { on: false }]],
    ['extra', [], {}],
  ])('is converted where its meaning is plain: %s %j', (field, value, meant) => {
    const { row, odd } = read({ [field]: value });
    expect(row[field as keyof typeof row]).toEqual(meant);
    expect(odd).toMatchObject([{ kind: 'switch', field, count: 1, lost: false }]);
  });

  it.each<[string, unknown, string]>([
    ['text', false, 'boolean'],
    ['text', ['a'], 'array'],
    ['text', { v4: 'x' }, 'object'],
    ['number', 'many', 'string'],
    ['number', '0x10', 'string'],
    ['number', '12 V', 'string'],
    ['number', true, 'boolean'],
    ['whole', '1.5', 'string'],
    ['whole', 1.5, 'number'],
    ['flag', 2, 'number'],
    ['flag', 'yes', 'string'],
    ['inner', 'x', 'string'],
    ['inner', [1], 'array'],
    ['ports', 3, 'number'],
    ['extra', [1], 'array'],
  ])('is absent where it is not: %s %j', (field, value, type) => {
    const { row, odd } = read({ [field]: value });
    expect(row[field as keyof typeof row]).toBeUndefined();
    expect(odd).toEqual([{ kind: 'switch', field, count: 1, type, lost: true }]);
  });

  it('is not named where it is only empty, as both APIs document it', () => {
    const nothing = { number: '', flag: '', inner: '', ports: '', text: null };
    expect(read(nothing).odd).toEqual([]);
  });

  it('fails the row where its field decides what the row is', () => {
    expect(() => read({ id: true })).toThrow(z.core.$ZodError);
    expect(() => read({ id: null })).toThrow(z.core.$ZodError);
    expect(() => read({ mac: 5, number: 'x' })).toThrow(z.core.$ZodError);
    const reason = (() => {
      try {
        read({ mac: 5, number: 'x' });
      } catch (error) {
        return wrongFields(error as z.core.$ZodError);
      }
      return null;
    })();
    expect(reason).toEqual([{ field: 'mac', expected: 'string' }]);
  });

  it('leaves the row that was given as it is', () => {
    const row = { id: 1, number: '5', inner: { number: 'x' } };
    new OddFields().parse('switch', schema, row);
    expect(row).toEqual({ id: 1, number: '5', inner: { number: 'x' } });
  });
});

it('counts rows, not values: each field of a kind once', () => {
  const odd = new OddFields();
  const ports = [{ on: 1 }, { on: 'x' }, 7];
  for (const number of ['1', 'x', 3]) odd.parse('switch', schema, { id: 1, number, ports });
  odd.parse('router', schema, { id: 1, number: '4' });
  expect(odd.list).toEqual([
    { kind: 'switch', field: 'number', count: 2, type: 'string', lost: true },
    { kind: 'switch', field: 'ports.on', count: 3, type: 'number', lost: true },
    { kind: 'switch', field: 'ports', count: 3, type: 'number', lost: true },
    { kind: 'router', field: 'number', count: 1, type: 'string', lost: false },
  ]);
});

it('never fails over a field that may be absent, and never touches another', () => {
  const whole = { id: 1, mac: 'm', text: 't', number: 1, whole: 2, flag: true, extra: { a: 1 } };
  fc.assert(
    fc.property(
      fc.constantFrom('text', 'number', 'whole', 'flag', 'inner', 'ports', 'extra'),
      fc.jsonValue(),
      (field, value) => {
        const without = (row: object) =>
          Object.fromEntries(Object.entries(row).filter(([name]) => name !== field));
        expect(without(read({ ...whole, [field]: value }).row)).toEqual(without(whole));
      },
    ),
  );
});

describe('shapes', () => {
  it.each([
    [{}, {}],
    [[], {}],
    [{ 1: 'a' }, { 1: 'a' }],
  ])('an object keyed by id may be %j', (value, read) => {
    expect(keyed.parse(value)).toEqual(read);
  });

  it.each([[['a']], ['x'], [null]])('an object keyed by id is not %j', (value) => {
    expect(keyed.safeParse(value).success).toBe(false);
  });

  it.each([
    [[], []],
    [{}, []],
    [{ 0: 'a', 1: 'b' }, ['a', 'b']],
  ])('a list may be %j', (value, read) => {
    expect(list.parse(value)).toEqual(read);
  });
});
