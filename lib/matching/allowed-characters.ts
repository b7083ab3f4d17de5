import { fold } from './recognition/fold';

/*
 * Network Manager takes letters, digits, hyphens, underscores and spaces in names, nothing else. So
 * "AT&T Store #12" is "ATT Store 12" there or "AT T Store 12", "St. Mary’s Hospital" is
 * "St Marys Hospital" or "St Mary s Hospital".
 */

/** What Network Manager takes beside letters and digits. */
const separator = /[\s_-]/u;
const kept = /[\p{L}\p{N}]/u;
/** Whether Network Manager takes the name as it is. */
const isAllowed = (name: string): boolean => /^[\p{L}\p{N}\s_-]*$/u.test(name);

/**
 * Letters and digits alone: equal for every way of writing one name in Network Manager, and for some
 * other names too.
 */
export const lettersAndDigits = (name: string): string => fold(name).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Whether the second name is what is left of the first in Network Manager: each character that it does
 * not take is left out or a separator stands for it, everything else is there.
 */
export function isLeftOf(name: string, inNetworkManager: string): boolean {
  if (isAllowed(fold(name)) || !isAllowed(fold(inNetworkManager))) return false;
  const from = units(name);
  const to = units(inNetworkManager);
  return (
    from.length > 0 &&
    from.length === to.length &&
    from.every((unit, place) => {
      const other = to[place];
      if (other?.text !== unit.text) return false;
      return place === 0 || unit.gap === 'lost' || unit.gap === other.gap;
    })
  );
}

interface Unit {
  /** One letter or digit. */
  readonly text: string;
  /** What stands before it: nothing, a separator, or with no separator only what cannot be written. */
  readonly gap: 'none' | 'separator' | 'lost';
}

function units(name: string): Unit[] {
  const found: Unit[] = [];
  let gap: Unit['gap'] = 'none';
  for (const character of fold(name)) {
    if (kept.test(character)) {
      found.push({ text: character, gap });
      gap = 'none';
    } else if (separator.test(character)) gap = 'separator';
    else if (gap === 'none') gap = 'lost';
  }
  return found;
}
