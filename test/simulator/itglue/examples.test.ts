import { afterAll, beforeAll, expect, it } from 'vitest';
import interfaces from '@/lib/itglue/examples/configuration-interfaces.json';
import statuses from '@/lib/itglue/examples/configuration-statuses.json';
import types from '@/lib/itglue/examples/configuration-types.json';
import configurations from '@/lib/itglue/examples/configurations.json';
import flexibleAsset from '@/lib/itglue/examples/flexible-asset.json';
import typeCreate from '@/lib/itglue/examples/flexible-asset-type.create.json';
import flexibleAssetTypes from '@/lib/itglue/examples/flexible-asset-types.json';
import groups from '@/lib/itglue/examples/groups.json';
import logs from '@/lib/itglue/examples/logs.json';
import manufacturers from '@/lib/itglue/examples/manufacturers.json';
import organizations from '@/lib/itglue/examples/organizations.json';
import passwords from '@/lib/itglue/examples/passwords.json';
import users from '@/lib/itglue/examples/users.json';
import { startSimulator, type Simulator } from '../index';
import { DEMO } from '../tenant/demo-ids';
import { askItGlue, data } from '../test-support';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
  await askItGlue(simulator, 'PATCH', '/passwords/54', data('passwords', { notes: 'x' }));
});
afterAll(() => simulator.close());

const point = DEMO.panel.accessPoint.configurationId;
const examples: [path: string, example: { data: object | object[] }][] = [
  ['/configuration_statuses', statuses],
  ['/configuration_types', types],
  ['/configurations', configurations],
  [`/configurations/${point}/relationships/configuration_interfaces`, interfaces],
  [`/flexible_assets/${DEMO.email.recordId}`, flexibleAsset],
  ['/flexible_asset_types', flexibleAssetTypes],
  ['/groups', groups],
  ['/logs', logs],
  ['/manufacturers', manufacturers],
  ['/organizations', organizations],
  ['/passwords', passwords],
  ['/users', users],
];

interface Row {
  type: string;
  attributes: Record<string, unknown>;
}
const firstOf = (body: unknown) => [(body as { data: Row | Row[] }).data].flat()[0]!;

it.each(examples)(
  '%s answers every attribute of the reference, by its name',
  async (path, example) => {
    const expected = firstOf(example);
    const row = firstOf((await askItGlue(simulator, 'GET', path)).json);
    expect(row.type).toBe(expected.type);
    expect(Object.keys(row.attributes)).toEqual(
      expect.arrayContaining(Object.keys(expected.attributes)),
    );
  },
);

it("the reference's own type of flexible assets can be made", async () => {
  const made = await askItGlue(simulator, 'POST', '/flexible_asset_types', typeCreate);
  expect(made.status).toBe(201);
});
