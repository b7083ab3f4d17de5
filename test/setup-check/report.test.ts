import { afterEach, describe, expect, it } from 'vitest';
import {
  assumptionIds,
  checkOutcomes,
  measuredParts,
  sights,
  subjects,
} from '@/lib/model/setup-check';
import { setupReport } from '@/lib/views/setup-check-report';
import { fieldTenant } from '@/test/simulator/tenant/field';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import { DirectVendors } from '@/test/world/direct-vendors';
import { World } from '@/test/world/world';
import { contraryTenant, dockedPage, referenceTenant } from './tenants';

let world: World | undefined;
afterEach(() => world?.close());

const hostile = [
  '</td><script>alert(1)</script>',
  'differs | key taken | 9 requests',
  'ghp_0123456789abcdefghij',
  '00:11:22:33:44:55',
  '203.0.113.77',
  '=HYPERLINK("https://evil.example")',
  '\u202egnp.exe',
];

/** Gives every name that people can give, and every value of no type, a hostile one. */
function withHostileNames(tenant: Tenant): Tenant {
  let next = 0;
  const name = () => hostile[next++ % hostile.length]!;
  for (const network of tenant.datto.networks) {
    network.name = name();
    for (const node of network.nodes) node.name = name();
    for (const ssid of Object.values(network.ssids))
      Object.assign(ssid, { wifi_name: name(), wifi_auth_type: name() });
  }
  for (const table of [tenant.itglue.organizations, tenant.itglue.configurations])
    for (const row of table.values()) row.name = name();
  for (const user of tenant.itglue.users.values()) Object.assign(user, { roleName: name() });
  for (const type of tenant.itglue.flexibleAssetTypes.values())
    for (const field of type.fields) if (field.kind === 'Upload') field.name = name();
  return tenant;
}

async function reportOf(tenant: Tenant): Promise<string> {
  world = await World.start(new DirectVendors(tenant));
  await world.sync();
  world.chrome.opened.push(`${world.portalUrl}/2/configurations/100001`);
  world.chrome.scriptResult = { ...dockedPage, title: 'Northwind', parts: dockedPage.parts };
  for (const id of assumptionIds) await world.ask('setup-check.run', { id });
  const view = await world.ask('setup-check.view');
  return setupReport(view, { version: '1.0.0', browser: 'Chrome 140' });
}

/** Every text and number in a value, and the keys of maps. */
function* valuesIn(value: unknown, seen = new Set<unknown>()): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'number' || typeof value === 'bigint') yield String(value);
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  for (const [key, one] of entries) {
    if (value instanceof Map) yield String(key);
    yield* valuesIn(one, seen);
  }
}

/** What a report may say whatever the account holds. */
const vocabulary = [...subjects, ...sights, ...assumptionIds, ...checkOutcomes, ...measuredParts];
const words = new Set(
  [...vocabulary, 'Setup check extension 1.0.0 Chrome 140 hold differ could not be seen looked at']
    .concat('reference reports assumed requests window')
    .flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)),
);
const tokensOf = (text: string) => text.split(/[^\p{L}\p{N}_]+/u).filter((token) => token !== '');

const tenants = [
  ['the references’', referenceTenant],
  ['the field’s', fieldTenant],
  ['a contrary', contraryTenant],
  ['a hostile', () => withHostileNames(contraryTenant())],
  ['another hostile', () => withHostileNames(referenceTenant())],
] as const;

describe('the report', () => {
  it.each(tenants)(
    'of %s account holds only words of closed lists and numbers',
    async (_, make) => {
      // The API's own codes: 13006, 1002.
      const report = (await reportOf(make())).replaceAll(/error-code 1\d{3,4}\b/g, '');
      const tokens = tokensOf(report).flatMap((token) => token.split('_'));
      expect(tokens.filter((token) => !words.has(token) && !/^\d{1,4}$/.test(token))).toEqual([]);
    },
  );

  it.each(tenants)('of %s account repeats no text, address, id or key of it', async (_, make) => {
    const tenant = make();
    const report = await reportOf(tenant);
    const { datto, itglue } = tenant;
    const known = vocabulary.join('\n');
    const found = [...new Set(valuesIn({ datto, itglue }))].filter(
      (value) =>
        // Shorter ones are counts and letters that stand in any text.
        value.trim().length > 4 && report.includes(value) && !known.includes(value),
    );
    expect(found).toEqual([]);
  });

  it('would be caught repeating a name', async () => {
    const tenant = referenceTenant();
    const report = `${await reportOf(tenant)}${tenant.datto.networks[0]!.name}`;
    const found = [...valuesIn(tenant.datto)].filter((value) => value.length > 4);
    expect(found.some((value) => report.includes(value))).toBe(true);
    expect(tokensOf(report).every((token) => words.has(token) || /^\d{1,4}$/.test(token))).toBe(
      false,
    );
  });

  it('says what was looked at and what was not', () => {
    const report = setupReport(
      {
        connected: true,
        portalPage: null,
        measure: dockedPage,
        rows: [
          { id: 'datto-clock', source: 'reference', result: null },
          {
            id: 'itglue-date',
            source: 'assumed',
            result: {
              id: 'itglue-date',
              outcome: 'holds',
              seen: [{ subject: 'Date', sight: 'seconds', count: -2 }],
              requests: 1,
              at: '2026-01-01T00:00:00.000Z',
            },
          },
        ],
      },
      { version: '1.2.3', browser: 'Firefox 128' },
    );
    expect(report).toBe(
      [
        'Setup check, extension 1.2.3, Firefox 128',
        '1 hold, 0 differ, 0 could not be seen, 1 not looked at',
        '',
        'datto-clock (reference): -',
        'itglue-date (assumed): holds | Date seconds -2 | 1 requests',
        '',
        'window: 1024 × 700',
        'panel: 360 × 280 at 640, 400',
        '',
      ].join('\n'),
    );
  });
});
