import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKeyUse } from './key-use.fixture';
import { differences, locales, placeholders, type Messages } from './messages.fixture';

const english = locales.get('en')!;

/** What ships: its paths, with their text. */
const sources = ['lib', 'components', 'entrypoints']
  .flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)),
  )
  .filter((path) => /\.tsx?$/.test(path) && !/\.(test|fixture)\./.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const uses = sources.map(({ path, text }) => readKeyUse(path, text, english));
const inManifest = new Set(
  [...readFileSync('wxt.config.ts', 'utf8').matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key),
);

/** Words that German has too, and names of things: what is made of them alone may be the same as in English. */
const shared = new Set(
  [
    'Datto Networking API IT Glue Auto Create Managed Power Enterprise RMM AU EU US',
    'MAC IP VLAN PoE SSID SSIDs WPA WPA2 WPA3 Port Ports Router Switch Switches Uplink Gateway Firmware',
    'Client Clients Check ins Hosts Filter Panel Passphrase Status Team Version Name OK',
    'End of Life Sale Gbit Mbit s dBm in',
  ].flatMap((line) => line.split(' ')),
);
const isSameEverywhere = (message: string) =>
  (message.replace(/\$\d/g, '').match(/\p{L}[\p{L}\d]+/gu) ?? []).every((word) => shared.has(word));

describe('the messages', () => {
  it.each([...locales.keys()])('of %s can stand in for those of English', (name) => {
    const messages = locales.get(name)!;
    expect(differences(english, messages, name)).toEqual([]);
    expect(messages['language']?.message).toBe(name);
  });

  it.each([...locales.keys()].filter((name) => name !== 'en'))(
    'of %s have no English left',
    (name) => {
      const messages = locales.get(name)!;
      const left = Object.entries(english).flatMap(([key, { message }]) =>
        messages[key]?.message === message && !isSameEverywhere(message) ? [key] : [],
      );
      expect(left).toEqual([]);
    },
  );

  it('are all used', () => {
    const unused = Object.keys(english).filter(
      (key) => !inManifest.has(key) && !uses.some(({ strings }) => strings.has(key)),
    );
    expect(unused).toEqual([]);
  });

  it('are asked for by keys that there are, with the values that they need', () => {
    expect(uses.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('are there for what the manifest names', () => {
    expect(inManifest.size).toBeGreaterThan(0);
    expect([...inManifest].filter((key) => !(key! in english))).toEqual([]);
  });

  it('say to a translator what each placeholder stands for', () => {
    const silent = Object.entries(english).filter(([, { message, description = '' }]) =>
      placeholders(message).some((each) => !description.includes(each)),
    );
    expect(silent.map(([key]) => key)).toEqual([]);
  });
});

const model: Messages = {
  plain: { message: 'Costs $$1' },
  named: { message: '$1 in $2' },
  counted: { message: '1 device | $1 devices' },
};

describe('another language', () => {
  it.each([
    ['de', 'in $2: $1', '=0 kein Gerät | 1 Gerät | $1 Geräte'],
    ['pl', '$1 w $2', '$1 urządzenie | $1 urządzenia | $1 urządzeń | $1 urządzenia'],
    ['ja', '$2の$1', '$1台'],
  ])('puts values in its order and counts by its rules: %s', (language, named, counted) => {
    const other = {
      plain: { message: 'Kostet $$1' },
      named: { message: named },
      counted: { message: counted },
    };
    expect(differences(model, other, language)).toEqual([]);
  });

  it.each<[string, Messages, string]>([
    ['a message less', { named: model['named']!, counted: model['counted']! }, 'plain: missing'],
    ['a message more', { ...model, more: { message: 'x' } }, 'more: not in English'],
    ['an empty message', { ...model, plain: { message: '' } }, 'plain: empty'],
    ['a placeholder less', { ...model, named: { message: 'in $2' } }, 'named: $2'],
    ['a placeholder more', { ...model, plain: { message: '$1' } }, 'plain: $1'],
    ['no forms', { ...model, counted: { message: '$1 Geräte' } }, 'counted: 1 forms instead of 2'],
    ['forms', { ...model, plain: { message: 'a | b' } }, 'plain: 2 forms instead of 1'],
    [
      'a form for none that does not say so',
      { ...model, counted: { message: 'kein Gerät | 1 Gerät | $1 Geräte' } },
      'counted: 3 forms instead of 2',
    ],
    ['a form for none alone', { ...model, plain: { message: '=0 a | b' } }, 'plain: an odd form'],
    ['an empty form', { ...model, counted: { message: ' | $1' } }, 'counted: an odd form'],
  ])('may not have %s', (_, other, fault) => {
    expect(differences(model, other, 'de')).toEqual([fault]);
  });
});

describe('a call for a message', () => {
  const faultsOf = (text: string, path = 'components/some.tsx') =>
    readKeyUse(path, text, model).faults.map((fault) => fault.replace(/^\S+ /, ''));

  it.each([
    "t('plain')",
    "t(so ? 'plain' : 'plain')",
    "t('named', [a, b])",
    "t('named', values)",
    "t('named', [...values])",
    "t('counted', count)",
    "t('counted', count, [count])",
    "import { table } from '@/lib/words/table'; t(table[kind].name)",
  ])('may be %s', (text) => {
    expect(faultsOf(text)).toEqual([]);
  });

  it.each([
    ["t('other')", 'other is no message'],
    ["t(so ? 'plain' : 'other')", 'other is no message'],
    ["t('named')", 'named is not told its 2 values'],
    ["t('named', [a])", 'named is told 1 values instead of 2'],
    ["t('named', [a, b, c])", 'named is told 3 values instead of 2'],
    ["t('counted', [a])", 'counted is not told which number it counts'],
    ['t(`pl${ain}`)', 'puts a key together'],
    ['t(key)', 'takes a key that is not from a table of lib/words'],
    [
      "import { table } from './table'; t(table.key)",
      'takes a key that is not from a table of lib/words',
    ],
  ])('may not be %s', (text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  it('may take its key from a table of the same file within lib/words, but not put it together', () => {
    expect(faultsOf('t(table[kind])', 'lib/words/kinds.ts')).toEqual([]);
    expect(faultsOf('t(`a_${kind}`)', 'lib/words/kinds.ts')).toEqual(['puts a key together']);
  });
});
