import type { UserId } from '@/lib/model/ids';
import { normalizeName } from '@/lib/model/name';
import type { User } from '@/lib/model/user';

/** Who a page of the portal says is signed in; or that it cannot be told, and why. */
export type Recognized =
  | { readonly found: UserId }
  | {
      readonly found: null;
      /** The page names nobody, somebody who is no user of the tenant, or more than one. */
      readonly why: 'nobody-named' | 'unknown' | 'several';
    };

const email = /[^\s<>()"',;:]+@[^\s<>()"',;:]*[\p{L}\p{N}]/gu;

/**
 * Finds the one user whom the words of a page name, by e-mail address or by a whole name that only this user has.
 * @param said by the page; whatever it says, the answer is one of the users or none
 */
export function recognize(
  said: readonly string[],
  users: readonly Pick<User, 'id' | 'name' | 'email'>[],
): Recognized {
  const texts = said.map(normalizeName);
  const addresses = new Set(texts.flatMap((text) => text.match(email) ?? []));
  const found = users.filter(
    ({ name, email: own }) =>
      addresses.has(normalizeName(own)) || texts.some((text) => names(text, normalizeName(name))),
  );
  const byAddress = found.filter(({ email: own }) => addresses.has(normalizeName(own)));
  const [first, second] = found;
  // Of those who have the same name, the address tells which.
  const [only, other] = byAddress;
  if (only && !other && found.every(({ name }) => normalizeName(name) === normalizeName(only.name)))
    return { found: only.id };
  if (first && !second) return { found: first.id };
  if (first) return { found: null, why: 'several' };
  return { found: null, why: texts.length === 0 ? 'nobody-named' : 'unknown' };
}

/** Whether a text is this name, or holds it as whole words; one word alone may stand for anything. */
function names(text: string, name: string): boolean {
  if (name === '') return false;
  if (text === name) return true;
  return name.includes(' ') && spaced(text).includes(spaced(name));
}

const spaced = (text: string) => ` ${text.replace(/[^\p{L}\p{N}\p{M}'’.-]+/gu, ' ').trim()} `;
