import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mac } from '@/lib/model/mac';
import { makersOf } from '@/lib/worker/makers';
import { makersFile, readMakersFile } from './makers';

const ask = async (list: string, ...macs: string[]) =>
  (await makersOf(macs as Mac[], () => Promise.resolve(list))).map(([mac, name]) => [mac, name]);

describe('the list of makers', () => {
  it('names the maker of the longest block that a MAC is in', async () => {
    const list = makersFile({
      '001BA9': 'BROTHER INDUSTRIES, LTD.\nNagoya',
      '70B3D5': 'IEEE Registration Authority\nNew Jersey',
      '70B3D5123': 'Small  Works',
      '8C1F64': 'IEEE Registration Authority',
      '8C1F64A': 'Bigger Works',
    });
    expect(await ask(list, '001ba94e120c', '70b3d5123456', '8c1f64a00000')).toEqual([
      ['001ba94e120c', 'BROTHER INDUSTRIES, LTD.'],
      ['70b3d5123456', 'Small Works'],
      ['8c1f64a00000', 'Bigger Works'],
    ]);
    expect(await ask(list, '70b3d5999999', '001baa000000')).toEqual([]);
  });

  it('finds each maker by each of its prefixes, whatever names and other prefixes there are', async () => {
    const prefix = fc.stringMatching(/^[0-9A-F]{6}$/);
    const name = fc.stringMatching(/^[A-Za-z0-9 .,&]{1,20}$/).filter((text) => text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.dictionary(prefix, name, { minKeys: 1 }), async (register) => {
        const list = makersFile(register);
        for (const [key, text] of Object.entries(register)) {
          const mac = `${key.toLowerCase()}000000`;
          expect(await ask(list, mac)).toEqual([[mac, text.replace(/\s+/g, ' ').trim()]]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('asks for no file where nothing is to be named', async () => {
    await makersOf([], () => Promise.reject(new Error('It was asked for.')));
  });

  it('is made of the registers, tens of thousands of prefixes in a file of about a megabyte', async () => {
    const list = readMakersFile();
    expect(list.split('\n').length).toBeGreaterThan(20_000);
    expect(list.length).toBeLessThan(1_500_000);
    expect(await ask(list, '001ba94e120c')).toEqual([
      ['001ba94e120c', expect.stringMatching(/brother/i)],
    ]);
  });
});
