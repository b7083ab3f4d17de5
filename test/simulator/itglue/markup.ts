import type { Random } from '../tenant/random';

/** Tags, entities, other text, and the characters that should have been entities. */
const tokens = /<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|\w+);|[^<&]+|[<&]/gi;
const attribute = /\s([\w-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g;

/** The forms in which servers write a character that is markup. */
const forms: Record<string, readonly string[]> = {
  '&': ['&amp;', '&#38;', '&#x26;'],
  '<': ['&lt;', '&#60;', '&#x3c;'],
  '>': ['&gt;', '&#62;', '>'],
  '"': ['&quot;', '&#34;', '"'],
  "'": ['&#39;', '&#x27;', "'"],
  '\u00a0': ['&nbsp;', '&#160;', '\u00a0'],
};
const names: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/**
 * HTML as another program would write the same document: trimmed, with line breaks, entities and attributes in forms
 * of its own, perhaps in a block. What a person sees stays the same.
 */
export function rewriteMarkup(html: string, random: Random): string {
  const lineBreak = random.pick(['<br>', '<br/>', '<br />']);
  const written = new Map(
    Object.entries(forms).map(([character, ways]) => [character, random.pick(ways)]),
  );
  const escape = (text: string) =>
    text.replace(/[&<>"'\u00a0]/g, (character) => written.get(character) ?? character);
  const inner = (html.trim().match(tokens) ?? [])
    .map((token) => {
      if (/^<br\s*\/?>$/i.test(token)) return lineBreak;
      if (token.length > 1 && token.startsWith('<')) return rewriteTag(token, random);
      return escape(token.length > 1 && token.startsWith('&') ? decode(token) : token);
    })
    .join('');
  const block = random.pick(['', '', 'p', 'div']);
  const isWrapped = /^<(p|div|ul|ol|table|h\d)\b/i.test(inner);
  return block === '' || inner === '' || isWrapped ? inner : `<${block}>${inner}</${block}>`;
}

/** The character of an entity; one that is unknown stays as it is. */
function decode(entity: string): string {
  const number = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(entity);
  if (number) {
    const [, hexadecimal, decimal] = number;
    return String.fromCodePoint(
      hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16),
    );
  }
  return names[entity.slice(1, -1)] ?? entity;
}

/** A tag in lower case, its attributes in another order and quoted. */
function rewriteTag(tag: string, random: Random): string {
  const [, slash = '', name = '', rest = ''] = /^<(\/?)([a-z][\w-]*)([^]*?)\/?>$/i.exec(tag) ?? [];
  const attributes = [...rest.matchAll(attribute)].map(([, key = '', value]) =>
    value === undefined
      ? ` ${key.toLowerCase()}`
      : ` ${key.toLowerCase()}="${value.replace(/^["']|["']$/g, '').replaceAll('"', '&quot;')}"`,
  );
  if (random.chance(0.5)) attributes.reverse();
  return `<${slash}${name.toLowerCase()}${attributes.join('')}>`;
}
