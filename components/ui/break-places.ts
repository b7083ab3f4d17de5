/** So many characters of a value are shown. */
const shownCharacters = 400;
/** So many more are in the title of what is cut. */
const titleCharacters = 4000;

/** A word of this length or less fits beside a label. */
const shortWord = 15;
/** Digits of a hash in one part. */
const hashPart = /[0-9a-f]{8}(?=[0-9a-f]{4})/gi;
/** Behind what joins the parts of a version, a path or an address. */
const joint = /(?<=[:/\\_+-])(?=[^:/\\_+-])/;

/** The parts between which a text may be broken, beside its spaces; together they are the text. */
export function breakPlaces(text: string): string[] {
  return text
    .split(/(?<=\s)(?=\S)/)
    .flatMap((word) =>
      Array.from(word).length <= shortWord
        ? [word]
        : word
            .split(joint)
            .flatMap((part) =>
              /^[0-9a-f]{16,}\s*$/i.test(part)
                ? part.replaceAll(hashPart, '$&\n').split('\n')
                : [part],
            ),
    )
    .filter((part) => part !== '');
}

/** A value of any length as it is shown, and its title where it is cut. */
export function clip(text: string): { shown: string; title: string | undefined } {
  if (text.length <= shownCharacters) return { shown: text, title: undefined };
  return { shown: `${cut(text, shownCharacters)}…`, title: cut(text, titleCharacters) };
}

/** The first characters, none of them cut in half. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
