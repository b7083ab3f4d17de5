import { describe, expect, it } from 'vitest';
import { configurationId } from '@/lib/model/ids';
import { traitText } from '@/test/simulator/itglue/state';
import type { Fate } from '@/test/world/life';
import {
  ann,
  ben,
  browser,
  cellar,
  decisions,
  keyOf,
  lobby,
  matchDevice,
  printer,
  server,
  share,
  tenant,
  types,
  useCompany,
  vendors,
} from './company.fixture';

useCompany();

const quarter = 15 * 60_000;
const start = () => ann.ask('team.start', { home: null });
const type = () => types()[0]!;
const records = () =>
  [...tenant.itglue.flexibleAssets.values()].filter(({ typeId }) => typeId === type().id);
const decisionRecords = () => records().filter(({ traits }) => traits['segment'] === 'decisions');
const view = () => ann.ask('team.view');
const has = (configuration: { id: string }) =>
  expect.objectContaining({
    deviceKey: keyOf(lobby),
    configurationId: configuration.id,
  }) as unknown;

/** Whatever happened: both browsers have the one decision, and IT Glue does too. */
async function isShared(): Promise<void> {
  await share(ann, ben, ann, ben);
  expect((await decisions(ann)).matches).toContainEqual(has(printer));
  expect(await decisions(ben)).toEqual(await decisions(ann));
  const late = await browser('1');
  await share(late);
  expect((await decisions(late)).matches).toContainEqual(has(printer));
  await late.close();
}

describe('the type', () => {
  it('disabled by a person: everything works alone, and enabling it loses nothing', async () => {
    await start();
    await share(ben);
    type().enabled = false;
    await matchDevice(ann, lobby, printer);
    await share(ann);
    expect((await view()).notShared).toBe('type-disabled');
    expect((await ann.sync()).failure).toBeNull();
    await start();
    expect((await view()).notShared).toBeNull();
    await isShared();
  });

  it('without its fields: they are added again, and nothing is lost', async () => {
    await start();
    await share(ben);
    await matchDevice(ann, lobby, printer);
    await share(ann);
    type().fields = type().fields.filter(({ nameKey }) => nameKey !== 'data');
    for (const row of records()) delete row.traits['data'];
    await share(ben);
    expect((await ben.ask('team.view')).notShared).toBe('fields-missing');
    await start();
    vendors.clock.pass(26 * 60 * 60_000);
    await share(ann, ben);
    vendors.clock.pass(2 * quarter);
    await isShared();
  });

  it('gone with all its records: it is made again, and what browsers know is published again', async () => {
    await start();
    await share(ben);
    await matchDevice(ann, lobby, printer);
    await share(ann, ben);
    for (const { id } of records()) tenant.itglue.flexibleAssets.delete(id);
    tenant.itglue.flexibleAssetTypes.delete(type().id);
    vendors.clock.pass(2 * 60 * 60_000);
    await share(ann);
    expect((await view()).notShared).toBe('not-started');
    await start();
    vendors.clock.pass(26 * 60 * 60_000);
    await share(ann, ben);
    vendors.clock.pass(2 * quarter);
    await isShared();
  });

  it('twice, as two who start at once make it: all take the same', async () => {
    await start();
    const copy = { ...structuredClone(type()), id: '999999999999999999' };
    tenant.itglue.flexibleAssetTypes.set(copy.id, copy);
    await matchDevice(ann, lobby, printer);
    await isShared();
    expect(
      [...tenant.itglue.flexibleAssets.values()].filter(({ typeId }) => typeId === copy.id),
    ).toEqual([]);
  });
});

describe('a record', () => {
  it.each([413, 422])('refused for its size (%d) is written in halves', async (status) => {
    // Decided before it is shared, they are published together.
    await matchDevice(ann, lobby, printer);
    for (let id = 1; id <= 200; id++)
      await ann.store.put('ignoredConfigurations', {
        configurationId: configurationId((id * 7_919) % 100_003),
        at: '2026-01-02T00:00:00.000Z',
      });
    vendors.faults.add({
      kind: 'answer',
      status,
      body: { errors: [{ title: 'Data is too long', status: String(status) }] },
      api: 'itglue',
      method: 'POST',
      path: '/flexible_assets',
    });
    await start();
    expect(decisionRecords().length).toBeGreaterThan(1);
    await share(ben);
    expect((await decisions(ben)).matches).toContainEqual(has(printer));
    const known = (await ann.store.getAllKeys('sharedEntries')).filter((key) =>
      key.startsWith('ic:'),
    );
    expect(known).toHaveLength(200);
    expect(await ben.store.getAllKeys('sharedEntries')).toEqual(expect.arrayContaining(known));
  });

  it.each<[string, (text: string) => string]>([
    [
      'put into markup',
      (text) => `<div><p>${text.slice(0, 40)}</p>\n<p>${text.slice(40)}</p></div>`,
    ],
    ['with spaces and soft breaks', (text) => ` ${text.replaceAll(/(.{20})/g, '$1\u00ad ')}\u200b`],
  ])('that IT Glue reformats still tells: %s', async (_, reformatted) => {
    await start();
    await matchDevice(ann, lobby, printer);
    await share(ann);
    for (const { traits } of decisionRecords())
      traits['data'] = reformatted(traitText(traits['data']));
    await isShared();
  });

  it.each<[string, string]>([
    ['empty', ''],
    ['nonsense', 'Please call Bob'],
    ['markup', '<script>alert(1)</script>'],
    ['JSON of another', '{"v":1,"entries":{"n:1":["ignored",1e99,0,"x",null,null]}}'],
    ['cut', 'dn1.00000000.99999.abc'],
  ])('edited by a person harms nothing: %s', async (_, data) => {
    await start();
    await share(ben);
    await matchDevice(ann, lobby, printer);
    await share(ann, ben);
    for (const { traits, id } of decisionRecords()) {
      traits['data'] = data;
      tenant.itglue.flexibleAssets.get(id)!.updatedAt = new Date(vendors.clock.now()).toISOString();
    }
    await share(ben, ann);
    vendors.clock.pass(26 * 60 * 60_000);
    await share(ann, ben);
    vendors.clock.pass(2 * quarter);
    await isShared();
  });

  it('out of the key’s reach is passed over, and the key is not taken for refused', async () => {
    await start();
    await share(ben);
    vendors.faults.add({
      kind: 'answer',
      status: 401,
      body: {
        errors: [
          { title: 'Unauthorized', status: '401', source: { pointer: '/data/attributes/id' } },
        ],
      },
      api: 'itglue',
      method: 'PATCH',
      path: /^\/flexible_assets\//,
      times: Infinity,
    });
    vendors.clock.pass(26 * 60 * 60_000);
    await matchDevice(ann, lobby, printer);
    await isShared();
    expect(await ann.store.get('meta', 'credentialsFailed')).toBeUndefined();
  });
});

describe('IT Glue', () => {
  it('with too many requests is waited for, and nothing is lost', async () => {
    await start();
    await share(ben);
    const limit = vendors.faults.add({
      kind: 'answer',
      status: 429,
      body: {},
      api: 'itglue',
      path: /^\/flexible_assets/,
      times: Infinity,
    });
    await matchDevice(ann, lobby, printer);
    await share(ann);
    expect(await ann.ask('status.view')).toMatchObject({ team: { waiting: 1, unreached: true } });
    limit.remove();
    vendors.clock.pass(quarter);
    await isShared();
    expect(decisionRecords().length).toBe(1);
  });

  it.each(['before', 'after'] as const)(
    'that ends the connection %s the effect gets one decision',
    async (effect) => {
      await start();
      await share(ben);
      vendors.faults.add({
        kind: 'reset',
        effect,
        api: 'itglue',
        method: 'POST',
        path: /^\/flexible_assets/,
      });
      await matchDevice(ann, lobby, printer);
      await share(ann);
      vendors.clock.pass(quarter);
      await isShared();
    },
  );
});

it('a worker killed at any request, answer or commit loses no decision', async () => {
  await start();
  await share(ben);
  const targets = [printer, server];
  for (let moment = 1; ; moment++) {
    const target = targets[moment % 2]!;
    await matchDevice(ann, lobby, target);
    let counted = 0;
    const fate: Fate = ({ at }) => (at === 'wait' ? false : ++counted === moment);
    ann.startWorker(fate);
    const ended = await Promise.race([
      ann.died.then(() => false),
      ann.ask('team.refresh').then(() => true),
    ]);
    ann.startWorker();
    await share(ann, ben);
    expect((await decisions(ben)).matches).toContainEqual(has(target));
    expect(await decisions(ann)).toEqual(await decisions(ben));
    if (ended) break;
  }
});

it('a computer asleep while it leads is not waited for, and goes on as one of the others', async () => {
  await start();
  await share(ben);
  const asleep = vendors.faults.add({
    kind: 'hang',
    effect: 'before',
    api: 'itglue',
    method: 'GET',
    path: /^\/organizations/,
    times: 1,
  });
  vendors.clock.pass(25 * 60 * 60_000);
  await (await ann.services()).engine.start('schedule');
  await asleep.reached;
  vendors.clock.pass(60 * 60_000);
  await matchDevice(ben, cellar, server);
  await (await ben.services()).engine.start('schedule');
  expect((await ben.settled()).state).toBe('done');
  asleep.remove();
  expect((await ann.settled()).state).toBe('done');
  await share(ann, ben, ann);
  expect(await decisions(ann)).toEqual(await decisions(ben));
});
