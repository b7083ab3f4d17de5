import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '@/test/simulator/tenant/random';
import { rewriteMarkup } from '@/test/simulator/itglue/markup';
import { pack, unpack } from './codec';

const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);

describe('what is packed for a text box', () => {
  it('comes back as it was, also from markup that an editor makes of it', async () => {
    await fc.assert(
      fc.asyncProperty(json, fc.nat(), async (value, seed) => {
        const text = await pack(value);
        expect(text).toMatch(/^[\w.-]+$/);
        expect(await unpack(text)).toEqual({ state: 'intact', value });
        expect(await unpack(rewriteMarkup(text, new Random(seed)))).toEqual({
          state: 'intact',
          value,
        });
        const middle = Math.floor(text.length / 2);
        const wrapped = `<div>\n${text.slice(0, middle)}<br>\u200b${text.slice(middle)}&nbsp;</div>`;
        expect(await unpack(wrapped)).toEqual({ state: 'intact', value });
      }),
      { numRuns: 50 },
    );
  });

  it('is known for damaged wherever it is cut or changed', async () => {
    const value = { v: 1, entries: { 'n:1': ['none', 1, 0, 'a', null, null] } };
    const text = await pack(value);
    for (let length = 4; length < text.length; length++)
      expect([length, await unpack(text.slice(0, length))]).toEqual([length, { state: 'damaged' }]);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 4, max: text.length - 1 }),
        fc.constantFrom('A', 'b', '0', '7', '-'),
        async (at, character) => {
          const edited = text.slice(0, at) + character + text.slice(at + 1);
          const { state, ...rest } = await unpack(edited);
          // The last digit has bits that mean nothing.
          if (edited === text || state === 'intact') expect(rest).toEqual({ value });
          else expect(state).toBe('damaged');
        },
      ),
    );
    expect(await unpack(`${text} looks good, Ann`)).toEqual({ state: 'damaged' });
  });

  it('is nothing of ours, or of a later form', async () => {
    for (const text of ['', 'call Ann', '<p>none</p>', 'x'.repeat(2_000_000)])
      expect(await unpack(text)).toEqual({ state: 'foreign' });
    expect(await unpack('<p>dn2.0a0b0c0d.abc</p>')).toEqual({ state: 'newer' });
  });

  it('is refused where little text would fill the memory', async () => {
    const bomb = await pack('0'.repeat(5_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    expect(await unpack(bomb)).toEqual({ state: 'damaged' });
  });
});
