import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from '../../index';
import { DEMO } from '../../tenant/demo-ids';
import { itGlueKeyWithoutPasswords } from '../../tenant/tenant';
import { referenceQuirks } from '../../tenant/quirks';
import { askItGlue, data, type ItGlueCall } from '../../test-support';

let simulator: Simulator;
let ask: (
  method: string,
  path: string,
  body?: unknown,
  call?: ItGlueCall,
) => ReturnType<typeof askItGlue>;
beforeEach(async () => {
  simulator = await startSimulator();
  simulator.tenant.quirks = referenceQuirks();
  ask = (...call) => askItGlue(simulator, ...call);
});
afterEach(() => simulator.close());

const { northwind } = DEMO.organizations;

describe('passwords', () => {
  const make = (attributes: object) =>
    ask(
      'POST',
      `/organizations/${northwind}/relationships/passwords`,
      data('passwords', attributes),
    );

  it('show their value on the single call to a key that may see it, and never in a list', async () => {
    const made = await make({ name: 'Staff', password: 'hunter2hunter2' });
    const path = `/passwords/${made.json.data.id}`;
    expect(made.text).not.toContain('hunter2');
    expect((await ask('GET', path)).json.data.attributes.password).toBe('hunter2hunter2');
    expect((await ask('GET', `${path}?show_password=false`)).text).not.toContain('hunter2');
    const without = { key: itGlueKeyWithoutPasswords.key };
    expect((await ask('GET', path, undefined, without)).text).not.toContain('hunter2');
    expect((await ask('GET', '/passwords')).text).not.toContain('hunter2');
  });

  it('tell when the value changed, and only then', async () => {
    let now = Date.now();
    const other = await startSimulator({ now: () => now });
    other.tenant.quirks = referenceQuirks();
    const path = '/passwords/54';
    const change = async (attributes: object) => {
      now += 60_000;
      const { json } = await askItGlue(other, 'PATCH', path, data('passwords', attributes));
      return json.data.attributes['password-updated-at'];
    };
    const before = other.tenant.itglue.passwords.get('54')!.passwordUpdatedAt;
    expect(await change({ notes: 'new' })).toBe(before);
    expect(await change({ password: 'p4ssw0rd-of-the-tenant' })).toBe(before);
    expect(await change({ password: 'another one' })).toBe(new Date(now).toISOString());
    const changedAt = new Date(now).toISOString();
    other.tenant.quirks.itglue.equalPasswordIsChange = true;
    expect(await change({ notes: 'newer' })).toBe(changedAt);
    expect(await change({ password: 'another one' })).toBe(new Date(now).toISOString());
    await other.close();
  });

  it('are general without a resource and embedded with one, which has to exist', async () => {
    const general = await make({ name: 'a', password: 'x' });
    expect(general.json.data.attributes['resource-type']).toBeNull();
    const embed = (resource: object) => make({ name: 'a', password: 'x', ...resource });
    const configuration = {
      'resource-type': 'Configuration',
      'resource-id': DEMO.panel.switch.configurationId,
    };
    expect((await embed(configuration)).json.data.attributes['cached-resource-name']).toBe(
      'NW-SW01 Server Room',
    );
    expect((await embed({ 'resource-type': 'Configuration' })).status).toBe(422);
    expect((await embed({ 'resource-type': 'Flexible Asset', 'resource-id': 7 })).status).toBe(422);
    expect((await make({ name: 'no value' })).status).toBe(422);
  });

  it('keep every character of the value', async () => {
    const value = `  "quoted' \\ and\ttab  `;
    const made = await make({ name: 'a', password: value });
    const read = await ask('GET', `/passwords/${made.json.data.id}`);
    expect(read.json.data.attributes.password).toBe(value);
  });
});

describe('related items', () => {
  const path = `/passwords/54/relationships/related_items`;
  const link = data('related_items', {
    destination_type: 'Configuration',
    destination_id: DEMO.panel.accessPoint.configurationId,
    notes: 'by the integration',
  });
  const read = async () =>
    (await ask('GET', '/passwords/54?include=related_items&show_password=false')).json;

  it('the same link twice makes two; the destination does not show them', async () => {
    await ask('POST', path, link);
    await ask('POST', path, link);
    expect((await read()).included).toHaveLength(2);
    expect((await read()).included[0]!.attributes).toMatchObject({
      'destination-type': 'Configuration',
      'destination-id': Number(DEMO.panel.accessPoint.configurationId),
      notes: 'by the integration',
    });
    const { configurationId } = DEMO.panel.accessPoint;
    expect(
      (await ask('GET', `/configurations/${configurationId}?include=related_items`)).json.included,
    ).toEqual([]);
  });

  it('are deleted by id, and go with either end', async () => {
    const first = await ask('POST', path, link);
    await ask('POST', path, link);
    const gone = await ask('DELETE', path, data('related_items', [{ id: first.json.data.id }]));
    expect(gone.status).toBe(200);
    expect((await read()).included).toHaveLength(1);
    await ask('DELETE', '/passwords/54');
    expect(simulator.tenant.itglue.relatedItems.size).toBe(0);
  });

  it('lead only to what exists', async () => {
    const to = (type: string, id: string) =>
      data('related_items', { destination_type: type, destination_id: id });
    expect((await ask('POST', path, to('Configuration', '1'))).status).toBe(422);
    expect((await ask('POST', path, to('Nonsense', '1'))).status).toBe(422);
    expect((await ask('POST', '/passwords/999/relationships/related_items', link)).status).toBe(
      404,
    );
  });
});
