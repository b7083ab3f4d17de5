import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentation, passwordsOf, recordsOf } from './documentation';
import { smallTenant, type SmallTenant } from './tenant';
import { anotherWorld, syncedWorld } from './synced-world';

/** Keys can be read, so that nothing but texts may differ. */
const reformatting = { textboxMarkup: true, trimmedTexts: true, passwordTraits: 'value' } as const;

const text = fc
  .array(fc.constantFrom('<', '&', '"', ' ', '<br>', '&amp;', 'e\u0301', '🌊', 'Roof', 'x  y'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''));

/** An account that keeps texts in a form of its own, with these texts at Datto. */
function reformattingTenant(seed: number, texts: readonly string[] = []): SmallTenant {
  const small = smallTenant();
  Object.assign(small.tenant.quirks.itglue, reformatting);
  small.tenant.quirks.seed = seed;
  const [name, location, ...accessPoints] = texts;
  small.main.ssids['2']!.wifi_name = name ?? ' <Guests> & more ';
  small.main.general.location = location ?? ' 1 Main & "Second" Street ';
  for (const [index, device] of small.main.nodes.entries())
    device.name = accessPoints[index] ?? ` <${index}> & `;
  return small;
}

describe('where IT Glue keeps texts in a form of its own', () => {
  it('documents all of it and writes nothing at the next sync, whatever the texts and the form', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.array(text, { minLength: 4, maxLength: 4 }),
        async (seed, texts) => {
          const { tenant } = reformattingTenant(seed, texts);
          const world = await syncedWorld(tenant, '1');
          await world.autoCreate(true);
          expect(documentation(tenant)).toHaveLength(3);
          world.writes();
          expect((await world.sync()).problems).toEqual([]);
          expect(world.writes()).toEqual([]);
          await world.close();
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is recognized whole by another browser', async () => {
    const { tenant } = reformattingTenant(5);
    const first = await syncedWorld(tenant, '1');
    await first.autoCreate(true);
    first.writes();
    const other = await anotherWorld(first.vendors, '1');
    await other.autoCreate(true);
    await other.sync();
    await first.sync();
    expect(other.writes()).toEqual([]);
    await other.close();
  });

  it.each(['before', 'after'] as const)(
    'makes nothing twice when answers get lost %s the effect',
    async (effect) => {
      const { tenant } = reformattingTenant(9);
      const world = await syncedWorld(tenant, '1');
      for (const path of ['/flexible_assets', /\/relationships\/passwords$/])
        world.vendors.faults.add({
          kind: 'reset',
          api: 'itglue',
          method: 'POST',
          path,
          effect,
          times: 3,
        });
      await world.autoCreate(true);
      expect([recordsOf(tenant).length, passwordsOf(tenant).length]).toEqual([3, 3]);
      world.writes();
      await world.sync();
      expect(world.writes()).toEqual([]);
      await world.close();
    },
  );
});
