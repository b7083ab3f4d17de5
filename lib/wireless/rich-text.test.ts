import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewriteMarkup } from '@/test/simulator/itglue/markup';
import { Random } from '@/test/simulator/tenant/random';
import { htmlOf, linesOf, readsAs, sameText } from './rich-text';

/** Texts with all that HTML changes, and any other. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('<', '>', '&', '"', "'", ' ', '  ', '\u00a0', '\n', '\r\n', '<br>', '<b>'),
      fc.constantFrom('&amp;', '&#60;', '&nbsp;', '&copy', '</p>', '<!--', 'e\u0301', '🌊'),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((parts) => parts.join(''));

describe('a text box', () => {
  it('is written escaped, a line a break', () => {
    expect(htmlOf('Roof <1> & "yard"\r\nLobby\n')).toBe('Roof &lt;1&gt; &amp; "yard"<br>Lobby<br>');
    expect(htmlOf('')).toBe('');
  });

  it('reads as what was written, whatever form a server gives its HTML', () => {
    fc.assert(
      fc.property(text, fc.nat(), (written, seed) => {
        const kept = rewriteMarkup(htmlOf(written), new Random(seed));
        expect(readsAs(kept, written)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('reads as another text where a line differs', () => {
    const line = fc.string({ unit: 'grapheme-ascii' }).map((one) => one.replaceAll(/\s+/g, ''));
    fc.assert(
      fc.property(fc.array(line), fc.array(line), fc.nat(), (one, other, seed) => {
        const lines = (some: string[]) => some.filter((each) => each !== '').join('\n');
        const kept = rewriteMarkup(htmlOf(one.join('\n')), new Random(seed));
        expect(readsAs(kept, other.join('\n'))).toBe(lines(one) === lines(other));
      }),
    );
  });

  it.each([
    ['<p>Roof</p>\n<p class="x">Yard &amp; <b>gate</b></p>', ['Roof', 'Yard & gate']],
    ['<ul><li>a</li><li>b<br/>c</li></ul><!-- not this -->', ['a', 'b', 'c']],
    ['AT&T &lt;b&gt; 3 < 4', ['AT&T <b> 3 < 4']],
    ['  <br><div> </div> ', []],
  ])('%s shows %j', (html, lines) => expect(linesOf(html)).toEqual(lines));
});

it.each([
  ['  Alpha 🌊', 'Alpha 🌊', true],
  ['a\r\nb', 'a\nb ', true],
  ['Cafe\u0301', 'Café', true],
  ['two  spaces', 'two spaces', false],
  ['Alpha', 'alpha', false],
])('a text %j is taken for %j: %s', (one, other, same) => {
  expect(sameText(one, other)).toBe(same);
  expect(sameText(other, one)).toBe(same);
});
