import { formsOf } from '@/lib/i18n/plural';
import type { Messages } from './message-reader';

/** Letters that look alike and are in no text of the project and in no data of the fixtures. */
const small = 'áƀćđéƒǧħíĵķłɱñóƥɋřšŧúṽŵẋýž';
const large = 'ÁɃĆĐÉƑǦĦÍĴĶŁḾÑÓƤɊŘŠŦÚṼŴẊÝŽ';

/** What makes texts longer: no letter of the alphabet above. */
const filler = 'ə';

function accented(text: string): string {
  return text
    .replace(/[a-z]/g, (letter) => small[letter.charCodeAt(0) - 97] ?? letter)
    .replace(/[A-Z]/g, (letter) => large[letter.charCodeAt(0) - 65] ?? letter);
}

/** Words of up to seven letters, and the blank before each, of so many characters. */
function filling(length: number): string {
  let text = '';
  while (text.length < length) text += ` ${filler.repeat(Math.min(7, length - text.length))}`;
  return text;
}

function pseudoForm(form: string): string {
  const length = form.replace(/\$\d/g, '').length;
  return `⟦${accented(form)}${filling(Math.ceil(length * 0.4) - 2)}⟧`;
}

/**
 * A language that no one speaks: every letter is accented, every text stands in brackets and is 1.4 times as long. It
 * counts as English does; its dates and lists are Greek, so that Latin letters are neither words nor times.
 */
export function pseudoLanguage(english: Messages): Messages {
  return Object.fromEntries(
    Object.entries(english).map(([key, { message }]) => {
      const { none, byCategory } = formsOf(message);
      const forms = [
        ...(none === null ? [] : [`=0 ${pseudoForm(none)}`]),
        ...byCategory.map(pseudoForm),
      ];
      return [key, { message: key === 'language' ? 'el' : forms.join(' | ') }];
    }),
  );
}
