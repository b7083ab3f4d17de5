import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The hexadecimal colours that a sheet declares, by their names. */
function colours(file: string): Record<string, string> {
  const css = readFileSync(new URL(file, import.meta.url), 'utf8');
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match): [string, string] => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  );
}

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const light = colours('tokens.css');
const dark = colours('tokens-dark.css');

it('has every colour in both themes', () => {
  expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
});

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_theme, all) => {
  const grounds = ['page', 'surface', 'surface-quiet', 'surface-hover'];
  const tones = ['good', 'warning', 'bad', 'info', 'neutral'];
  const words = [
    ...grounds.flatMap((ground) =>
      ['text', 'text-quiet', 'link'].map((text) => [text, ground, 4.5]),
    ),
    ...tones.flatMap((tone) => [
      [tone, 'surface', 4.5],
      [tone, 'page', 4.5],
      [tone, `${tone}-back`, 4.5],
      ['text', `${tone}-back`, 4.5],
    ]),
    ['link', 'info-back', 4.5],
    ['text-quiet', 'info-back', 4.5],
    ['warning', 'info-back', 4.5],
    ['on-accent', 'accent', 4.5],
    ['on-accent', 'accent-hover', 4.5],
    ['bad', 'surface-hover', 4.5],
  ] as [string, string, number][];
  const edges = [
    ['line-strong', 'surface', 3],
    ['line-strong', 'page', 3],
    ['focus', 'surface', 3],
    ['focus', 'page', 3],
  ] as [string, string, number][];

  it.each([...words, ...edges])('%s on %s reaches %d:1', (front, back, least) => {
    expect(contrast(all[front] ?? '', all[back] ?? '')).toBeGreaterThanOrEqual(least);
  });
});
