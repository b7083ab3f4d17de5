import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const sheets = readdirSync('components', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file, css: readFileSync(join('components', file), 'utf8') }));

/** Properties whose sides follow the language's direction under another name. */
const sided =
  /^(?:(?:margin|padding|scroll-margin|scroll-padding|border)-(?:left|right)(?:-\w+)?|left|right|border-(?:top|bottom)-(?:left|right)-radius)$/;
const shorthands = /^(?:margin|padding|inset|border-(?:width|color|style))$/;
const words = /^(?:text-align|float|clear|caption-side)$/;

/** Declarations that mean the same side whichever way the page's language runs. */
function sidesOf(css: string): string[] {
  const plain = css.replace(/\/\*.*?\*\//gs, '');
  return [...plain.matchAll(/(?<=[{;]\s*)([\w-]+):\s*([^;{}]+)(?=[;}])/g)].flatMap(
    ([, property = '', value = '']) => {
      const declaration = `${property}: ${value.trim()}`;
      if (sided.test(property)) return [declaration];
      if (words.test(property) && /\b(?:left|right)\b/.test(value)) return [declaration];
      const [, right, , left] = shorthands.test(property) ? partsOf(value) : [];
      return left !== undefined && left !== right ? [declaration] : [];
    },
  );
}

/** The values of a shorthand: what stands between parentheses is one. */
function partsOf(value: string): string[] {
  let flat = value;
  while (/\(.*\)/s.test(flat)) {
    const next = flat.replace(/[\w-]*\(([^()]*)\)/g, (_, inside: string) =>
      inside.replace(/\s/g, '_'),
    );
    if (next === flat) break;
    flat = next;
  }
  return flat.trim().split(/\s+/);
}

describe('the style sheets', () => {
  it('say where things begin and end, not left and right', () => {
    expect(sheets.length).toBeGreaterThan(10);
    const found = sheets.flatMap(({ file, css }) =>
      sidesOf(css).map((declaration) => `${file} ${declaration}`),
    );
    expect(found).toEqual([]);
  });

  it('have no words of their own', () => {
    const found = sheets.flatMap(({ file, css }) =>
      [...css.matchAll(/content:\s*([^;]+);/g)].flatMap(([, value = '']) =>
        /['"][^'"]*\p{L}/u.test(value) ? [`${file} ${value}`] : [],
      ),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['a { margin-left: 4px; }', 'margin-left: 4px'],
    ['a { color: red; padding: 1px 2px 3px 4px }', 'padding: 1px 2px 3px 4px'],
    ['a { text-align: right; }', 'text-align: right'],
    ['a { position: absolute; right: 0; }', 'right: 0'],
    ['a { border-top-left-radius: 4px; }', 'border-top-left-radius: 4px'],
  ])('would be told of %s', (css, declaration) => {
    expect(sidesOf(css)).toEqual([declaration]);
  });

  it.each([
    'a { margin-inline-start: 4px; text-align: start; }',
    'a { padding: var(--a) calc(1px + var(--b)) 3px calc(1px + var(--b)); }',
    '/* left: 4px; */ a { inset-inline-end: 0; }',
    'a.left { color: red; }',
  ])('may say %s', (css) => {
    expect(sidesOf(css)).toEqual([]);
  });
});
