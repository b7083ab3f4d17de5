import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../index';
import { Random } from '../tenant/random';
import { askItGlue, data } from '../test-support';
import { rewriteMarkup } from './markup';
import { readMarkup as read } from './read-markup';

const rewrite = (html: string, seed = 1) => rewriteMarkup(html, new Random(seed));

describe('HTML that a server writes in forms of its own', () => {
  it('comes in many forms, the same ones for a seed', () => {
    const html = 'Roof &amp; <b class="x" title="y">yard</b><br>"Lobby" < 3';
    const ways = Array.from({ length: 40 }, (_, seed) => rewrite(html, seed));
    expect(new Set(ways).size).toBeGreaterThan(10);
    expect(rewrite(html, 3)).toBe(rewrite(html, 3));
    const all = ways.join('\n');
    for (const part of ['<br />', '<br/>', '&#38;', '<p>', '<div>', 'title="y" class="x"'])
      expect(all).toContain(part);
  });

  it('reads the same', () => {
    const text = fc
      .array(
        fc.constantFrom('a', ' b ', '<', '&', '"', "'", 'é', '🌊', '&amp;', '&#60;', '<br>', '\n'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(), (html, seed) => {
        const plain = html
          .replaceAll('<br>', '\u0000')
          .replaceAll('<', '&lt;')
          .replaceAll('\u0000', '<br>');
        expect(read(rewrite(plain, seed))).toBe(read(plain));
      }),
    );
  });

  it('nothing stays nothing', () => {
    expect(rewrite('  ', 5)).toBe('');
  });
});

it('a text box is kept in such a form and other texts trimmed, a secret never', async () => {
  const simulator = await startSimulator();
  Object.assign(simulator.tenant.quirks.itglue, {
    textboxMarkup: true,
    trimmedTexts: true,
    passwordTraits: 'value',
  });
  const field = (order: number, name: string, kind: string) => ({
    type: 'flexible_asset_fields',
    attributes: { order, name, kind, 'show-in-list': true },
  });
  const type = await askItGlue(simulator, 'POST', '/flexible_asset_types', {
    data: {
      type: 'flexible_asset_types',
      attributes: { name: ' Site ' },
      relationships: {
        'flexible-asset-fields': {
          data: [field(1, 'Name', 'Text'), field(2, 'Box', 'Textbox'), field(3, 'Key', 'Password')],
        },
      },
    },
  });
  expect(type.json.data.attributes.name).toBe('Site');
  const made = await askItGlue(
    simulator,
    'POST',
    '/flexible_assets',
    data('flexible-assets', {
      'organization-id': 2,
      'flexible-asset-type-id': type.json.data.id,
      traits: { name: ' A ', box: ' Roof &amp; yard<br>Lobby ', key: ' key of 14 ' },
    }),
  );
  const { traits } = made.json.data.attributes;
  expect(traits).toMatchObject({ name: 'A', key: ' key of 14 ' });
  expect(traits.box).not.toBe(' Roof &amp; yard<br>Lobby ');
  expect(read(String(traits.box))).toBe('Roof & yard\nLobby');
  const password = await askItGlue(
    simulator,
    'POST',
    '/organizations/2/relationships/passwords',
    data('passwords', { name: ' a ', password: ' x ' }),
  );
  expect(password.json.data.attributes.name).toBe('a');
  expect(simulator.tenant.itglue.passwords.get(password.json.data.id)?.password).toBe(' x ');
  await simulator.close();
});
