import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Messages = Record<string, { readonly message: string; readonly description?: string }>;

const folder = 'public/_locales';
const locales = new Map(
  readdirSync(folder).map((name) => [
    name,
    JSON.parse(readFileSync(join(folder, name, 'messages.json'), 'utf8')) as Messages,
  ]),
);
const english = locales.get('en')!;

/** The sources that ship, and the manifest's. */
const sources = ['lib', 'components', 'entrypoints']
  .flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)),
  )
  .filter((file) => /\.(tsx?|html)$/.test(file) && !/\.(test|fixture)\./.test(file))
  .concat('wxt.config.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** Keys as they stand in the sources, and those made of a template, as patterns. */
const literal = new Set(
  [...sources.matchAll(/['"`]([a-z][a-z0-9_]+)['"`]/g)].map(([, key]) => key),
);
const manifest = new Set([...sources.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key));
const templates = [...sources.matchAll(/\bt\(\s*`([^`]+)`/g)].map(
  ([, text = '']) => new RegExp(`^${text.replaceAll(/\$\{[^}]+\}/g, '[a-z0-9_]+')}$`),
);

const placeholders = (message: string) =>
  [...new Set(message.match(/\$\d/g) ?? [])].sort().join(' ');

describe('messages', () => {
  it.each([...locales.keys()])('of %s are those of English, no more and no fewer', (name) => {
    expect(Object.keys(locales.get(name)!).sort()).toEqual(Object.keys(english).sort());
  });

  it.each([...locales.keys()])('of %s have the placeholders of English', (name) => {
    const differing = Object.entries(locales.get(name)!).filter(
      ([key, { message }]) => placeholders(message) !== placeholders(english[key]?.message ?? ''),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('are all used', () => {
    const unused = Object.keys(english).filter(
      (key) =>
        !literal.has(key) && !manifest.has(key) && !templates.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it('are there for every template of a key', () => {
    const keys = Object.keys(english);
    const empty = templates.filter((pattern) => !keys.some((key) => pattern.test(key)));
    expect(empty.map(String)).toEqual([]);
  });

  it('are there for what the manifest names', () => {
    expect([...manifest].filter((key) => !(key! in english))).toEqual([]);
  });

  it('say to a translator what each placeholder stands for', () => {
    const silent = Object.entries(english).filter(
      ([, { message, description }]) => placeholders(message) !== '' && !description,
    );
    expect(silent.map(([key]) => key)).toEqual([]);
  });
});
