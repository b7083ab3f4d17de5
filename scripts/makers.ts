import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The registers' own name, and what stands for makers who are not named. */
const nobody = /^(?:IEEE Registration Authority|Private)$/i;

/** The IEEE's registers of who makes network devices, as lib/worker/makers.ts looks them up. */
export const readMakersFile = (): string =>
  makersFile(
    JSON.parse(readFileSync(require.resolve('oui-data'), 'utf8')) as Record<string, string>,
  );

/**
 * One line a maker: the name, a tab, and its prefixes of MACs, 6, 7 or 9 hexadecimal digits in lower case, each
 * between spaces.
 * @param register by prefix the maker's name and, on further lines, address
 */
export function makersFile(register: Readonly<Record<string, string>>): string {
  const makers = new Map<string, string[]>();
  for (const [prefix, entry] of Object.entries(register)) {
    const name = (entry.split('\n', 1)[0] ?? '').replace(/\s+/g, ' ').trim();
    if (name === '' || nobody.test(name)) continue;
    makers.set(name, [...(makers.get(name) ?? []), prefix.toLowerCase()]);
  }
  return [...makers]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, prefixes]) => `${name}\t ${prefixes.sort().join(' ')} \n`)
    .join('');
}
