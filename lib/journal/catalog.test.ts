import { describe, expect, it } from 'vitest';
import { createManufacturer, createModel } from './catalog';

const item = (id: string) => ({ id, name: 'Datto' });

/** IT Glue, in which these are of the name. */
const catalog = (...there: ReturnType<typeof item>[]) => ({
  findManufacturer: () => Promise.resolve(there[0] ?? null),
  findModel: () => Promise.resolve(there[0] ?? null),
  manufacturersNamed: () => Promise.resolve(there),
  modelsNamed: () => Promise.resolve(there),
  createManufacturer: () => Promise.resolve(item('12')),
  createModel: () => Promise.resolve(item('12')),
});

describe.each([
  ['a manufacturer', (itGlue: ReturnType<typeof catalog>) => createManufacturer(itGlue, 'Datto')],
  ['a model', (itGlue: ReturnType<typeof catalog>) => createModel(itGlue, '1', 'Datto')],
])('%s that was made', (_, executor) => {
  it('is used where no other browser made one', async () => {
    const write = executor(catalog(item('12')));
    expect(await write.removeDuplicates?.(item('12'), [])).toEqual({
      result: item('12'),
      duplicates: [],
    });
  });

  it('gives way to the one that every browser chooses, and is named', async () => {
    const write = executor(catalog(item('12'), item('9')));
    expect(await write.removeDuplicates?.(item('12'), [])).toEqual({
      result: item('9'),
      duplicates: [{ id: '12', archived: false }],
    });
  });
});
